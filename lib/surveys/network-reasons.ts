// Why a form cannot be answered without a network: which parts of it only the server can work out, so that every step is
// asked for. Empty for a form that works offline and on a kiosk.
import { compileForm } from '#lib/surveys/compile-form'
import { pagingOf } from '#lib/surveys/light-form/paging'

/** `form`: plain SurveyJS JSON. */
export function networkReasons(form: unknown): string[] {
  return pagingOf(compileForm(form)).reasons
}
