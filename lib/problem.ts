// Everything that can go wrong for a reason a person can understand, in one catalogue: HTTP status, Vietnamese and
// English sentence and typed details stand on one line, so that no second table can drift. Flows throw these; only the
// wrappers in app/_server catch them.

/** A sentence in both languages of the product. */
export type Sentence = { vi: string; en: string }

/** A fault at one question of a form (or one field of an officer's form). */
export type Fault = { question: string; code: string } & Sentence

/** An expected failure: `code` is stable for machines, the sentences are for people. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly sentence: Sentence,
    readonly details: Record<string, unknown> = {},
  ) {
    super(`${code}: ${sentence.en}`)
    this.name = 'Problem'
  }

  /** What an API answers (RFC 9457 members plus ours). */
  toJSON() {
    return {
      type: 'about:blank',
      status: this.status,
      code: this.code,
      title: this.sentence.vi,
      titleEn: this.sentence.en,
      ...this.details,
    }
  }
}

const day = (date: Date, locale: string) =>
  date.toLocaleString(locale, { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })

const dayFirst = (day: string) => day.split('-').reverse().join('/')

/** Whether somebody whose code does not work can answer through the open form instead. */
type WithoutCode = { hasOpenForm: boolean }

/** Defines one kind of problem: its sentences and details come from typed facts. */
function problem<Facts extends Record<string, unknown> = Record<never, never>>(
  code: string,
  status: number,
  sentence: (facts: Facts) => Sentence,
) {
  return (facts: Facts) => new Problem(code, status, sentence(facts), facts)
}

