// Which page serves a form, and why: an officer sees it before people are asked. The light form is the rule; SurveyJS'
// own page stands in for what the light form cannot show, and where an officer wants it for delegates.
import type { Sentence } from '#lib/problem'
import type { CompiledForm } from '#lib/surveys/compile-form'
import { pagingOf } from '#lib/surveys/light-form/paging'
import type { Renderer } from '#lib/wave-choices'

export type Serving = {
  /** light: the whole form in one small page; light-by-page: each page comes from the server; surveyjs: SurveyJS' page. */
  way: 'light' | 'light-by-page' | 'surveyjs'
  /** Why it is not the plain light form; empty when it is. */
  reasons: Sentence[]
}

const chosen: Sentence = {
  vi: 'Người lập đợt đã chọn trang đầy đủ của SurveyJS.',
  en: 'Whoever planned the wave chose the full page of SurveyJS.',
}

export function servingOf(compiled: CompiledForm, wished: Renderer = 'light'): Serving {
  if (compiled.renderer === 'surveyjs') return { way: 'surveyjs', reasons: compiled.reasons }
  if (wished === 'surveyjs') return { way: 'surveyjs', reasons: [chosen] }
  const { by, reasons } = pagingOf(compiled)
  return by === 'browser'
    ? { way: 'light', reasons: [] }
    : { way: 'light-by-page', reasons: reasons.map(pagingReason) }
}

/** Whether a device can collect with it all day without a network, one person after the other. */
export const canServeKiosk = ({ way }: Serving): boolean => way === 'light'

function pagingReason(entry: string): Sentence {
  const [owner = '', what = ''] = entry.split(': ')
  return {
    vi: `${owner === 'form' ? 'Cả phiếu' : `“${owner}”`}: “${what}” phụ thuộc câu trả lời theo cách chỉ máy chủ tính được.`,
    en: `${owner === 'form' ? 'The form as a whole' : `“${owner}”`}: “${what}” follows from the answers in a way that only the server can tell.`,
  }
}
