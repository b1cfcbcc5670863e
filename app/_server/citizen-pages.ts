// The citizen pages at /s/<wave>: what the flows say, drawn by the light form. The untouched form of a place is drawn once
// for everybody, as long as the wave in memory is the same.
import type { IncomingMessage } from 'node:http'
import { loadMarks } from '#lib/flows/load-marks'
import { type FormRequest, type OpenForm, openForm } from '#lib/flows/open-form'
import { offeredLanguage, type RecalledWave } from '#lib/flows/recall-wave'
import { takeFormStep } from '#lib/flows/take-form-step'
import { officerPublicKey } from '#lib/officer-key'
import { Problem } from '#lib/problem'
import { type LanguageCode, ownLanguages } from '#lib/surveys/languages'
import { marksPage } from '#lib/surveys/light-form/contest-pages'
import { formPage, type LightForm } from '#lib/surveys/light-form/form-page'
import { type FormState, untouched } from '#lib/surveys/light-form/form-state'
import { markedText } from '#lib/surveys/light-form/marked-text'
import {
  againPage,
  choicePage,
  problemPage,
  proofPage,
  type Screen,
  thanksPage,
  type Ways,
} from '#lib/surveys/light-form/screens'
import type { PageFont } from '#lib/surveys/light-form/shell'
import { surveyPage } from '#lib/surveys/survey-page/survey-page'
import type { Reply } from './citizen-reply'
import { lightFormScript, surveyPageScript } from './light-form-script'
import { pageFont } from './page-font'
import { readBody } from './read-body'
import { requireProof } from './require-proof'

const limitBytes = 64 * 1024

export type PageAddress = { wave: string; query: URLSearchParams }

/** The page for a GET. Throws problems. */
export async function showForm({ wave, query }: PageAddress): Promise<Reply> {
  const open = await openForm(null, place(wave, query))
  const isSecret = query.has('t') || query.has('v')
  const language = languageOf(open.wave, query)
  const font = await pageFont(language, open.wave.file)
  if (open.screen !== 'form') return { ...page(200, choice(open, query, font)), caching: 'once', font }
  const caching = isSecret ? 'once' : 'ask'
  if (open.wave.serving.way === 'surveyjs')
    return { ...page(200, withSurveyJs(open, language, query, font)), font, caching, isSurveyJs: true }
  return { ...page(200, untouchedForm(open, language, font)), font, caching }
}

/** What a plain form post carries. Throws bodyTooLarge. */
export const readFields = async (request: IncomingMessage) =>
  new URLSearchParams(await readBody(request, limitBytes))

/** The page after a plain form post: the next page, the same with faults (422), or thanks (201). Throws problems. */
export async function postForm({ wave, query }: PageAddress, fields: URLSearchParams): Promise<Reply> {
  const step = await takeFormStep(
    null,
    { ...place(wave, query), language: query.get('lang') ?? undefined },
    fields,
    () => requireProof(place(wave, query), fields.get('~proof') ?? undefined),
  ).catch((problem: unknown) => askForProof(problem, query, fields))
  if ('body' in step) return step
  query.set('lang', step.language)
  const font = await pageFont(step.language, step.file)
  const shown = { ...screen(step, query), isSample: step.isSample, font }
  if (step.isStored) {
    const { receipt, answers } = step
    if (step.purpose === 'contest') {
      const marks = await loadMarks(null, { wave, receipt, answers })
      return { ...page(201, marksPage(shown, marks, JSON.stringify({ wave, receipt, answers }))), font }
    }
    const isAlone = !['kiosk', 'assisted'].includes(query.get('m') ?? '')
    return {
      ...page(
        201,
        thanksPage(
          shown,
          receipt,
          isAlone ? { submission: { wave, receipt, answers }, posted: [...fields] } : undefined,
        ),
      ),
      font,
    }
  }
  if (step.open.screen !== 'form') return { ...page(200, choice(step.open, query, font)), font }
  const status = step.state.faults.length > 0 ? 422 : 200
  return { ...page(status, draw(step.open, step.language, step.state, font)), font }
}

/** The page that asks for a proof of work and carries all that was posted, to be sent again as it is. */
function askForProof(problem: unknown, query: URLSearchParams, fields: URLSearchParams): Reply {
  if (!(problem instanceof Problem) || problem.code !== 'proof_required') throw problem
  const { challenge } = problem.details
  const posted = [...fields].filter(([name]) => name !== '~proof')
  return page(problem.status, proofPage({ ...ownScreen(query), isSample: false }, posted, challenge))
}

const isOfMoment = ({ status }: Problem) => status === 429 || status >= 500

/** A problem as a page, in the language of the address. Where only the moment was wrong, what was posted can be sent again. */
export function showProblem(problem: Problem, query: URLSearchParams, posted?: URLSearchParams): Reply {
  if (posted && isOfMoment(problem))
    return page(
      problem.status,
      againPage({ ...ownScreen(query), isSample: false }, [...posted], problem.sentence),
    )
  return page(
    problem.status,
    problemPage({ ...ownScreen(query), isSample: false }, problem.sentence, waysFrom(problem, query)),
  )
}

