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
  keepOpen: 'Câu trả lời vẫn còn trên trang này và sẽ tự gửi lại. Xin đừng đóng trang.',
  exportedCount: (count: number) => `${count} đã xuất ra tệp`,
  exportedOn: (day: string) => `Đã xuất ra tệp ngày ${day}; vẫn còn trên máy cho đến khi máy chủ xác nhận.`,
  noNetwork: 'Chưa gửi được vì không có mạng.',
  noVerdict: 'Có mạng nhưng máy chủ chưa trả lời.',
  chosenDelay: 'Phiếu kín, đang chờ hết khoảng chờ ngẫu nhiên.',
  tooMany: (clock: string) =>
    `Máy này vừa gửi nhiều phiếu nên máy chủ hẹn gửi tiếp sau ${clock}. Không phải lỗi mạng.`,
  unreadable: 'Không mở được trên máy này. Xin giữ nguyên trình duyệt và báo cán bộ kỹ thuật.',
  close: 'Đóng',
  kept: 'Phiếu đã được giữ an toàn trên máy này',
  keptText: 'Phiếu được mã hóa và sẽ tự gửi.',
  mayClose: 'Có thể đóng trang này; lần sau mở lại, phiếu vẫn còn và được gửi tiếp.',
  keptRefused: 'Máy chủ không nhận phiếu này. Phiếu vẫn được giữ trên máy, không bị mất.',
  draftTitle: 'Trên máy này có một phiếu đang làm dở',
  draftText:
    'Nếu đó là phiếu của ông/bà, xin trả lời tiếp. Nếu không, xin bắt đầu phiếu mới; phiếu dở sẽ bị xóa.',
  draftMine: 'Phiếu của tôi, trả lời tiếp',
  draftAnew: 'Tôi là người khác, bắt đầu mới',
  welcome: 'Xin mời ông/bà góp ý. Chọn ngôn ngữ để bắt đầu.',
  stillHere: 'Ông/bà còn ở đó không?',
  resetIn: (seconds: number) => `Máy sẽ xóa phần đã trả lời và trở về màn hình đầu sau ${seconds} giây.`,
  amHere: 'Tôi vẫn đang trả lời',
  nextPerson: 'Người tiếp theo',
  backIn: (seconds: number) => `Màn hình đầu sẽ hiện lại sau ${seconds} giây.`,
  seconds: (seconds: number) => `${seconds} giây`,
  staff: 'Cán bộ',
  kioskTitle: 'Mở máy trả lời tại chỗ',
  kioskLead: 'Dành cho cán bộ. Xin đọc trước khi giao máy cho người dân.',
  kioskAdvice: [
    'Đặt máy ở nơi không ai nhìn thấy màn hình, không đặt trước mặt cán bộ vừa giải quyết hồ sơ.',
    'Không để tên hay ảnh cán bộ cạnh máy; cán bộ không đứng cạnh khi người dân trả lời.',
    'Trình duyệt không khóa được nút của máy: bật “Ghim ứng dụng” (Android) hoặc “Truy cập được hướng dẫn” (iPad).',
    'Không đăng nhập tài khoản cán bộ trên máy này.',
  ],
  kioskStart: 'Bắt đầu, toàn màn hình',
  pin: 'Mã PIN để thoát',
  pinNote: 'Từ 4 đến 8 chữ số. Chỉ lưu trên máy này; không có mã này thì không thoát được.',
  pinAgain: 'Nhập lại mã PIN',
  pinWrongShape: 'Mã PIN gồm 4 đến 8 chữ số.',
  pinDiffers: 'Hai lần nhập không giống nhau.',
  pinWrong: 'Mã PIN không đúng.',
  pinWait: 'Sai nhiều lần. Xin đợi một phút rồi thử lại.',
  idle: 'Trở về màn hình đầu khi không ai chạm trong',
  open: 'Mở',
  goOnKiosk: 'Tiếp tục cho người dân dùng',
  stopKiosk: 'Dừng, trả máy về bình thường',
  needsHttps: 'Máy trả lời tại chỗ cần địa chỉ bắt đầu bằng https và bộ nhớ của trình duyệt.',
  noKiosk:
    'Phiếu này cần có mạng ở từng bước nên không dùng được trên máy đặt tại chỗ. Xin dùng phiếu giấy, hoặc trả lời trên điện thoại có mạng.',
  needsNetwork:
    'Phiếu này cần có mạng ở từng bước. Xin trả lời ở nơi có mạng; nếu mất mạng giữa chừng, xin giữ nguyên trang và bấm lại khi có mạng.',
  waitForNetwork:
    'Đang mất mạng. Phần đã trả lời vẫn còn trên trang này: xin đừng đóng trang, bấm lại khi có mạng.',
  forAsker: 'Dành cho người hỏi',
  askedToday: (people: number) => `Hôm nay đã hỏi ${people} người`,
  leaveUnsent: 'Phiếu này chưa gửi. Xóa và chuyển sang người tiếp theo?',
  aloud: {
    consent: 'Đọc to phần giới thiệu. Chỉ đánh dấu đồng ý sau khi người được hỏi nói đồng ý.',
    single: 'Đọc to câu hỏi và mọi lựa chọn, không gợi ý. “Không biết” chỉ khi người được hỏi tự nói.',
    multiple: 'Đọc to từng lựa chọn và chờ trả lời từng mục.',
    ranking: 'Đọc to mọi mục, rồi hỏi mục nào thứ nhất, thứ hai…',
    matrix: 'Đọc to từng dòng; nhắc lại thang trả lời khi cần, giọng đều như nhau.',
    text: 'Ghi đúng lời người được hỏi, không tóm ý. Không ghi tên.',
  },
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
  keepOpen: 'Your answers are still on this page and will be sent again. Please keep it open.',
  exportedCount: (count) => `${count} saved to a file`,
  exportedOn: (day) => `Saved to a file on ${day}; it stays here until the server confirms it.`,
  noNetwork: 'It could not be sent: there is no network.',
  noVerdict: 'There is a network, but the server has not answered.',
  chosenDelay: 'Confidential ballot, waiting for its random time.',
  tooMany: (clock) =>
    `This device has just sent many answers: the server asks to send on after ${clock}. Nothing is wrong with the network.`,
  unreadable: 'Cannot be opened on this device. Leave the browser as it is and tell technical staff.',
  close: 'Close',
  kept: 'Your answers are safe on this device',
  keptText: 'Your answers are encrypted and will be sent by themselves.',
  mayClose: 'You may close this page; opened again, it goes on sending.',
  keptRefused: 'The server did not accept this answer. It is kept on this device and not lost.',
  draftTitle: 'There is an unfinished form on this device',
  draftText: 'If it is yours, go on. If not, start a new one; the unfinished form is deleted.',
  draftMine: 'It is mine, go on',
  draftAnew: 'I am somebody else, start anew',
  welcome: 'Please give us your opinion. Choose a language to begin.',
  stillHere: 'Are you still there?',
  resetIn: (seconds) =>
    `What you have answered will be deleted in ${seconds} seconds, and the first screen comes back.`,
  amHere: 'I am still answering',
  nextPerson: 'Next person',
  backIn: (seconds) => `The first screen comes back in ${seconds} seconds.`,
  seconds: (seconds) => `${seconds} seconds`,
  staff: 'Staff',
  kioskTitle: 'Set up a kiosk',
  kioskLead: 'For staff. Please read this before you leave the device to people.',
  kioskAdvice: [
    'Put the device where nobody can see the screen, not in front of the officer who has just served people.',
    'No name or photo of an official beside it; nobody of the office stands by while people answer.',
    'A browser cannot block the buttons of the device: use “Pin app” (Android) or “Guided Access” (iPad).',
    'Do not stay signed in with a staff account on this device.',
  ],
  kioskStart: 'Start, full screen',
  pin: 'PIN for leaving',
  pinNote: '4 to 8 digits. Kept on this device only; without it nobody gets out.',
  pinAgain: 'PIN again',
  pinWrongShape: 'The PIN has 4 to 8 digits.',
  pinDiffers: 'The two entries differ.',
  pinWrong: 'The PIN is not right.',
  pinWait: 'Too many wrong attempts. Wait a minute and try again.',
  idle: 'Back to the first screen when nobody has touched it for',
  open: 'Open',
  goOnKiosk: 'Go on with the kiosk',
  stopKiosk: 'Stop the kiosk',
  needsHttps: 'A kiosk needs an address that begins with https and the storage of the browser.',
  noKiosk:
    'Every step of this form needs a network: it cannot run on a kiosk. Please use paper, or a phone with a network.',
  needsNetwork:
    'Every step of this form needs a network. Please answer where there is one; if it goes away, keep this page open and tap again once it is back.',
  waitForNetwork:
    'There is no network. Your answers are still on this page: please keep it open and tap again once it is back.',
  forAsker: 'For whoever asks',
  askedToday: (people) => (people === 1 ? '1 person asked today' : `${people} people asked today`),
  leaveUnsent: 'This form has not been sent. Delete it and go on to the next person?',
  aloud: {
    consent: 'Read the introduction aloud. Tick the box only after the person has agreed.',
    single: 'Read the question and all answers aloud, without prompting. “Don’t know” only if said unasked.',
    multiple: 'Read each answer aloud and wait for yes or no.',
    ranking: 'Read all items aloud, then ask which comes first, second…',
    matrix: 'Read each line aloud; repeat the scale when needed, always in the same voice.',
    text: 'Write down the words as said, without shortening. No names.',
  },
}

/** The words for a language code. */
export function devicePhrases(language: string): DevicePhrases {
  return language === 'en' ? en : vi
}
