// The page "How can I check?": plain words on what is secret, by what, what is not, and how anybody can make sure.
import type { LocalText } from '#lib/surveys/variable'

const text = (vi: string, en: string): LocalText => ({ vi, en })

export const checkWords = {
  title: text('Tôi kiểm tra bằng cách nào?', 'How can I check?'),
  lead: text(
    'Ông/bà không cần tin ai. Dưới đây là những điều có thể tự kiểm tra, và những điều trang này không bảo vệ được.',
    'You need not trust anybody. Here is what you can check yourself, and what this page cannot protect.',
  ),
  knows: text('Máy chủ biết gì và không biết gì', 'What the server knows, and what it cannot know'),
  knowsList: [
    text(
      'Biết: lời mời nào đã nhận phiếu (để không nhận hai lần), đơn vị và nhóm của mỗi phiếu, nội dung từng phiếu.',
      'It knows: which invitations have got a ballot (so that none gets two), the unit and group of each ballot, and what each ballot says.',
    ),
    text(
      'Không thể biết: phiếu nào đến từ lời mời nào. Máy chủ đã ký lên thẻ phiếu khi thẻ còn bị che; con số dùng để che chỉ có trên máy của ông/bà.',
      'It cannot know: which ballot came from which invitation. It signed the token while the token was covered; the number that covered it is on your device only.',
    ),
    text(
      'Không được giữ: giờ gửi, thứ tự gửi, địa chỉ mạng, loại máy. Các phiếu của một nhóm được ghi lại theo thứ tự ngẫu nhiên mỗi khi có thêm một phiếu.',
      'It keeps no time, no order, no network address, no kind of device. The ballots of a group are written anew in random order with every ballot.',
    ),
    text(
      'Người quản trị có toàn bộ cơ sở dữ liệu vẫn thấy: ai được mời, lời mời nào đã nhận phiếu, và nội dung các phiếu của một nhóm. Nếu mọi người trong nhóm trả lời giống nhau thì ai cũng biết từng người trả lời gì; vì vậy nhóm quá nhỏ không được lập.',
      'An administrator with the whole database still sees: who was invited, which invitations have got a ballot, and what the ballots of a group say. If everybody in a group answers alike, everybody knows what each has answered; so groups that are too small are refused.',
    ),
  ],
  keys: text(
    '1. Khóa công khai: có giống của người khác không?',
    '1. The public keys: are they the same for everybody?',
  ),
  keysText: text(
    'Nếu máy chủ đưa cho mỗi người một khóa riêng, nó có thể đánh dấu từng phiếu. Vì vậy danh sách khóa là công khai, được ghi vào dòng đầu của sổ trước khi mở đợt, và máy của ông/bà tự so trước khi nhận phiếu. Xin so dãy ký tự sau với thư mời hoặc với máy của người khác: phải giống hệt.',
    'A server that gave everybody a key of their own could mark every ballot. So the list of keys is public, stands in the first line of the log before the survey opens, and your device compares before it takes a ballot. Compare these characters with your letter, or with somebody else’s device: they must be the same.',
  ),
  key: text('SHA-256 của khóa', 'SHA-256 of the key'),
  whole: text('cả đơn vị', 'the whole unit'),
  keysLink: text('Tải toàn bộ danh sách khóa (JSON)', 'The whole list of keys (JSON)'),
  code: text('2. Chương trình đã chạy trên máy của ông/bà', '2. The code that ran on your device'),
  codeText: text(
    'Trang phiếu chỉ chạy các tệp sau; trình duyệt bị cấm chạy gì khác. Tên tệp có phần đầu của mã SHA-256. Ai cũng có thể tải tệp về và tính lại mã:',
    'The ballot page runs these files only; the browser is forbidden to run anything else. The name of a file holds the beginning of its SHA-256. Anybody can fetch it and compute that again:',
  ),
  codeSource: text(
    'Mã nguồn là phần mềm tự do. Từ mã nguồn, lệnh “npm run scripts” in ra đúng các mã này.',
    'The source is free software. From it, the command “npm run scripts” prints these very hashes.',
  ),
  bytes: text('Byte', 'Bytes'),
  codeLimit: text(
    'Điều này không chứng minh máy chủ đã gửi đúng tệp ấy cho riêng ông/bà. Muốn chắc: mở mã trang (Ctrl+U), xem tên tệp, tải tệp đó về và tính mã; hoặc hai người cùng so tên tệp.',
    'This does not prove that the server sent this very file to you. To be sure, look at the source of the page (Ctrl+U) for the name of the file, fetch it and compute its hash; or compare the name with somebody else.',
  ),
  receipt: text(
    '3. Biên nhận: phiếu của tôi có được tính đúng không?',
    '3. The receipt: is my ballot counted as I gave it?',
  ),
  receiptSteps: [
    text(
      'Sau khi gửi, bấm “Lưu biên nhận”. Tệp có câu trả lời, một số ngẫu nhiên và lời hứa có chữ ký của máy chủ.',
      'After sending, press “Save the receipt”. The file holds your answers, a random number and the server’s signed promise.',
    ),
    text(
      'Mở trang kiểm tra biên nhận và chọn tệp. Việc kiểm tra diễn ra trên máy của ông/bà; câu trả lời không được gửi đi.',
      'Open the page that checks receipts and choose the file. It is checked on your device; the answers are not sent.',
    ),
    text(
      'Sau khi đóng đợt, mọi phiếu vào sổ công khai cùng một lúc, xếp theo mã chứ không theo giờ; đầu sổ được ký, nên từ đó không ai thêm, bớt hay sửa mà không bị phát hiện. Đến lúc ấy, lời hứa có chữ ký là bằng chứng máy chủ đã nhận phiếu.',
      'After closing, all ballots enter the public log at once, sorted by hash and not by time; its head is signed, so that from then on nobody can add, remove or change one unnoticed. Until then the signed promise proves that the server has taken your ballot.',
    ),
  ],
  receiptLink: text('Kiểm tra biên nhận', 'Check a receipt'),
  ledgerLink: text('Xem sổ công khai của đợt này', 'The public log of this survey'),
  limits: text('Điều trang này không bảo vệ được', 'What this cannot protect'),
  limitsList: [
    text(
      'Máy do người khác kiểm soát (máy cơ quan có phần mềm theo dõi, máy nhiễm mã độc): người đó thấy ông/bà trả lời gì.',
      'A device that somebody else controls (an office computer with monitoring, a device with malware): they see what you answer.',
    ),
    text(
      'Người đứng cạnh nhìn vào màn hình. Xin trả lời ở nơi riêng tư.',
      'Somebody looking over your shoulder. Please answer where you are alone.',
    ),
    text(
      'Bị ép buộc: ai giữ biên nhận của ông/bà và có danh sách câu trả lời có thể biết ông/bà trả lời gì. Xin giữ biên nhận cho riêng mình; không ai có quyền đòi xem.',
      'Pressure: whoever has your receipt and the list of answers can tell what you answered. Keep the receipt to yourself; nobody has a right to see it.',
    ),
    text(
      'Người theo dõi đường mạng: họ thấy máy nào nói chuyện với máy chủ và lúc nào. Khoảng chờ ngẫu nhiên làm cho điều đó khó dùng hơn; bấm “Gửi ngay” thì mất phần che chắn này.',
      'Somebody who watches the network: they see which device talks to the server and when. The random wait makes that less useful; “Send now” gives this up.',
    ),
    text(
      'Lời văn: câu ghi bằng chữ có thể để lộ người viết. Không ghi tên hay điều chỉ mình ông/bà biết.',
      'Words: what you write in your own words can give you away. Leave out names and what only you can know.',
    ),
  ],
} as const