export const problems = {
  // — answering —
  brokenJson: problem('broken_json', 400, () => ({
    vi: 'Nội dung gửi lên không phải JSON hợp lệ. Hãy gửi lại.',
    en: 'The body is not valid JSON. Please send it again.',
  })),
  wrongShape: problem<{ faults: Fault[] }>('wrong_shape', 400, ({ faults }) => ({
    vi: `Yêu cầu thiếu hoặc sai: ${faults.map((f) => f.vi).join('; ')}.`,
    en: `The request is missing something or wrong: ${faults.map((f) => f.en).join('; ')}.`,
  })),
  bodyTooLarge: problem<{ limitBytes: number }>('body_too_large', 413, ({ limitBytes }) => ({
    vi: `Nội dung gửi lên quá lớn (tối đa ${Math.round(limitBytes / 1024)} kB).`,
    en: `The body is too large (at most ${Math.round(limitBytes / 1024)} kB).`,
  })),
  methodNotAllowed: problem<{ allow: string }>('method_not_allowed', 405, ({ allow }) => ({
    vi: `Địa chỉ này chỉ nhận: ${allow}.`,
    en: `This address takes only: ${allow}.`,
  })),
  unknownWave: problem<{ wave: string }>('unknown_wave', 404, ({ wave }) => ({
    vi: `Không có đợt khảo sát “${wave}”. Hãy kiểm tra lại đường dẫn hoặc mã QR.`,
    en: `There is no survey wave “${wave}”. Check the link or QR code.`,
  })),
  unknownUnit: problem<{ unit: string }>('unknown_unit', 422, ({ unit }) => ({
    vi: `Đơn vị “${unit}” không thuộc đợt khảo sát này. Hãy quét lại mã QR tại nơi bạn đến.`,
    en: `Unit “${unit}” does not take part in this wave. Scan the QR code of the place you visited again.`,
  })),
  unknownCluster: problem<{ cluster: string }>('unknown_cluster', 422, ({ cluster }) => ({
    vi: `Thôn/khu phố “${cluster}” không có trong mẫu của đợt khảo sát này.`,
    en: `Village “${cluster}” is not in the sample of this wave.`,
  })),
  modeNotOffered: problem<{ mode: string }>('mode_not_offered', 422, ({ mode }) => ({
    vi: `Đợt khảo sát này không nhận phiếu theo cách “${mode}”.`,
    en: `This wave does not take answers by mode “${mode}”.`,
  })),
  placeNotOffered: problem<{ place: string }>('place_not_offered', 422, ({ place }) => ({
    vi: `Đợt khảo sát này không nhận phiếu từ nơi “${place}”.`,
    en: `This wave does not take answers from the place “${place}”.`,
  })),
  unknownCollector: problem<{ collector: string }>('unknown_collector', 422, ({ collector }) => ({
    vi: `Không có vai trò người đưa phiếu “${collector}”.`,
    en: `There is no role “${collector}” of somebody who hands the form over.`,
  })),
  codeRequired: problem('code_required', 403, () => ({
    vi: 'Phiếu này chỉ nhận bằng mã dùng một lần do bộ phận một cửa phát.',
    en: 'This form is only taken with the one-time code that the one-stop desk hands out.',
  })),
  codeNotTaken: problem('code_not_taken', 422, () => ({
    vi: 'Đợt khảo sát này không dùng mã phát tại quầy.',
    en: 'This wave does not use codes handed out at the desk.',
  })),
  codeMistyped: problem<WithoutCode>('code_mistyped', 422, () => ({
    vi: 'Mã có 12 chữ số; có chữ số bị nhầm hoặc thiếu. Xin nhập lại đúng như trên phiếu mã.',
    en: 'A code has 12 digits; one is wrong or missing. Please type it again exactly as on the slip.',
  })),
  codeUnknown: problem<WithoutCode>('code_unknown', 403, () => ({
    vi: 'Không tìm thấy mã này cho nơi đang được hỏi. Xin xem lại các chữ số trên phiếu mã.',
    en: 'There is no such code for this place. Please check the digits on the slip.',
  })),
  codeUsed: problem<WithoutCode>('code_used', 409, () => ({
    vi: 'Mã này đã gửi một phiếu rồi. Mỗi mã chỉ gửi được một phiếu.',
    en: 'This code has already sent an answer. Each code takes one.',
  })),
  codeRevoked: problem<WithoutCode>('code_revoked', 409, () => ({
    vi: 'Mã này đã được nơi phát thu hồi. Xin hỏi bộ phận một cửa để nhận mã khác.',
    en: 'This code has been taken back by the desk. Please ask there for another one.',
  })),
  codeNotYet: problem<WithoutCode & { from: string }>('code_not_yet', 409, ({ from }) => ({
    vi: `Mã này dùng được từ ngày ${dayFirst(from)}.`,
    en: `This code can be used from ${dayFirst(from)}.`,
  })),
  codeExpired: problem<WithoutCode & { until: string }>('code_expired', 409, ({ until }) => ({
    vi: `Mã này đã hết hạn từ sau ngày ${dayFirst(until)}.`,
    en: `This code expired after ${dayFirst(until)}.`,
  })),
  proofRequired: problem<{ challenge: unknown }>('proof_required', 428, () => ({
    vi: 'Hệ thống đang chặn phiếu gửi tự động. Hãy giải bài toán kèm theo rồi gửi lại; phiếu chưa được ghi.',
    en: 'Answers sent by machines are being held off. Solve the challenge and send again; nothing was stored.',
  })),
  waveNotOpen: problem<{ opensAt: Date }>('wave_not_open', 409, ({ opensAt }) => ({
    vi: `Đợt khảo sát chưa mở. Bắt đầu nhận phiếu từ ${day(opensAt, 'vi-VN')}.`,
    en: `The wave is not open yet. Answers are taken from ${day(opensAt, 'en-GB')}.`,
  })),
  waveClosed: problem<{ closedAt: Date }>('wave_closed', 409, ({ closedAt }) => ({
    vi: `Đợt khảo sát đã đóng lúc ${day(closedAt, 'vi-VN')}. Phiếu không được ghi nhận.`,
    en: `The wave closed at ${day(closedAt, 'en-GB')}. The answer was not stored.`,
  })),
  resultsReleased: problem('results_released', 409, () => ({
    vi: 'Đợt khảo sát đã đóng và kết quả đã công bố, nên không nhận thêm phiếu. Chỉ khi bản công bố bị thu hồi mới nhận tiếp được trong thời gian gia hạn.',
    en: 'The wave has closed and its results are public, so no more answers are taken. Only if the release is withdrawn can more arrive in the days of grace.',
  })),
  wrongVersion: problem<{ sent: string; expected: string }>('wrong_version', 409, ({ sent, expected }) => ({
    vi: `Phiếu này là bản ${sent}, đợt khảo sát dùng bản ${expected}. Hãy tải lại trang.`,
    en: `This form is version ${sent}, the wave uses ${expected}. Please reload the page.`,
  })),
  invalidAnswers: problem<{ faults: Fault[] }>('invalid_answers', 422, ({ faults }) => ({
    vi: `Có ${faults.length} câu cần xem lại: ${faults.map((f) => f.vi).join(' ')}`,
    en: `${faults.length} answers need another look: ${faults.map((f) => f.en).join(' ')}`,
  })),
  tooManyRequests: problem<{ retryAfterSeconds: number }>(
    'too_many_requests',
    429,
    ({ retryAfterSeconds }) => ({
      vi: `Quá nhiều lần thử. Hãy thử lại sau ${retryAfterSeconds} giây.`,
      en: `Too many attempts. Try again in ${retryAfterSeconds} seconds.`,
    }),
  ),

  // — ballots —
  invitationRequired: problem('invitation_required', 403, () => ({
    vi: 'Đợt này lấy phiếu kín của người được mời. Hãy mở phiếu bằng đường dẫn hoặc mã trong thư mời.',
    en: 'This wave takes secret ballots of invited people. Open the form with the link or code of the invitation.',
  })),
  invitationMistyped: problem('invitation_mistyped', 422, () => ({
    vi: 'Mã mời có 20 chữ và số; có ký tự bị nhầm hoặc thiếu. Xin nhập lại đúng như trong thư mời.',
    en: 'A code has 20 letters and digits; one is wrong or missing. Please type it again exactly as in the invitation.',
  })),
  invitationUnknown: problem('invitation_unknown', 403, () => ({
    vi: 'Không tìm thấy mã mời này. Xin xem lại từng ký tự trong thư mời, hoặc hỏi nơi đã mời bạn.',
    en: 'There is no invitation with this code. Check it letter by letter, or ask those who invited you.',
  })),
  invitationExpired: problem('invitation_expired', 409, () => ({
    vi: 'Thư mời này đã hết hạn. Xin hỏi nơi đã mời bạn để nhận thư mời mới.',
    en: 'This invitation has expired. Please ask those who invited you for a new one.',
  })),
  invitationRevoked: problem('invitation_revoked', 409, () => ({
    vi: 'Thư mời này đã được thu hồi. Xin hỏi nơi đã mời bạn.',
    en: 'This invitation has been revoked. Please ask those who invited you.',
  })),
  blindedMalformed: problem('blinded_malformed', 422, () => ({
    vi: 'Thẻ phiếu gửi lên để ký sai dạng. Hãy tải lại trang rồi thử lại.',
    en: 'What was sent to be signed has the wrong form. Reload the page and try again.',
  })),
  ballotAlreadySigned: problem('ballot_already_signed', 409, () => ({
    vi: 'Thư mời này đã được dùng để nhận thẻ phiếu trên một máy hoặc trình duyệt khác. Hãy mở lại trên máy đó, hoặc nhập mã tiếp tục bạn đã ghi lại. Mỗi thư mời chỉ nhận được một thẻ.',
    en: 'This invitation has already got its ballot token on another device or browser. Go on there, or type the resume code that you wrote down. Each invitation gets one token.',
  })),
  keysNotPublished: problem('keys_not_published', 409, () => ({
    vi: 'Danh sách khóa công khai của đợt này chưa có trong sổ ghi, hoặc khác với sổ ghi, nên hệ thống không ký thẻ phiếu. Xin thử lại sau ít phút; nếu vẫn vậy, hãy báo cho nơi đã mời bạn.',
    en: 'The list of public keys of this wave does not stand in the log, or differs from it, so nothing is signed. Try again in a few minutes; if it stays so, tell those who invited you.',
  })),
  tokenWrong: problem('token_wrong', 403, () => ({
    vi: 'Thẻ phiếu không có chữ ký hợp lệ cho đơn vị này. Phiếu không được ghi nhận.',
    en: 'The ballot token carries no valid signature for this unit. The ballot was not stored.',
  })),
  tokenUsed: problem('token_used', 409, () => ({
    vi: 'Thẻ phiếu này đã bỏ một phiếu rồi. Mỗi thẻ chỉ bỏ được một phiếu và phiếu đã bỏ không sửa được.',
    en: 'This token has already cast a ballot. Each token casts one, and a ballot that was cast cannot be changed.',
  })),
  boxNotDue: problem('box_not_due', 409, () => ({
    vi: 'Hòm phiếu chưa mở được: đợt chưa đóng, đã hủy, không phải đợt lấy phiếu kín, hoặc hòm đã mở rồi.',
    en: 'The box cannot be opened: the wave has not closed, was cancelled, is no wave of secret ballots, or its box is open.',
  })),
  draftMalformed: problem('draft_malformed', 422, () => ({
    vi: 'Bản nháp gửi lên sai dạng hoặc quá lớn.',
    en: 'The draft has the wrong form or is too large.',
  })),
  draftsFull: problem('drafts_full', 507, () => ({
    vi: 'Hệ thống hiện không giữ thêm được bản nháp. Bạn vẫn trả lời được trên máy này.',
    en: 'No more drafts can be kept at the moment. You can still answer on this device.',
  })),

  // — the public log —
  leafNotLogged: problem<{ leaf: string }>('leaf_not_logged', 404, ({ leaf }) => ({
    vi: `Sổ của đợt này chưa có lá “${leaf}”. Phiếu vào sổ mỗi ngày một lần và khi đợt đóng.`,
    en: `The log of this wave does not have the leaf “${leaf}”. Answers enter it once a day and when the wave closes.`,
  })),
  headUnknown: problem<{ wave: string; from: number; to: number }>('head_unknown', 404, ({ from, to }) => ({
    vi: `Sổ này không có hai đầu sổ ${from} và ${to} lá.`,
    en: `This log does not have heads over ${from} and ${to} leaves.`,
  })),
  receiptMistyped: problem('receipt_mistyped', 422, () => ({
    vi: 'Mã biên nhận gồm 32 chữ số và chữ cái từ a đến f, ngăn bằng dấu gạch. Xin xem lại mã trên trang cảm ơn.',
    en: 'A receipt has 32 digits and letters from a to f, with dashes. Please compare it with the thanks page.',
  })),
  receiptStaysSecret: problem('receipt_stays_secret', 409, () => ({
    vi: 'Đây là đợt lấy phiếu kín: nếu tra mã ở đây, hệ thống sẽ biết phiếu nào là của bạn. Hãy kiểm tra bằng tệp biên nhận, ngay trên máy của bạn.',
    en: 'This is a confidential wave: looking the receipt up here would tell the server which ballot is yours. Check the receipt file on your own device instead.',
  })),
  receiptNotYours: problem('receipt_not_yours', 404, () => ({
    vi: 'Không có phiếu nào với mã biên nhận và câu trả lời này.',
    en: 'There is no answer with this receipt and these answers.',
  })),

  // — sign-in and rights —
  signInRequired: problem('sign_in_required', 401, () => ({
    vi: 'Bạn cần đăng nhập.',
    en: 'Please sign in.',
  })),
  wrongCredentials: problem('wrong_credentials', 401, () => ({
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or password is not right.',
  })),
  notAllowed: problem<{ action: string; unit?: string }>('not_allowed', 403, () => ({
    vi: 'Tài khoản của bạn không có quyền làm việc này.',
    en: 'Your account has no right to do this.',
  })),

  secondFactorRequired: problem('second_factor_required', 403, () => ({
    vi: 'Vai trò của bạn cần bảo vệ hai lớp. Hãy thiết lập ở trang “Tài khoản của tôi” rồi tiếp tục.',
    en: 'Your role needs a second factor. Set one up on the page “My account”, then go on.',
  })),
  confirmationRequired: problem('confirmation_required', 403, () => ({
    vi: 'Việc này cần xác nhận lại là bạn. Hãy xác nhận rồi làm lại.',
    en: 'This needs a fresh proof that it is you. Confirm, then try again.',
  })),
  wrongCode: problem('wrong_code', 401, () => ({
    vi: 'Mã không đúng, đã dùng hoặc đã hết hạn. Hãy đợi ứng dụng hiện mã mới rồi nhập lại.',
    en: 'The code is wrong, used or out of time. Wait for the app to show a new one and type that.',
  })),
  stepExpired: problem('step_expired', 401, () => ({
    vi: 'Lần đăng nhập này đã quá hạn. Hãy nhập lại mật khẩu.',
    en: 'This sign-in took too long. Please enter the password again.',
  })),
  passkeyRefused: problem('passkey_refused', 401, () => ({
    vi: 'Khóa truy cập (passkey) này không dùng được ở đây. Hãy đăng nhập bằng cách khác.',
    en: 'This passkey does not work here. Sign in another way.',
  })),
  passwordClosed: problem('password_closed', 403, () => ({
    vi: 'Tài khoản này đăng nhập qua cổng đăng nhập chung, không dùng mật khẩu.',
    en: 'This account signs in through the single sign-on, not with a password.',
  })),
  providerFailed: problem('provider_failed', 502, () => ({
    vi: 'Cổng đăng nhập chung không xác nhận được lần đăng nhập này. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên.',
    en: 'The single sign-on did not confirm this sign-in. Try again; if it keeps failing, tell an administrator.',
  })),
  providerUnknownPerson: problem('provider_unknown_person', 403, () => ({
    vi: 'Cổng đăng nhập chung biết bạn, nhưng chưa có tài khoản nào ở đây gắn với bạn. Hãy nhờ quản trị viên.',
    en: 'The single sign-on knows you, but no account here belongs to you yet. Ask an administrator.',
  })),

  // — staff work —
  notFound: problem<{ what: string; id: string }>('not_found', 404, ({ what, id }) => ({
    vi: `Không tìm thấy ${what} “${id}”.`,
    en: `Not found: ${what} “${id}”.`,
  })),
  alreadyExists: problem<{ what: string; id: string }>('already_exists', 409, ({ what, id }) => ({
    vi: `Đã có ${what} “${id}”. Hãy chọn mã khác.`,
    en: `${what} “${id}” exists already. Choose another code.`,
  })),
  inUse: problem<{ what: string; id: string }>('in_use', 409, ({ what, id }) => ({
    vi: `Không xóa được ${what} “${id}” vì đang được dùng.`,
    en: `${what} “${id}” cannot be removed because it is in use.`,
  })),
  invalidInput: problem<{ faults: Fault[] }>('invalid_input', 422, ({ faults }) => ({
    vi: faults.map((f) => f.vi).join(' '),
    en: faults.map((f) => f.en).join(' '),
  })),
  roundRefused: problem<{ refusal: string; sentence: Sentence }>(
    'round_refused',
    409,
    ({ sentence }) => sentence,
  ),
  changedMeanwhile: problem<{ by: string; at: Date }>('changed_meanwhile', 409, ({ by, at }) => ({
    vi: `${by} đã ghi vào chỗ này lúc ${day(at, 'vi-VN')}, sau khi bạn mở trang. Chưa ghi đè: nội dung bạn nhập vẫn còn ở đây. Hãy xem bản mới rồi quyết định.`,
    en: `${by} wrote here at ${day(at, 'en-GB')}, after you opened the page. Nothing was overwritten and what you typed is still here. Look at the new version, then decide.`,
  })),
  fileRefused: problem<{ sentence: Sentence }>('file_refused', 422, ({ sentence }) => sentence),
  paperNotByUnit: problem('paper_not_by_unit', 403, () => ({
    vi: 'Đợt này không cho đơn vị được đánh giá tự nhập phiếu giấy của mình. Hãy chuyển xấp phiếu cho cán bộ huyện.',
    en: 'In this wave the rated unit does not key in its own paper sheets. Hand the stack to a district officer.',
  })),
  batchClosed: problem<{ number: string }>('batch_closed', 409, ({ number }) => ({
    vi: `Xấp phiếu ${number} đã đóng, không sửa được nữa.`,
    en: `Stack ${number} is closed and cannot be changed any more.`,
  })),
  batchUnfinished: problem<{ number: string; sheets: number[] }>(
    'batch_unfinished',
    409,
    ({ number, sheets }) => ({
      vi: `Xấp ${number} chưa đóng được: các phiếu ${sheets.join(', ')} chưa nhập đủ hai lần hoặc chưa đối chiếu.`,
      en: `Stack ${number} cannot be closed yet: sheets ${sheets.join(', ')} are not keyed in twice or not settled.`,
    }),
  ),
  sheetTaken: problem<{ sheet: number }>('sheet_taken', 409, ({ sheet }) => ({
    vi: `Phiếu số ${sheet} đã có người khác nhập. Hãy xem lại số phiếu.`,
    en: `Sheet ${sheet} has been keyed in by somebody else. Check its number.`,
  })),
  sheetAgreed: problem<{ sheet: number }>('sheet_agreed', 409, ({ sheet }) => ({
    vi: `Phiếu số ${sheet} đã đối chiếu xong, không nhập lại được.`,
    en: `Sheet ${sheet} has been settled and cannot be keyed in again.`,
  })),
  tableTooLarge: problem<{ cells: number; limit: number }>('table_too_large', 413, ({ cells, limit }) => ({
    vi: `Bảng này có ${cells} ô, quá lớn cho tệp Excel (tối đa ${limit}). Hãy tải dạng CSV.`,
    en: `This table has ${cells} cells, too many for an Excel file (at most ${limit}). Download it as CSV.`,
  })),
  workbookTooLarge: problem<{ cells: number; limit: number }>(
    'workbook_too_large',
    413,
    ({ cells, limit }) => ({
      vi: `Sổ tính sẽ có ${cells} dòng × đơn vị (tối đa ${limit}), phần mềm bảng tính khó mở. Hãy tải bảng kết quả dạng CSV.`,
      en: `The workbook would have ${cells} lines × units (at most ${limit}), more than a spreadsheet program opens well. Download the results as CSV.`,
    }),
  ),
  definitionChanged: problem<{ file: string }>('definition_changed', 409, ({ file }) => ({
    vi: `Bản đã công bố “${file}” không được sửa. Hãy tạo phiên bản mới.`,
    en: `Published definition “${file}” must not change. Make a new version.`,
  })),
  // — people —
  contactCodeUnknown: problem('contact_code_unknown', 403, () => ({
    vi: 'Đường dẫn này không đúng hoặc đã cũ. Hãy mở lại từ thư mời mới nhất, hoặc gọi cho cơ quan ghi ở trang này.',
    en: 'This link is not right or is an old one. Open it from the newest invitation, or call the office named on this page.',
  })),
  contactErased: problem('contact_erased', 409, () => ({
    vi: 'Dữ liệu của người này đã được xóa, không còn gì để xem hay sửa.',
    en: 'The data of this person have been erased; there is nothing left to see or change.',
  })),
  contactListClosed: problem<{ list: string }>('contact_list_closed', 409, ({ list }) => ({
    vi: `Danh sách “${list}” đã đến ngày xóa, không thêm hay sửa được nữa.`,
    en: `The list “${list}” has reached its day of deletion and takes no changes any more.`,
  })),
  contactListChanged: problem('contact_list_changed', 409, () => ({
    vi: 'Danh sách vừa được người khác thay đổi (hoặc tệp này vừa được nhập). Hãy xem lại rồi thử lại; chưa có gì được ghi.',
    en: 'The list has just been changed by somebody else (or this file has just been imported). Look again and try once more; nothing was stored.',
  })),
  requestClosed: problem('request_closed', 409, () => ({
    vi: 'Yêu cầu này đã được giải quyết.',
    en: 'This request has been dealt with already.',
  })),
  // — jobs and messages —
  jobTooSlow: problem<{ seconds: number }>('job_too_slow', 504, ({ seconds }) => ({
    vi: `Công việc không xong trong ${seconds} giây nên bị dừng.`,
    en: `The job did not end within ${seconds} seconds and was stopped.`,
  })),
  unknownJob: problem<{ job: string }>('unknown_job', 404, () => ({
    vi: 'Việc lỗi này không còn trong danh sách: có thể đã được chạy lại hoặc bỏ đi.',
    en: 'This failed job is no longer in the list: it may have been retried or discarded.',
  })),
  messageNotTaken: problem<{ code: string }>('message_not_taken', 503, ({ code }) => ({
    vi: `Máy chủ thư hoặc cổng tin nhắn chưa nhận (${code}).`,
    en: `The mail server or gateway has not taken it (${code}).`,
  })),
  mailNotSet: problem('mail_not_set', 409, () => ({
    vi: 'Chưa khai báo máy chủ thư. Quản trị viên khai báo ở trang “Thư và tin nhắn”.',
    en: 'No mail server has been set up. An administrator does that on the page “Mail and messages”.',
  })),
  webhookNotSet: problem('webhook_not_set', 409, () => ({
    vi: 'Chưa khai báo cổng tin nhắn. Có thể tải danh sách SMS / Zalo để gửi bằng phần mềm khác.',
    en: 'No gateway has been set up. You can download the list for SMS / Zalo and send it with another program.',
  })),
  mailingPlanned: problem('mailing_planned', 409, () => ({
    vi: 'Đã có một lượt gửi cùng loại đang chờ hoặc đang gửi. Hãy hủy lượt đó hoặc chờ gửi xong.',
    en: 'One of the same kind is planned or under way. Cancel it or wait until it is done.',
  })),
  unknownMailing: problem<{ mailing: string }>('unknown_mailing', 404, () => ({
    vi: 'Lượt gửi này không còn, hoặc đã gửi xong.',
    en: 'This mailing is not there any more, or it is done.',
  })),
  notConfidential: problem<{ wave: string }>('not_confidential', 409, () => ({
    vi: 'Đợt này không lấy phiếu kín nên không có lời mời.',
    en: 'This wave takes no secret ballots, so it has no invitations.',
  })),
  bounceUnread: problem('bounce_unread', 422, () => ({
    vi: 'Không đọc được thư báo lỗi: hãy dán toàn bộ nguồn của thư (có dòng Message-ID của thư đã gửi và dòng Status).',
    en: 'This bounce cannot be read: paste the whole source of the mail (with the Message-ID of what was sent and its Status).',
  })),
  optOutUnknown: problem('opt_out_unknown', 404, () => ({
    vi: 'Đường dẫn ngừng nhận thư không đúng hoặc không còn hiệu lực. Hãy mở lại từ thư đã nhận.',
    en: 'This link is not right or no longer valid. Open it again from the message you received.',
  })),
  databaseDown: problem('database_down', 503, () => ({
    vi: 'Hệ thống tạm thời chưa kết nối được cơ sở dữ liệu. Hãy thử lại sau ít phút.',
    en: 'The database cannot be reached at the moment. Try again in a few minutes.',
  })),
}
