// npm run form -- render FORM.json: the page that the server would send, on stdout. Of the light form it is one page of
// questions, counted among those that the given answers make visible. A form beyond the light form gets the page of SurveyJS,
// on which a script draws the questions; that, and why, stands on stderr as JSON.
import { parseArgs } from 'node:util'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { findLanguage, type LanguageCode } from '#lib/surveys/languages'
import { formPage } from '#lib/surveys/light-form/form-page'
import { untouched } from '#lib/surveys/light-form/form-state'
import { openStep } from '#lib/surveys/light-form/open-step'
import { isVisible, pagingModeOf, type Root, rootsOf } from '#lib/surveys/light-form/roots'
import { surveyPage } from '#lib/surveys/survey-page/survey-page'
import { lightFormScript, surveyPageScript } from '../_server/light-form-script'
import { readFormJson, readJsonFile, UnreadableInput } from './read-json-file'

const usage = 'render FORM.json [--page N|NAME] [--answers FILE] [--lang vi|en|…]'

/** Exit code 0: a page was printed; 1: the form cannot be served at all. Throws UnreadableInput. */
export async function renderForm(words: string[]): Promise<number> {
  const { path, page, answersPath, language } = readWords(words)
  const compiled = compileForm(await readFormJson(path))
  const answers = answersPath ? readAnswers(await readJsonFile(answersPath)) : null
  const { refusals, reasons, renderer } = compiled
  if (refusals.length > 0) {
    console.error(JSON.stringify({ renderer: null, reasons: refusals }))
    return 1
  }
  if (renderer === 'surveyjs') {
    console.error(JSON.stringify({ renderer, reasons, note: drawnByScript }))
    console.log(pageOfSurveyJs(compiled, language))
    return 0
  }
  const formJson = compiled.json as object
  const roots = rootsOf(openStep(formJson, language, { answers }), pagingModeOf(formJson))
  const form = sampleForm(compiled, language)
  console.log(formPage(form, { ...untouched, page: numberOf(page, roots), answers }))
  return 0
}

const drawnByScript = {
  vi: 'Đây là trang của SurveyJS như máy chủ gửi: câu hỏi do trình duyệt vẽ, nên --page và --answers không có tác dụng.',
  en: 'This is the page of SurveyJS as the server sends it: a browser draws the questions, so --page and --answers change nothing.',
}

function sampleForm(compiled: CompiledForm, language: LanguageCode) {
  const place = { unitId: 'sample', unit: { vi: 'Nơi xem thử', en: 'Sample place' } }
  const title = { vi: 'Xem thử', en: 'Preview' }
  const wave = { id: 'sample', title, formName: 'sample.v1', isSample: true }
  return { compiled, wave, place, language, scriptUrl: lightFormScript().url }
}

function pageOfSurveyJs(compiled: CompiledForm, language: LanguageCode): string {
  const { script, style } = surveyPageScript()
  return surveyPage({
    ...sampleForm(compiled, language),
    languageUrl: (code) => `?lang=${code}`,
    surveyScriptUrl: script.url,
    styleUrl: style.url,
  })
}

function readWords(words: string[]) {
  const options = { page: { type: 'string' }, answers: { type: 'string' }, lang: { type: 'string' } } as const
  const { values, positionals } = parse()
  const language = findLanguage(values.lang ?? 'vi')?.code
  if (positionals.length !== 1 || !language) throw misspelt()
  const path = positionals[0] ?? ''
  return { path, page: values.page ?? '1', answersPath: values.answers, language: language as LanguageCode }

  function parse() {
    try {
      return parseArgs({ args: words, options, allowPositionals: true })
    } catch {
      throw misspelt()
    }
  }
}

const misspelt = () =>
  new UnreadableInput({ vi: `Cách dùng: npm run form -- ${usage}`, en: `Usage: npm run form -- ${usage}` })

function readAnswers(raw: unknown): Record<string, unknown> {
  if (raw !== null && typeof raw === 'object' && !Array.isArray(raw)) return raw as Record<string, unknown>
  throw new UnreadableInput({
    vi: 'Tệp câu trả lời phải là một đối tượng JSON { … }.',
    en: 'The file of answers must be a JSON object { … }.',
  })
}

/** The screen with this name, or the n-th of those to be seen. */
function numberOf(page: string, roots: Root[]): number {
  const visible = roots.filter(isVisible)
  const named = roots.find((root) => root.page.name === page)
  const found = named ?? (/^\d+$/.test(page) ? visible[Number(page) - 1] : undefined)
  if (found) return found.number
  if (page === '1') return 1
  throw new UnreadableInput({
    vi: `Phiếu không có trang “${page}”.`,
    en: `The form has no page “${page}”.`,
  })
}