/** A page that belongs to no wave. */
export const ownScreen = (query: URLSearchParams) => screen({ languages: [...ownLanguages] }, query)

/**
 * What to do about a code that does not work: type another one, or answer without where that is offered. Where there is
 * nothing to answer, what others have answered.
 */
function waysFrom(problem: Problem, query: URLSearchParams): Ways {
  if (!problem.code.startsWith('code_')) return isOfMoment(problem) ? {} : { results: '/' }
  const withoutCode = new URLSearchParams(query)
  withoutCode.delete('v')
  return {
    ...(problem.code === 'code_not_taken' ? {} : { codeAgain: '/v' }),
    ...(problem.details.hasOpenForm || problem.code === 'code_not_taken'
      ? { withoutCode: `?${withoutCode}` }
      : {}),
  }
}

const page = (status: number, body: string): Reply => ({ status, body, type: 'text/html', caching: 'once' })

type Languages = Pick<RecalledWave, 'languages'> & Partial<Pick<RecalledWave, 'drafts'>>

const languageOf = (wave: Languages, query: URLSearchParams): LanguageCode =>
  offeredLanguage(wave, query.get('lang'))

function place(wave: string, query: URLSearchParams): FormRequest {
  const given = (name: string) => query.get(name)?.slice(0, 200) || undefined
  return {
    wave,
    unit: given('u'),
    cluster: given('c'),
    mode: given('m'),
    place: given('p'),
    collector: given('r'),
    visitCode: given('v'),
  }
}

function screen(wave: Languages, query: URLSearchParams): Omit<Screen, 'isSample'> {
  return {
    language: languageOf(wave, query),
    languages: wave.languages,
    isDraft: wave.drafts?.includes(languageOf(wave, query)),
    languageUrl: (code) => withParameter(query, 'lang', code),
    scriptUrl: lightFormScript().url,
  }
}

function withParameter(query: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(query)
  changed.set(name, value)
  return `?${changed}`
}

function choice(
  open: Exclude<OpenForm, { screen: 'form' }>,
  query: URLSearchParams,
  font: PageFont | undefined,
): string {
  const language = languageOf(open.wave, query)
  const { title, titleEn, isSample } = open.wave
  const waveTitle = markedText({ vi: title, en: titleEn }, language)
  if (open.screen === 'choose-unit') {
    const units = open.units.map(({ id, name, nameEn }) => ({
      name: markedText({ vi: name, en: nameEn }, language),
      url: withParameter(query, 'u', id),
    }))
    return choicePage({ ...screen(open.wave, query), isSample, font }, 'unit', waveTitle, units)
  }
  const villages = open.villages.map(({ code, name }) => ({
    name: markedText({ vi: name, en: name }, language),
    url: withParameter(query, 'c', code),
  }))
  return choicePage({ ...screen(open.wave, query), isSample, font }, 'village', waveTitle, villages)
}

type FormScreen = Extract<OpenForm, { screen: 'form' }>
const drawn = new WeakMap<FormScreen['wave'], Map<string, string>>()

function untouchedForm(open: FormScreen, language: LanguageCode, font: PageFont | undefined): string {
  const pages = drawn.get(open.wave) ?? new Map<string, string>()
  drawn.set(open.wave, pages)
  const key = `${language} ${open.unit.id} ${open.village?.code ?? ''}`
  const made = pages.get(key) ?? draw(open, language, untouched, font)
  pages.set(key, made)
  return made
}

function draw(
  open: FormScreen,
  language: LanguageCode,
  state: FormState,
  font: PageFont | undefined,
): string {
  return formPage(aboutForm(open, language, font), state)
}

/** Drawn for everybody anew: its links carry what the address says. */
function withSurveyJs(
  open: FormScreen,
  language: LanguageCode,
  query: URLSearchParams,
  font: PageFont | undefined,
): string {
  const { script, style } = surveyPageScript()
  return surveyPage({
    ...aboutForm(open, language, font),
    languageUrl: (code) => withParameter(query, 'lang', code),
    surveyScriptUrl: script.url,
    styleUrl: style.url,
  })
}

export function aboutForm(
  { wave, unit, village }: Pick<FormScreen, 'wave' | 'unit' | 'village'>,
  language: LanguageCode,
  font: PageFont | undefined,
): LightForm {
  return {
    compiled: wave.compiled,
    introduction: wave.file,
    wave: {
      id: wave.id,
      title: { vi: wave.title, en: wave.titleEn },
      formName: wave.formName,
      isSample: wave.isSample,
      isContest: wave.purpose === 'contest',
    },
    place: { unitId: unit.id, unit: { vi: unit.name, en: unit.nameEn }, village: village?.name },
    language,
    languages: wave.languages,
    scriptUrl: lightFormScript().url,
    officerKey: officerPublicKey(),
    media: wave.media,
    isDraft: wave.drafts.includes(language),
    font,
  }
}
