// What the script of a confidential ballot says. Languages without words of their own here use Vietnamese.
import { writtenMoment } from '#lib/problems/written-moment'

const vi = {
  codeLabel: 'Mã mời trong thư, hoặc mã tiếp tục',
  codeHint: 'Mã mời có 20 chữ và số, mã tiếp tục có 16. Gõ có gạch ngang hay không đều được.',
  codeGo: 'Mở phiếu',
  codeMistyped: 'Mã này chưa đúng dạng. Xin so lại với thư: mã mời có 20 ký tự, mã tiếp tục có 16 ký tự.',
  looking: 'Đang kiểm tra lời mời…',
  invited: 'Lời mời hợp lệ. Mã này nhận được một phiếu kín.',
  group: 'Nhóm',
  takeBy: 'Dùng mã này trước',
  takeByText: (moment: Date) =>
    `${writtenMoment(moment, 'vi-VN')}. Dùng mã rồi thì gửi phiếu được đến khi đợt đóng.`,
  begin: 'Nhận phiếu kín và bắt đầu',
  beginHint: 'Mỗi mã nhận phiếu một lần, trên một máy. Muốn đổi máy giữa chừng, xin lấy mã tiếp tục.',
  fetching: 'Đang nhận phiếu kín và kiểm tra chữ ký của máy chủ…',
  otherCode: 'Nhập mã khác',
  tryAgain: 'Thử lại',
  noNetwork: 'Không liên lạc được với máy chủ. Xin kiểm tra mạng rồi thử lại; chưa mất gì cả.',
  takenElsewhere:
    'Phiếu của mã mời này đã được nhận trên một máy hoặc trình duyệt khác. Xin mở lại trên máy đó, hoặc nhập mã tiếp tục. Nếu đã gửi phiếu rồi thì xin cảm ơn, ông/bà không phải làm gì thêm.',
  keyWrong:
    'Dừng lại: khóa mà máy chủ đưa cho máy này không phải là khóa mà mọi người đều thấy. Có thể ai đó đang cố đánh dấu phiếu của ông/bà. Phiếu chưa được nhận và chưa gửi gì. Xin báo cho nơi gửi thư mời và đừng trả lời trên trang này.',
  needsHttps:
    'Phiếu kín cần địa chỉ bắt đầu bằng https và một trình duyệt còn được cập nhật. Xin mở bằng máy khác, hoặc hỏi nơi gửi thư mời về phiếu giấy hay cách khác.',
  noStorage:
    'Trình duyệt này không cho giữ gì trên máy (có thể đang ở chế độ ẩn danh), nên phiếu có thể mất giữa chừng. Xin mở bằng cửa sổ thường.',
  draftUnknown: 'Không tìm thấy phiếu nào với mã tiếp tục này. Có thể mã gõ nhầm, hoặc phiếu đã quá 30 ngày.',
  closed: 'Đợt này không nhận phiếu nữa.',
  tools: 'Phiếu đang làm',
  savedHere: 'Đã lưu trên máy này',
  savedBoth: 'Đã lưu trên máy này và bản mã hóa để tiếp tục ở máy khác',
  saving: 'Đang lưu…',
  savedHereOnly: 'Đã lưu trên máy này; chưa cập nhật được bản để tiếp tục ở máy khác',
  notSaved: 'Chưa lưu được trên máy này. Xin đừng đóng trang.',
  elsewhere: 'Làm tiếp trên máy khác',
  leave: 'Cất phiếu',
  resumeTitle: 'Làm tiếp trên máy khác',
  resumeText:
    'Trên máy kia, mở trang của đợt này và nhập mã dưới đây, hoặc quét hình. Phần đã trả lời được mã hóa ngay trên máy này; máy chủ chỉ giữ bản mã hóa và không mở được. Ai có mã này thì làm tiếp và gửi được phiếu: xin giữ cho riêng mình.',
  resumeLost: 'Mất mã thì không ai lấy lại được, kể cả người quản trị.',
  resumeCode: 'Mã tiếp tục',
  resumeMaking: 'Đang mã hóa và gửi bản nháp…',
  resumeQr: 'Hình QR mở trang này trên máy khác cùng mã tiếp tục',
  copy: 'Chép mã',
  copied: 'Đã chép',
  print: 'In mã',
  close: 'Đóng',
  delayTitle: 'Phiếu sẽ tự gửi sau ít phút',
  delayText:
    'Khoảng chờ này do máy của ông/bà chọn ngẫu nhiên, để không ai đoán được phiếu của ai từ giờ gửi. Có thể đóng trang: lần sau mở lại, phiếu được gửi tiếp. Nếu không cần chờ, xin bấm “Gửi ngay”.',
  minutes: (count: number) => `Còn khoảng ${count} phút`,
  underMinute: 'Còn chưa đến một phút',
  sendNow: 'Gửi ngay',
  goBack: 'Quay lại sửa',
  sending: 'Đang gửi phiếu…',
  done: 'Phiếu kín đã vào hòm phiếu',
  doneText: 'Máy chủ đã nhận và ký xác nhận. Không ai biết phiếu này là của ai.',
  keptText:
    'Chưa gửi được vì không có mạng. Phiếu được mã hóa trên máy này và sẽ tự gửi khi có mạng; lần sau mở lại trang, phiếu cũng được gửi tiếp.',
  refusedText: 'Máy chủ không nhận phiếu này:',
  kept: 'Phiếu kín chưa gửi được',
  promised:
    'Máy này đã tính lại: máy chủ hứa ghi vào sổ đúng những gì ông/bà đã trả lời, và đã ký lời hứa đó.',
  notPromised:
    'Lời hứa của máy chủ không khớp với những gì máy này đã gửi. Xin lưu biên nhận và báo cho nơi gửi thư mời.',
  saveReceipt: 'Lưu biên nhận',
  checkReceipt: 'Kiểm tra biên nhận',
  howCheck: 'Tôi kiểm tra bằng cách nào?',
  receiptNote:
    'Sau khi đóng đợt, mọi phiếu được ghi cùng một lúc vào sổ công khai; khi đó biên nhận cho thấy phiếu nằm trong sổ và không bị sửa. Đến lúc ấy, lời hứa có chữ ký là bằng chứng. Xin lưu biên nhận.',
  receiptPrivate:
    'Xin giữ biên nhận cho riêng mình. Nó cho biết ông/bà đã trả lời thế nào; không ai có quyền đòi xem.',
  forget: 'Xóa biên nhận khỏi máy này',
  forgotten: 'Biên nhận đã được xóa khỏi máy này. Cảm ơn ông/bà.',
}

