// The citizen pages at /s/<wave>: what the flows say, drawn by the light form. The untouched form of a place is drawn once
// for everybody, as long as the wave in memory is the same.
import type { IncomingMessage } from 'node:http'
import { type FormRequest, type OpenForm, openForm } from '#lib/flows/open-form'
import { takeFormStep } from '#lib/flows/take-form-step'
import type { Problem } from '#lib/problem'
import { formPage, type LightForm } from '#lib/surveys/light-form/form-page'
import { type FormState, untouched } from '#lib/surveys/light-form/form-state'
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'
import { choicePage, problemPage, type Screen, thanksPage } from '#lib/surveys/light-form/screens'
import { inLanguage } from '#lib/surveys/local-text'
import type { Reply } from './citizen-reply'
import { lightFormScript } from './light-form-script'
import { readBody } from './read-body'

const limitBytes = 64 * 1024

export type PageAddress = { wave: string; query: URLSearchParams }

/** The page for a GET. Throws problems. */
export async function showForm({ wave, query }: PageAddress): Promise<Reply> {
  const open = await openForm(null, place(wave, query))
  const isSecret = query.has('t')
  if (open.screen !== 'form') return { ...page(200, choice(open, query)), caching: 'once' }
  return { ...page(200, untouchedForm(open, languageOf(query))), caching: isSecret ? 'once' : 'ask' }
}

/** The page after a plain form post: the next page, the same with faults (422), or thanks (201). Throws problems. */
export async function postForm(request: IncomingMessage, { wave, query }: PageAddress): Promise<Reply> {
  const fields = new URLSearchParams(await readBody(request, limitBytes))
  const step = await takeFormStep(null, { ...place(wave, query), language: languageOf(query) }, fields)
  query.set('lang', step.language)
  if (step.isStored) return page(201, thanksPage({ ...screen(query), isSample: step.isSample }, step.receipt))
  if (step.open.screen !== 'form') return page(200, choice(step.open, query))
  return page(step.state.faults.length > 0 ? 422 : 200, draw(step.open, step.language, step.state))
}

/** A problem as a page, in the language of the address. */
export function showProblem(problem: Problem, query: URLSearchParams): Reply {
  return page(problem.status, problemPage({ ...screen(query), isSample: false }, problem.sentence))
}

const page = (status: number, body: string): Reply => ({ status, body, type: 'text/html', caching: 'once' })

const languageOf = (query: URLSearchParams): InterfaceLanguage => (query.get('lang') === 'en' ? 'en' : 'vi')

function place(wave: string, query: URLSearchParams): FormRequest {
  const given = (name: string) => query.get(name)?.slice(0, 200) || undefined
  return { wave, unit: given('u'), cluster: given('c'), mode: given('m'), token: given('t') }
}

function screen(query: URLSearchParams): Omit<Screen, 'isSample'> {
  const language = languageOf(query)
  return { language, otherLanguageUrl: withParameter(query, 'lang', language === 'vi' ? 'en' : 'vi') }
}

function withParameter(query: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(query)
  changed.set(name, value)
  return `?${changed}`
}

function choice(open: Exclude<OpenForm, { screen: 'form' }>, query: URLSearchParams): string {
  const language = languageOf(query)
  const { title, titleEn, isSample } = open.wave
  const waveTitle = inLanguage({ vi: title, en: titleEn }, language)
  if (open.screen === 'choose-unit') {
    const units = open.units.map(({ id, name, nameEn }) => ({
      name: inLanguage({ vi: name, en: nameEn }, language),
      url: withParameter(query, 'u', id),
    }))
    return choicePage({ ...screen(query), isSample }, 'unit', waveTitle, units)
  }
  const villages = open.villages.map(({ code, name }) => ({ name, url: withParameter(query, 'c', code) }))
  return choicePage({ ...screen(query), isSample }, 'village', waveTitle, villages)
}

type FormScreen = Extract<OpenForm, { screen: 'form' }>
const drawn = new WeakMap<FormScreen['wave'], Map<string, string>>()

function untouchedForm(open: FormScreen, language: InterfaceLanguage): string {
  const pages = drawn.get(open.wave) ?? new Map<string, string>()
  drawn.set(open.wave, pages)
  const key = `${language} ${open.unit.id} ${open.village?.code ?? ''}`
  const made = pages.get(key) ?? draw(open, language, untouched)
  pages.set(key, made)
  return made
}

function draw(open: FormScreen, language: InterfaceLanguage, state: FormState): string {
  const { wave, unit, village } = open
  const form: LightForm = {
    compiled: wave.compiled,
    introduction: wave.file,
    wave: {
      id: wave.id,
      title: { vi: wave.title, en: wave.titleEn },
      formName: wave.formName,
      isSample: wave.isSample,
    },
    place: { unitId: unit.id, unit: { vi: unit.name, en: unit.nameEn }, village: village?.name },
    language,
    scriptUrl: lightFormScript().url,
  }
  return formPage(form, state)
}
