// What the page of a confidential ballot says before anybody has answered, in both languages; other languages show the
// Vietnamese, marked as such.
import type { LocalText } from '#lib/surveys/variable'

const text = (vi: string, en: string): LocalText => ({ vi, en })

/** Stands in the introduction of every form that is answered by ballot. */
export const ballotHandling = text(
  'Phiếu kín: không ai, kể cả người quản trị có toàn bộ cơ sở dữ liệu, biết phiếu nào là của ai. Không lưu giờ gửi. Kết quả chỉ nêu theo tổng số phiếu của đơn vị; nơi có quá ít phiếu thì không nêu con số. Lời viết bằng chữ không được công bố nguyên văn.',
  'Confidential ballot: nobody, not even an administrator with the whole database, knows whose ballot is whose. No time is kept. Results are totals of a unit only; where there are too few ballots no figure is given. What is written in words is not published as it stands.',
)

export const gateWords = {
  kind: text('Phiếu kín, chỉ dành cho người được mời', 'Confidential ballot, for invited people only'),
  asked: text('Hỏi ai', 'Who is asked'),
  askedText: text(
    'Đại biểu và những người được mời trả lời về đơn vị này. Mỗi lời mời một phiếu.',
    'Delegates and others invited to answer about this unit. One ballot for each invitation.',
  ),
  about: text('Về nơi nào', 'About'),
  until: text('Trả lời trước', 'Answer before'),
  why: text('Vì sao hỏi', 'Why'),
  minutes: text('Thời gian', 'Time'),
  secrecy: text('Vì sao không ai biết phiếu nào là của ai', 'Why nobody can know whose ballot is whose'),
  sentences: [
    text(
      'Máy của ông/bà tự tạo một thẻ phiếu ngẫu nhiên; máy chủ ký lên thẻ mà không nhìn thấy thẻ, như ký lên phong bì kín có lót giấy than.',
      'Your device makes a random ballot token; the server signs it without seeing it, like signing a sealed envelope with carbon paper inside.',
    ),
    text(
      'Vì vậy máy chủ biết lời mời nào đã nhận phiếu và phiếu nào hợp lệ, nhưng không thể biết phiếu nào đến từ lời mời nào.',
      'So the server knows which invitations have got a ballot, and which ballots are valid, but never which ballot came from which invitation.',
    ),
    text(
      'Phiếu được gửi riêng, không kèm tên, tài khoản hay mã mời, sau một khoảng chờ ngẫu nhiên mà ông/bà thấy được và có thể bỏ qua.',
      'The ballot is sent on its own, without name, account or invitation code, after a random wait that you see and may skip.',
    ),
    text(
      'Cho đến khi đóng đợt, mọi trang chỉ hiện số đếm; khi mở hòm phiếu, các phiếu đã được trộn lẫn.',
      'Until the survey closes every page shows counts only; when the box is opened, the ballots have been shuffled.',
    ),
    text(
      'Ông/bà nhận một biên nhận để tự kiểm tra rằng phiếu của mình nằm trong sổ công khai và không bị sửa.',
      'You get a receipt with which you can check that your ballot stands in the public log, unchanged.',
    ),
  ],
  check: text('Tôi kiểm tra bằng cách nào?', 'How can I check?'),
  noScript: text(
    'Phiếu đang được mở. Nếu sau một phút vẫn chỉ thấy dòng này: phiếu kín cần JavaScript, vì chính máy của ông/bà phải tạo thẻ phiếu thì mới kín. Xin bật JavaScript, hoặc mở bằng máy khác. Nếu không được, xin hỏi nơi gửi thư mời về phiếu giấy hay cách trả lời khác; không ai bị thiệt vì việc đó.',
    'The ballot is being opened. If after a minute you still see only this: a confidential ballot needs JavaScript, because your own device has to make the token. Please switch JavaScript on, or use another device. If that does not work, ask whoever sent the invitation for paper or another way to answer.',
  ),
} as const