export type BallotWords = typeof vi

const en: BallotWords = {
  codeLabel: 'Invitation code from the letter, or resume code',
  codeHint: 'An invitation code has 20 letters and digits, a resume code 16. With or without dashes.',
  codeGo: 'Open the ballot',
  codeMistyped:
    'This does not look like a code. Please compare with the letter: an invitation code has 20 characters, a resume code 16.',
  looking: 'Checking the invitation…',
  invited: 'The invitation is valid. This code gets one confidential ballot.',
  group: 'Group',
  takeBy: 'Use this code before',
  takeByText: (moment) =>
    `${writtenMoment(moment, 'en-GB')}. Once it is used, the ballot can be sent until the wave closes.`,
  begin: 'Get the confidential ballot and begin',
  beginHint:
    'Each code gets its ballot once, on one device. To change devices half-way, ask for a resume code.',
  fetching: 'Getting the ballot and checking the signature of the server…',
  otherCode: 'Type another code',
  tryAgain: 'Try again',
  noNetwork: 'The server cannot be reached. Please check the network and try again; nothing is lost.',
  takenElsewhere:
    'The ballot of this invitation was taken on another device or browser. Please open it there, or type the resume code. If you have sent it already: thank you, there is nothing left to do.',
  keyWrong:
    'Stop: the key that the server gave to this device is not the one that everybody sees. Somebody may be trying to mark your ballot. No ballot was taken and nothing was sent. Please tell whoever sent the invitation, and do not answer on this page.',
  needsHttps:
    'A confidential ballot needs an address that begins with https and an up-to-date browser. Please use another device, or ask whoever sent the invitation for paper or another way.',
  noStorage:
    'This browser keeps nothing on the device (perhaps a private window), so the ballot could be lost half-way. Please use an ordinary window.',
  draftUnknown:
    'There is no ballot under this resume code. Perhaps it was mistyped, or it is more than 30 days old.',
  closed: 'This survey takes no more ballots.',
  tools: 'The ballot in hand',
  savedHere: 'Saved on this device',
  savedBoth: 'Saved on this device, and encrypted for going on elsewhere',
  saving: 'Saving…',
  savedHereOnly: 'Saved on this device; the copy for going on elsewhere could not be updated yet',
  notSaved: 'This device could not save it. Please keep the page open.',
  elsewhere: 'Go on elsewhere',
  leave: 'Put it away',
  resumeTitle: 'Go on on another device',
  resumeText:
    'On the other device, open the page of this survey and type this code, or scan the picture. What you have answered is encrypted on this device; the server keeps only that and cannot open it. Whoever has this code can go on and send the ballot: keep it to yourself.',
  resumeLost: 'Nobody can bring a lost code back, not even an administrator.',
  resumeCode: 'Resume code',
  resumeMaking: 'Encrypting and sending the draft…',
  resumeQr: 'QR code that opens this page on another device with the resume code',
  copy: 'Copy the code',
  copied: 'Copied',
  print: 'Print the code',
  close: 'Close',
  delayTitle: 'The ballot goes off by itself in a few minutes',
  delayText:
    'Your device has chosen this wait at random, so that nobody can tell from the time whose ballot it is. You may close the page: opened again, it goes on sending. If you do not need the wait, press “Send now”.',
  minutes: (count) => (count === 1 ? 'About 1 minute left' : `About ${count} minutes left`),
  underMinute: 'Less than a minute left',
  sendNow: 'Send now',
  goBack: 'Back to change it',
  sending: 'Sending the ballot…',
  done: 'Your confidential ballot is in the box',
  doneText: 'The server has taken it and signed for it. Nobody knows whose ballot it is.',
  keptText:
    'It could not be sent: there is no network. It is encrypted on this device and will be sent by itself once there is one, or when you open this page again.',
  refusedText: 'The server does not take this ballot:',
  kept: 'Your ballot could not be sent yet',
  promised:
    'This device has checked: the server has promised, with its signature, to count exactly what you answered.',
  notPromised:
    'The promise of the server does not fit what this device has sent. Please save the receipt and tell whoever sent the invitation.',
  saveReceipt: 'Save the receipt',
  checkReceipt: 'Check the receipt',
  howCheck: 'How can I check?',
  receiptNote:
    'After closing, all ballots enter the public log at once; then the receipt shows that yours is there, unchanged. Until then the signed promise is your proof. Please save the receipt.',
  receiptPrivate:
    'Keep the receipt to yourself. It tells how you have answered; nobody has a right to see it.',
  forget: 'Remove the receipt from this device',
  forgotten: 'The receipt is removed from this device. Thank you.',
}

/** The words for a language code. */
export const ballotWords = (language: string): BallotWords => (language === 'en' ? en : vi)
