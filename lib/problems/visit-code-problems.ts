// What can be wrong with the one-time code that the one-stop desk hands out. Where the wave has an open form, too, the page
// offers that instead.
import { defineProblem } from '#lib/problems/define-problem'

/** Whether somebody whose code does not work can answer through the open form instead. */
type WithoutCode = { hasOpenForm: boolean }

const dayFirst = (day: string) => day.split('-').reverse().join('/')

export const visitCodeProblems = {
  codeRequired: defineProblem('code_required', 403, () => ({
    vi: 'Phiếu này chỉ nhận bằng mã dùng một lần do bộ phận một cửa phát.',
    en: 'This form is only taken with the one-time code that the one-stop desk hands out.',
  })),
  codeNotTaken: defineProblem('code_not_taken', 422, () => ({
    vi: 'Đợt khảo sát này không dùng mã phát tại quầy.',
    en: 'This wave does not use codes handed out at the desk.',
  })),
  codeMistyped: defineProblem<WithoutCode>('code_mistyped', 422, () => ({
    vi: 'Mã có 12 chữ số; có chữ số bị nhầm hoặc thiếu. Xin nhập lại đúng như trên phiếu mã.',
    en: 'A code has 12 digits; one is wrong or missing. Please type it again exactly as on the slip.',
  })),
  codeUnknown: defineProblem<WithoutCode>('code_unknown', 403, () => ({
    vi: 'Không tìm thấy mã này cho nơi đang được hỏi. Xin xem lại các chữ số trên phiếu mã.',
    en: 'There is no such code for this place. Please check the digits on the slip.',
  })),
  codeUsed: defineProblem<WithoutCode>('code_used', 409, () => ({
    vi: 'Mã này đã gửi một phiếu rồi. Mỗi mã chỉ gửi được một phiếu.',
    en: 'This code has already sent an answer. Each code takes one.',
  })),
  codeRevoked: defineProblem<WithoutCode>('code_revoked', 409, () => ({
    vi: 'Mã này đã được nơi phát thu hồi. Xin hỏi bộ phận một cửa để nhận mã khác.',
    en: 'This code has been taken back by the desk. Please ask there for another one.',
  })),
  codeNotYet: defineProblem<WithoutCode & { from: string }>('code_not_yet', 409, ({ from }) => ({
    vi: `Mã này dùng được từ ngày ${dayFirst(from)}.`,
    en: `This code can be used from ${dayFirst(from)}.`,
  })),
  codeExpired: defineProblem<WithoutCode & { until: string }>('code_expired', 409, ({ until }) => ({
    vi: `Mã này đã hết hạn từ sau ngày ${dayFirst(until)}.`,
    en: `This code expired after ${dayFirst(until)}.`,
  })),
}
