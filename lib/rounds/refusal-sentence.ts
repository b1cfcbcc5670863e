// Why a step of the round was refused, in words for the person who tried it: what, and how to go on.
import type { Sentence } from '#lib/problem'
import type { Refusal } from '#lib/rounds/refusal'
import type { Step } from '#lib/rounds/round-event'

export const stepNames: Record<Step, Sentence> = {
  'self-scoring': { vi: 'Tự chấm điểm', en: 'Self-scoring' },
  appraisal: { vi: 'Thẩm định lần 1', en: 'First appraisal' },
  explanation: { vi: 'Giải trình', en: 'Explanation' },
  'second-appraisal': { vi: 'Thẩm định lần 2', en: 'Second appraisal' },
  settled: { vi: 'Đã xong, chờ chốt', en: 'Settled, awaiting the freeze' },
  frozen: { vi: 'Đã chốt', en: 'Frozen' },
}

const moment = (date: Date, locale: string) =>
  date.toLocaleString(locale, { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })

/** The sentence; `nameOf` gives the name of a criterion by its code. */
export function refusalSentence(refusal: Refusal, nameOf: (criterion: string) => Sentence): Sentence {
  switch (refusal.code) {
    case 'wrong-step':
      return {
        vi: `Phiếu của đơn vị đang ở bước “${stepNames[refusal.step].vi}” nên không làm được việc này. Hãy tải lại trang.`,
        en: `The unit’s sheet is at the step “${stepNames[refusal.step].en}”, so this cannot be done. Reload the page.`,
      }
    case 'unknown-criterion':
      return {
        vi: `Đợt này không chấm tiêu chí “${refusal.criterion}”.`,
        en: `This round does not ask for criterion “${refusal.criterion}”.`,
      }
    case 'too-late':
      return {
        vi: `Đã hết hạn lúc ${moment(refusal.deadline, 'vi-VN')}, đợt này không nhận muộn. Hãy đề nghị đơn vị thẩm định gia hạn.`,
        en: `The deadline passed at ${moment(refusal.deadline, 'en-GB')} and this round takes nothing late. Ask the appraising unit for more time.`,
      }
    case 'not-late-yet':
      return {
        vi: `Đơn vị còn được giải trình đến ${moment(refusal.deadline, 'vi-VN')}.`,
        en: `The unit may still explain until ${moment(refusal.deadline, 'en-GB')}.`,
      }
    case 'own-work':
      return {
        vi: 'Người đã chấm hoặc giải trình cho đơn vị không được thẩm định đơn vị đó, và ngược lại. Hãy nhờ người khác.',
        en: 'Whoever scored or explained for a unit may not appraise it, nor the other way round. Ask somebody else.',
      }
    case 'reason-missing':
      return { vi: 'Hãy ghi lý do.', en: 'Please give the reason.' }
    case 'note-missing':
      return {
        vi: 'Hãy giải thích vì sao không áp dụng hoặc chưa có số liệu.',
        en: 'Explain why it does not apply or why there is no figure.',
      }
    case 'too-many-files':
      return {
        vi: `Mỗi tiêu chí nhận tối đa ${refusal.limit} tệp.`,
        en: `A criterion takes at most ${refusal.limit} files.`,
      }
    case 'unknown-file':
      return { vi: 'Tệp này không còn trong phiếu.', en: 'This file is no longer in the sheet.' }
    case 'incomplete': {
      const names = (language: 'vi' | 'en') =>
        refusal.criteria
          .slice(0, 5)
          .map((code) => `“${nameOf(code)[language]}”`)
          .join(', ')
      const more = refusal.criteria.length > 5 ? ', …' : ''
      return {
        vi: `Còn ${refusal.criteria.length} tiêu chí chưa xong: ${names('vi')}${more}.`,
        en: `${refusal.criteria.length} criteria are still open: ${names('en')}${more}.`,
      }
    }
    case 'not-changed':
      return {
        vi: 'Không có gì khác với số đang có nên không cần ghi.',
        en: 'Nothing differs from what stands there, so there is nothing to record.',
      }
    case 'no-such-step':
      return {
        vi: `Không mở lại được bước “${stepNames[refusal.step].vi}” lúc này.`,
        en: `The step “${stepNames[refusal.step].en}” cannot be chosen now.`,
      }
  }
}
