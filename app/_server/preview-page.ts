// A form as people will get it, drawn for staff: the same pages and scripts at /definitions/forms/<slug>/<version>/preview,
// with a band on top that says so. GET shows it, POST takes a step (a plain form post) or judges all answers (the JSON of
// the script, which keeps nothing on the device). Nothing is stored.
import type { IncomingMessage } from 'node:http'
import { type FormPreview, previewForm } from '#lib/flows/preview-form'
import { offeredLanguage } from '#lib/flows/recall-wave'
import { tryForm } from '#lib/flows/try-form'
import { type Problem, problems } from '#lib/problem'
import type { LanguageCode } from '#lib/surveys/languages'
import { formPage, type LightForm } from '#lib/surveys/light-form/form-page'
import { type FormState, untouched } from '#lib/surveys/light-form/form-state'
import { thanksPage } from '#lib/surveys/light-form/screens'
import { surveyPage } from '#lib/surveys/survey-page/survey-page'
import { actorOfRequest } from './actor-of-request'
import { showProblem } from './citizen-pages'
import type { Reply } from './citizen-reply'
import { lightFormScript, surveyPageScript } from './light-form-script'
import { pageFont } from './page-font'
import { readBody } from './read-body'

type Asked = { slug: string; version: string; query: URLSearchParams }

const limitBytes = 64 * 1024

/** Which form the path asks to preview; null when it is another's path. */
export function previewAsked(path: string, query: URLSearchParams): Asked | null {
  const [, slug, version] = /^\/definitions\/forms\/([a-z0-9-]{1,80})\/(\d{1,6})\/preview$/.exec(path) ?? []
  return slug && version ? { slug, version, query } : null
}

/** Throws problems; signInRequired where nobody is signed in. */
export async function showPreview(request: IncomingMessage, { query, ...which }: Asked): Promise<Reply> {
  const actor = await actorOfRequest(request)
  const wished = query.get('page') === 'surveyjs' ? ('surveyjs' as const) : ('light' as const)
  const input = { ...which, renderer: wished, language: query.get('lang') ?? undefined }
  if (request.method !== 'POST') {
    const form = await previewForm(actor, input)
    return firstPage(form, offeredLanguage(form, query.get('lang')), query)
  }
  const body = await readBody(request, limitBytes)
  if (request.headers['content-type']?.startsWith('application/json')) {
    const { answers, receipt } = readSent(body)
    await tryForm(actor, { ...input, answers })
    return { status: 201, body: JSON.stringify({ receipt }), type: 'application/json', caching: 'once' }
  }
  const { form, language, isDone, state } = await tryForm(actor, {
    ...input,
    fields: new URLSearchParams(body),
  })
  return state && !isDone ? nextPage(form, language, state) : lastPage(form, language, state, query)
}

/** In words; as JSON for the script; and who is not signed in is asked to do so first. */
export function previewProblem(
  request: IncomingMessage,
  { slug, version, query }: Asked,
  problem: Problem,
): Reply {
  if (request.headers['content-type']?.startsWith('application/json'))
    return { ...html(problem.status, JSON.stringify(problem)), type: 'application/problem+json' }
  if (problem.status !== 401) return showProblem(problem, query)
  const back = encodeURIComponent(`/definitions/forms/${slug}/${version}/preview`)
  return { ...html(303, ''), headers: { location: `/sign-in?callbackUrl=${back}` } }
}

async function firstPage(form: FormPreview, language: LanguageCode, query: URLSearchParams): Promise<Reply> {
  const about = await aboutForm(form, language)
  const { font } = about
  if (form.serving.way !== 'surveyjs') return { ...html(200, formPage(about, untouched)), font }
  const { script, style } = surveyPageScript()
  const urls = { languageUrl: inLanguage(query), surveyScriptUrl: script.url, styleUrl: style.url }
  return { ...html(200, surveyPage({ ...about, ...urls })), font, isSurveyJs: true }
}

async function nextPage(form: FormPreview, language: LanguageCode, state: FormState): Promise<Reply> {
  const about = await aboutForm(form, language)
  return { ...html(state.faults.length > 0 ? 422 : 200, formPage(about, state)), font: about.font }
}

async function lastPage(
  { languages, file }: FormPreview,
  language: LanguageCode,
  state: FormState | null,
  query: URLSearchParams,
): Promise<Reply> {
  const font = await pageFont(language, file)
  const screen = { language, languages, languageUrl: inLanguage(query), scriptUrl: '', font }
  return {
    ...html(200, thanksPage({ ...screen, isSample: false, isPreview: true }, state?.receipt ?? '')),
    font,
  }
}

async function aboutForm(form: FormPreview, language: LanguageCode): Promise<LightForm> {
  const { compiled, file, formName, languages, media, drafts } = form
  return {
    compiled,
    introduction: file,
    wave: { id: 'xem-thu', title: nowhere, formName, isSample: false },
    place: { unitId: 'xem-thu', unit: nowhere },
    language,
    languages,
    scriptUrl: lightFormScript().url,
    media,
    isDraft: drafts.includes(language),
    font: await pageFont(language, file),
    isPreview: true,
  }
}

const nowhere = { vi: 'Xem thử', en: 'Preview' }

function inLanguage(query: URLSearchParams) {
  return (code: LanguageCode) => {
    const changed = new URLSearchParams(query)
    changed.set('lang', code)
    return `?${changed}`
  }
}

function readSent(body: string): { answers: Record<string, unknown>; receipt: string } {
  try {
    return JSON.parse(body)
  } catch {
    throw problems.brokenJson({})
  }
}

const html = (status: number, body: string): Reply => ({ status, body, type: 'text/html', caching: 'once' })
