// What goes wrong around people's own data: their links, their requests, their lists.
import { defineProblem } from '#lib/problems/define-problem'

export const contactProblems = {
  contactCodeUnknown: defineProblem('contact_code_unknown', 403, () => ({
    vi: 'Đường dẫn này không đúng hoặc đã cũ. Hãy mở lại từ thư mời mới nhất, hoặc gọi cho cơ quan ghi ở trang này.',
    en: 'This link is not right or is an old one. Open it from the newest invitation, or call the office named on this page.',
  })),
  contactErased: defineProblem('contact_erased', 409, () => ({
    vi: 'Dữ liệu của người này đã được xóa, không còn gì để xem hay sửa.',
    en: 'The data of this person have been erased; there is nothing left to see or change.',
  })),
  contactListClosed: defineProblem<{ list: string }>('contact_list_closed', 409, ({ list }) => ({
    vi: `Danh sách “${list}” đã đến ngày xóa, không thêm hay sửa được nữa.`,
    en: `The list “${list}” has reached its day of deletion and takes no changes any more.`,
  })),
  contactListChanged: defineProblem('contact_list_changed', 409, () => ({
    vi: 'Danh sách vừa được người khác thay đổi (hoặc tệp này vừa được nhập). Hãy xem lại rồi thử lại; chưa có gì được ghi.',
    en: 'The list has just been changed by somebody else (or this file has just been imported). Look again and try once more; nothing was stored.',
  })),
  requestClosed: defineProblem('request_closed', 409, () => ({
    vi: 'Yêu cầu này đã được giải quyết.',
    en: 'This request has been dealt with already.',
  })),
  optOutUnknown: defineProblem('opt_out_unknown', 404, () => ({
    vi: 'Đường dẫn ngừng nhận thư không đúng hoặc không còn hiệu lực. Hãy mở lại từ thư đã nhận.',
    en: 'This link is not right or no longer valid. Open it again from the message you received.',
  })),
}
