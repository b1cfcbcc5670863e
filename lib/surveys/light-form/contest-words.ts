// What the pages of a contest say, beside what all citizen pages say (phrases). In Vietnamese and English only: what a further
// language lacks falls back, marked, as everywhere.
import type { LocalText } from '#lib/surveys/variable'

const text = (vi: string, en: string): LocalText => ({ vi, en })

export const contestWords = {
  seeMarks: text('Xem số câu đúng và đáp án', 'See your marks and the right answers'),
  markedWhenSent: text(
    'Bài thi được chấm khi đã gửi tới máy chủ. Muốn xem điểm và nhận vé rút thăm, hãy để trang này mở đến lúc đó.',
    'Your answers are marked once they have reached the server. To see your marks and get a ticket to the draw, leave this page open until then.',
  ),
  yourMarks: text('Kết quả bài thi', 'Your marks'),
  right: text('Đúng', 'Right'),
  wrong: text('Chưa đúng', 'Not right'),
  youSaid: text('Ông/bà trả lời', 'You answered'),
  nothing: text('không trả lời', 'nothing'),
  rightIs: text('Đáp án', 'Right answer'),
  noMeasure: text(
    'Kết quả của cuộc thi chỉ để biết thêm; không ai bị xếp loại vì câu trả lời.',
    'The marks are for learning only; nobody is rated by them.',
  ),
  draw: text('Dự rút thăm trúng thưởng', 'Enter the prize draw'),
  drawLead: text(
    'Không bắt buộc. Nếu muốn dự, hãy đăng ký ngay trên trang này: vé không được lưu cùng bài thi, đóng trang là mất.',
    'You need not. If you want to, do it now, on this page: the ticket is not kept with your answers and goes with the page.',
  ),
  name: text('Họ và tên', 'Name'),
  phone: text('Số điện thoại', 'Telephone number'),
  unit: text('Xã, thị trấn nơi ở', 'Commune where you live'),
  elsewhere: text('Nơi khác, hoặc không nêu', 'Elsewhere, or not said'),
  enter: text('Đăng ký dự rút thăm', 'Enter the draw'),
  decline: text(
    'Không muốn dự? Chỉ cần đóng trang này, không ai biết ông/bà đã thi.',
    'You do not want to? Just close the page; nobody knows that you took part.',
  ),
  isOver: text('Đã hết hạn dự rút thăm.', 'The draw cannot be entered any more.'),
  entered: text('Ông/bà đã có tên trong danh sách rút thăm', 'You are in the draw'),
  yourNumber: text('Số dự thưởng của ông/bà', 'Your number'),
  keepNumber: text(
    'Hãy ghi lại hoặc chụp màn hình số này. Số trúng giải được công bố trên trang của cuộc thi, không nêu tên.',
    'Write it down or take a picture of the screen. Winning numbers are published on the page of the contest, without names.',
  ),
  contestPage: text('Trang của cuộc thi', 'The page of the contest'),
  leave: text('Rút tên khỏi danh sách rút thăm', 'Take your name out of the draw'),
  leaveLead: text(
    'Tên và số điện thoại bị xóa ngay, không khôi phục được.',
    'Your name and telephone number are deleted at once, for good.',
  ),
  leaveGo: text('Xóa tên tôi', 'Delete my name'),
  left: text('Đã xóa tên và số điện thoại', 'Your name and telephone number are deleted'),
  privacy: text(
    'Bài thi không kèm tên, số điện thoại, địa chỉ mạng hay giờ gửi. Chỉ ai dự rút thăm mới để lại tên, giữ riêng và mã hóa.',
    'Answers carry no name, number, network address or hour. Only whoever enters the draw leaves a name, kept apart and encrypted.',
  ),
  again: text('Có mục cần xem lại', 'Something needs another look'),
}

/** "7/10 câu đúng" */
export const scoreWords = (right: number, of: number): LocalText =>
  text(`Ông/bà trả lời đúng ${right} trong ${of} câu`, `You had ${right} of ${of} right`)

export const tooFewWords = (threshold: number): LocalText =>
  text(
    `Cần đúng ít nhất ${threshold} câu để dự rút thăm. Ông/bà có thể đọc giải thích ở trên rồi thi lại.`,
    `At least ${threshold} right answers are needed for the draw. You may read the explanations above and try again.`,
  )
