// What goes wrong with jobs and with messages on their way.
import { defineProblem } from '#lib/problems/define-problem'

export const messageProblems = {
  jobTooSlow: defineProblem<{ seconds: number }>('job_too_slow', 504, ({ seconds }) => ({
    vi: `Công việc không xong trong ${seconds} giây nên bị dừng.`,
    en: `The job did not end within ${seconds} seconds and was stopped.`,
  })),
  unknownJob: defineProblem<{ job: string }>('unknown_job', 404, () => ({
    vi: 'Việc lỗi này không còn trong danh sách: có thể đã được chạy lại hoặc bỏ đi.',
    en: 'This failed job is no longer in the list: it may have been retried or discarded.',
  })),
  messageNotTaken: defineProblem<{ code: string }>('message_not_taken', 503, ({ code }) => ({
    vi: `Máy chủ thư hoặc cổng tin nhắn chưa nhận (${code}).`,
    en: `The mail server or gateway has not taken it (${code}).`,
  })),
  mailNotSet: defineProblem('mail_not_set', 409, () => ({
    vi: 'Chưa khai báo máy chủ thư. Quản trị viên khai báo ở trang “Thư và tin nhắn”.',
    en: 'No mail server has been set up. An administrator does that on the page “Mail and messages”.',
  })),
  webhookNotSet: defineProblem('webhook_not_set', 409, () => ({
    vi: 'Chưa khai báo cổng tin nhắn. Có thể tải danh sách SMS / Zalo để gửi bằng phần mềm khác.',
    en: 'No gateway has been set up. You can download the list for SMS / Zalo and send it with another program.',
  })),
  mailingPlanned: defineProblem('mailing_planned', 409, () => ({
    vi: 'Đã có một lượt gửi cùng loại đang chờ hoặc đang gửi. Hãy hủy lượt đó hoặc chờ gửi xong.',
    en: 'One of the same kind is planned or under way. Cancel it or wait until it is done.',
  })),
  unknownMailing: defineProblem<{ mailing: string }>('unknown_mailing', 404, () => ({
    vi: 'Lượt gửi này không còn, hoặc đã gửi xong.',
    en: 'This mailing is not there any more, or it is done.',
  })),
  bounceUnread: defineProblem('bounce_unread', 422, () => ({
    vi: 'Không đọc được thư báo lỗi: hãy dán toàn bộ nguồn của thư (có dòng Message-ID của thư đã gửi và dòng Status).',
    en: 'This bounce cannot be read: paste the whole source of the mail (with the Message-ID of what was sent and its Status).',
  })),
}
