// What keeps people from a contest's marks and from its prize draw, and officers from drawing.
import { defineProblem } from '#lib/problems/define-problem'
import { writtenMoment } from '#lib/problems/written-moment'

export const contestProblems = {
  unknownContest: defineProblem<{ contest: string }>('unknown_contest', 404, ({ contest }) => ({
    vi: `Không có cuộc thi “${contest}”. Hãy kiểm tra lại đường dẫn hoặc mã QR.`,
    en: `There is no contest “${contest}”. Check the link or QR code.`,
  })),
  marksNotYours: defineProblem('marks_not_yours', 404, () => ({
    vi: 'Hệ thống không có bài thi nào với mã này và đúng các câu trả lời này, nên không cho xem điểm.',
    en: 'There is no entry with this code and exactly these answers, so no marks are shown.',
  })),
  ticketWrong: defineProblem('ticket_wrong', 403, () => ({
    vi: 'Vé dự rút thăm không đúng. Vé chỉ có trên trang hiện ra sau khi gửi bài thi này.',
    en: 'This ticket to the draw is not right. Tickets stand only on the page that comes after sending answers to this contest.',
  })),
  ticketUsed: defineProblem('ticket_used', 409, () => ({
    vi: 'Vé này đã được dùng để dự rút thăm. Mỗi vé dự một lần.',
    en: 'This ticket has entered the draw already. Each ticket enters once.',
  })),
  phoneEntered: defineProblem('phone_entered', 409, () => ({
    vi: 'Số điện thoại này đã có trong danh sách rút thăm. Mỗi số dự một lần.',
    en: 'This telephone number is in the draw already. Each number enters once.',
  })),
  drawNotOpen: defineProblem<{ until: Date }>('draw_not_open', 409, ({ until }) => ({
    vi: `Đã hết hạn dự rút thăm lúc ${writtenMoment(until, 'vi-VN')}.`,
    en: `The draw could be entered until ${writtenMoment(until, 'en-GB')}.`,
  })),
  entryUnknown: defineProblem('entry_unknown', 404, () => ({
    vi: 'Trong danh sách rút thăm không có số dự thưởng này với số điện thoại này.',
    en: 'The draw has no such number with this telephone number.',
  })),
  drawTooEarly: defineProblem<{ from: Date }>('draw_too_early', 409, ({ from }) => ({
    vi: `Chưa rút thăm được: còn nhận người dự thưởng đến ${writtenMoment(from, 'vi-VN')}.`,
    en: `It is too early to draw: the draw can be entered until ${writtenMoment(from, 'en-GB')}.`,
  })),
  contestCancelled: defineProblem('contest_cancelled', 409, () => ({
    vi: 'Cuộc thi đã bị hủy nên không rút thăm.',
    en: 'The contest was cancelled, so nothing is drawn.',
  })),
  alreadyDrawn: defineProblem('already_drawn', 409, () => ({
    vi: 'Cuộc thi này đã rút thăm. Mỗi cuộc thi chỉ rút một lần; người thay thế lấy theo thứ tự đã rút.',
    en: 'This contest has been drawn. Each is drawn once; replacements follow the drawn order.',
  })),
  nobodyToDraw: defineProblem('nobody_to_draw', 409, () => ({
    vi: 'Không có ai trong danh sách rút thăm.',
    en: 'Nobody has entered the draw.',
  })),
  noWinner: defineProblem<{ number: string }>('no_winner', 409, ({ number }) => ({
    vi: `Số ${number} hiện không trúng giải nào.`,
    en: `Number ${number} has no prize at present.`,
  })),
}
