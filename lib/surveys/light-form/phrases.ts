// Every sentence of the light form that does not come from the form file, in both languages.

export const interfaceLanguages = ['vi', 'en'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

const vi = {
  product: 'Thước Đo',
  productMeans: 'Khảo sát ý kiến về chính quyền địa phương',
  otherLanguage: 'English',
  skip: 'Đến phần nội dung',
  sample: 'Dữ liệu mẫu. Đây là đợt khảo sát để xem thử, câu trả lời không được dùng.',
  about: 'Nơi được hỏi ý kiến',
  minutes: 'Thời gian',
  minutesText: (minutes: number) => `Khoảng ${minutes} phút. Ông/bà có thể dừng bất cứ lúc nào.`,
  asker: 'Ai hỏi',
  handling: 'Câu trả lời được dùng thế nào',
  retention: 'Giữ trong bao lâu',
  begin: 'Bắt đầu trả lời',
  next: 'Tiếp tục',
  back: 'Quay lại',
  send: 'Gửi phiếu',
  part: (number: number, of: number) => `Phần ${number}/${of}`,
  optional: 'không bắt buộc',
  required: 'bắt buộc',
  chooseOne: 'Chọn một mục',
  chooseSeveral: 'Có thể chọn nhiều mục',
  chooseUpTo: (most: number) => `Chọn tối đa ${most} mục`,
  sayWhat: 'Xin ghi rõ',
  faultsTitle: (count: number) => (count === 1 ? 'Có 1 câu cần xem lại' : `Có ${count} câu cần xem lại`),
  newQuestions: 'Có thêm câu hỏi theo câu trả lời vừa chọn. Xin trả lời tiếp.',
  consentMissing: 'Xin đánh dấu vào ô đồng ý trước khi bắt đầu.',
  thanks: 'Xin cảm ơn ông/bà!',
  thanksText: 'Phiếu đã được ghi nhận.',
  receipt: 'Mã biên nhận',
  receiptText: 'Mã này cho biết phiếu đã được nhận; hệ thống không biết ai giữ mã. Có thể đóng trang này.',
  sending: 'Đang gửi phiếu…',
  unsent:
    'Chưa gửi được vì mất kết nối. Câu trả lời vẫn còn trên máy này và sẽ tự gửi lại khi có mạng. Xin đừng đóng trang.',
  sendAgain: 'Gửi lại ngay',
  chooseUnit: 'Ông/bà muốn góp ý về nơi nào?',
  chooseVillage: 'Ông/bà ở thôn, khu phố nào?',
  problem: 'Không mở được phiếu',
  privacy: 'Không lưu tên, số điện thoại, địa chỉ mạng hay giờ trả lời.',
}

export type Phrases = typeof vi

const en: Phrases = {
  product: 'Thước Đo',
  productMeans: 'Survey on local government',
  otherLanguage: 'Tiếng Việt',
  skip: 'Skip to content',
  sample: 'Sample data. This survey is for trying out; answers are not used.',
  about: 'Place asked about',
  minutes: 'Time',
  minutesText: (minutes) => `About ${minutes} minutes. You may stop at any time.`,
  asker: 'Who asks',
  handling: 'How your answers are used',
  retention: 'How long they are kept',
  begin: 'Start',
  next: 'Continue',
  back: 'Back',
  send: 'Send answers',
  part: (number, of) => `Part ${number} of ${of}`,
  optional: 'optional',
  required: 'required',
  chooseOne: 'Choose one',
  chooseSeveral: 'You can choose several',
  chooseUpTo: (most) => `Choose up to ${most}`,
  sayWhat: 'Please say what',
  faultsTitle: (count) =>
    count === 1 ? '1 answer needs another look' : `${count} answers need another look`,
  newQuestions: 'Your answer brings up further questions. Please go on.',
  consentMissing: 'Please tick the consent box before you start.',
  thanks: 'Thank you!',
  thanksText: 'Your answers have been recorded.',
  receipt: 'Receipt code',
  receiptText:
    'The code shows that the form was received; the system does not know who holds it. You may close this page.',
  sending: 'Sending…',
  unsent:
    'Not sent yet: there is no connection. Your answers are still on this device and will be sent once it is back. Please keep this page open.',
  sendAgain: 'Send again now',
  chooseUnit: 'Which place would you like to rate?',
  chooseVillage: 'Which village do you live in?',
  problem: 'The form cannot be opened',
  privacy: 'No name, phone number, network address or hour of answering is kept.',
}

export const phrases: Record<InterfaceLanguage, Phrases> = { vi, en }
