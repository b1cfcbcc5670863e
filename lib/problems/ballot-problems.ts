// What an invitation, a token or a ballot can be refused for. No sentence and no detail names the invitation, the token or
// an answer: a refusal may end up in somebody's log.
import { defineProblem } from '#lib/problems/define-problem'
import { writtenMoment } from '#lib/problems/written-moment'

export const ballotProblems = {
  invitationRequired: defineProblem('invitation_required', 403, () => ({
    vi: 'Đợt này lấy phiếu kín của người được mời. Hãy mở phiếu bằng đường dẫn hoặc mã trong thư mời.',
    en: 'This wave takes secret ballots of invited people. Open the form with the link or code of the invitation.',
  })),
  invitationMistyped: defineProblem('invitation_mistyped', 422, () => ({
    vi: 'Mã mời có 20 chữ và số; có ký tự bị nhầm hoặc thiếu. Xin nhập lại đúng như trong thư mời.',
    en: 'A code has 20 letters and digits; one is wrong or missing. Please type it again exactly as in the invitation.',
  })),
  invitationUnknown: defineProblem('invitation_unknown', 403, () => ({
    vi: 'Không tìm thấy mã mời này. Xin xem lại từng ký tự trong thư mời, hoặc hỏi nơi đã mời ông/bà.',
    en: 'There is no invitation with this code. Check it letter by letter, or ask those who invited you.',
  })),
  invitationExpired: defineProblem<{ expiredAt: Date }>('invitation_expired', 409, ({ expiredAt }) => ({
    vi: `Thư mời này nhận được phiếu đến ${writtenMoment(expiredAt, 'vi-VN')}, nay đã hết hạn. Xin gọi nơi đã mời ông/bà: khi họ gia hạn, chính mã này dùng lại được ngay. Nếu đã nhận phiếu trên máy khác, xin mở lại trên máy đó; phiếu đã nhận vẫn gửi được đến khi đợt đóng.`,
    en: `A ballot could be taken with this invitation until ${writtenMoment(expiredAt, 'en-GB')}; it has expired. Please call those who invited you: as soon as they extend it, this very code works again. If you have taken your ballot on another device, go on there; it can be sent until the wave closes.`,
  })),
  invitationRevoked: defineProblem('invitation_revoked', 409, () => ({
    vi: 'Thư mời này đã được thu hồi. Xin hỏi nơi đã mời ông/bà.',
    en: 'This invitation has been revoked. Please ask those who invited you.',
  })),
  blindedMalformed: defineProblem('blinded_malformed', 422, () => ({
    vi: 'Thẻ phiếu gửi lên để ký sai dạng. Hãy tải lại trang rồi thử lại.',
    en: 'What was sent to be signed has the wrong form. Reload the page and try again.',
  })),
  ballotAlreadySigned: defineProblem('ballot_already_signed', 409, () => ({
    vi: 'Thư mời này đã được dùng để nhận thẻ phiếu trên một máy hoặc trình duyệt khác. Hãy mở lại trên máy đó, hoặc nhập mã tiếp tục ông/bà đã ghi lại. Mỗi thư mời chỉ nhận được một thẻ.',
    en: 'This invitation has already got its ballot token on another device or browser. Go on there, or type the resume code that you wrote down. Each invitation gets one token.',
  })),
  keysNotPublished: defineProblem('keys_not_published', 409, () => ({
    vi: 'Danh sách khóa công khai của đợt này chưa có trong sổ ghi, hoặc khác với sổ ghi, nên hệ thống không ký thẻ phiếu. Xin thử lại sau ít phút; nếu vẫn vậy, hãy báo cho nơi đã mời ông/bà.',
    en: 'The list of public keys of this wave does not stand in the log, or differs from it, so nothing is signed. Try again in a few minutes; if it stays so, tell those who invited you.',
  })),
  tokenWrong: defineProblem('token_wrong', 403, () => ({
    vi: 'Thẻ phiếu không có chữ ký hợp lệ cho đơn vị này. Phiếu không được ghi nhận.',
    en: 'The ballot token carries no valid signature for this unit. The ballot was not stored.',
  })),
  tokenUsed: defineProblem('token_used', 409, () => ({
    vi: 'Thẻ phiếu này đã bỏ một phiếu rồi. Mỗi thẻ chỉ bỏ được một phiếu và phiếu đã bỏ không sửa được.',
    en: 'This token has already cast a ballot. Each token casts one, and a ballot that was cast cannot be changed.',
  })),
  boxNotDue: defineProblem('box_not_due', 409, () => ({
    vi: 'Hòm phiếu chưa mở được: đợt chưa đóng, đã hủy, không phải đợt lấy phiếu kín, hoặc hòm đã mở rồi.',
    en: 'The box cannot be opened: the wave has not closed, was cancelled, is no wave of secret ballots, or its box is open.',
  })),
  draftMalformed: defineProblem('draft_malformed', 422, () => ({
    vi: 'Bản nháp gửi lên sai dạng hoặc quá lớn.',
    en: 'The draft has the wrong form or is too large.',
  })),
  draftsFull: defineProblem('drafts_full', 507, () => ({
    vi: 'Hệ thống hiện không giữ thêm được bản nháp. Ông/bà vẫn trả lời được trên máy này.',
    en: 'No more drafts can be kept at the moment. You can still answer on this device.',
  })),
  notConfidential: defineProblem<{ wave: string }>('not_confidential', 409, () => ({
    vi: 'Đợt này không lấy phiếu kín nên không có lời mời.',
    en: 'This wave takes no secret ballots, so it has no invitations.',
  })),
}
