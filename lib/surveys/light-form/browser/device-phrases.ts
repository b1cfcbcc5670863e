// What the script says about the device: unsent answers, drafts, kiosk, assisted answering. Languages without words of
// their own here use Vietnamese.
const vi = {
  unsentCount: (count: number) => `${count} phiếu chưa gửi`,
  refusedCount: (count: number) => `${count} phiếu không được nhận`,
  outboxTitle: 'Phiếu đang giữ trên máy này',
  outboxLead:
    'Phiếu được mã hóa, không bị xóa theo thời gian và sẽ tự gửi khi có mạng. Gửi lại nhiều lần vẫn chỉ được ghi một lần.',
  sendNow: 'Gửi ngay',
  exportFile: 'Xuất ra tệp',
  exportNote:
    'Chỉ dùng khi máy không thể có mạng: giao tệp cho cán bộ phụ trách để nhập. Tệp được mã hóa, chỉ máy chủ mở được. Phiếu vẫn còn trên máy cho đến khi máy chủ xác nhận.',
  waiting: 'Đang chờ mạng',
  unreadable: 'Không mở được trên máy này. Xin giữ nguyên trình duyệt và báo cán bộ kỹ thuật.',
  close: 'Đóng',
  kept: 'Phiếu đã được giữ an toàn trên máy này',
  keptText:
    'Chưa gửi được vì không có mạng. Phiếu được mã hóa và sẽ tự gửi khi có mạng; có thể đóng trang này.',
  keptRefused: 'Máy chủ không nhận phiếu này. Phiếu vẫn được giữ trên máy, không bị mất.',
  draftTitle: 'Trên máy này có một phiếu đang làm dở',
  draftText:
    'Nếu đó là phiếu của ông/bà, xin trả lời tiếp. Nếu không, xin bắt đầu phiếu mới; phiếu dở sẽ bị xóa.',
  draftMine: 'Phiếu của tôi, trả lời tiếp',
  draftAnew: 'Tôi là người khác, bắt đầu mới',
  startAnew: 'Xóa và bắt đầu lại',
  otherLanguageMissing: 'Ngôn ngữ này chưa có trên máy. Xin mở lại khi có mạng.',
}

export type DevicePhrases = typeof vi

const en: DevicePhrases = {
  unsentCount: (count) => (count === 1 ? '1 answer not sent yet' : `${count} answers not sent yet`),
  refusedCount: (count) => (count === 1 ? '1 answer not accepted' : `${count} answers not accepted`),
  outboxTitle: 'Answers kept on this device',
  outboxLead:
    'They are encrypted, never deleted by age, and sent by themselves once there is a network. Sending twice stores once.',
  sendNow: 'Send now',
  exportFile: 'Save to a file',
  exportNote:
    'Only when this device cannot get a network: give the file to the officer in charge, who imports it. The file is encrypted, only the server can open it. The answers stay here until the server confirms them.',
  waiting: 'Waiting for a network',
  unreadable: 'Cannot be opened on this device. Leave the browser as it is and tell technical staff.',
  close: 'Close',
  kept: 'Your answers are safe on this device',
  keptText:
    'They could not be sent: there is no network. They are encrypted and will be sent by themselves; you may close this page.',
  keptRefused: 'The server did not accept this answer. It is kept on this device and not lost.',
  draftTitle: 'There is an unfinished form on this device',
  draftText: 'If it is yours, go on. If not, start a new one; the unfinished form is deleted.',
  draftMine: 'It is mine, go on',
  draftAnew: 'I am somebody else, start anew',
  startAnew: 'Delete and start again',
  otherLanguageMissing: 'This language is not on this device yet. Open it again with a network.',
}

/** The words for a language code. */
export function devicePhrases(language: string): DevicePhrases {
  return language === 'en' ? en : vi
}
