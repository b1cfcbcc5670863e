// Waves and their compiled forms, kept in memory: a wave for a few seconds (an officer may extend it or add a unit), a
// form until words in a further language or a recording are added to it: what it asks never changes. Closing does not wait
// for this: the insert asks the database.
import { findWaveToAnswer, loadDefinitionBody, type WaveToAnswer } from '#lib/db/find-wave-to-answer'
import { findAttachments, mediaPlace } from '#lib/db/media'
import { findTranslations, formAdditionsStamp } from '#lib/db/translations'
import type { FormFile } from '#lib/definitions/form-file'
import { problems } from '#lib/problem'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { attachMedia, type FormMedia, formMedia, translateForm } from '#lib/surveys/form-texts'
import { findLanguage, type LanguageCode, mainLanguage } from '#lib/surveys/languages'
import { type Serving, servingOf } from '#lib/surveys/serving'
import type { Renderer } from '#lib/wave-choices'

export type RecalledWave = Omit<WaveToAnswer, 'languages' | 'renderer'> & {
  /** Those that the officer offers and that we have. */
  languages: LanguageCode[]
  /** The page that serves it. */
  serving: Serving
} & RecalledForm

export type RecalledForm = {
  file: FormFile
  compiled: CompiledForm
  /** Recordings and pictures, attached or written by the author. */
  media: FormMedia[]
  /** Languages whose translation no native speaker has reviewed. */
  drafts: string[]
  /** Languages that somebody has translated it into. */
  translated: string[]
}

const secondsKept = 3
const mostKept = 1000
const kept = new Map<string, { until: number; wave: Promise<RecalledWave | null> }>()
const forms = new Map<number, { stamp: string; form: Promise<RecalledForm> }>()

/** The wave, at most a few seconds old. Throws unknownWave. */
export async function recallWave(id: string): Promise<RecalledWave> {
  const now = performance.now()
  let entry = kept.get(id)
  if (!entry || entry.until < now) {
    if (kept.size >= mostKept) kept.clear()
    entry = { until: now + secondsKept * 1000, wave: loadWave(id) }
    kept.set(id, entry)
    entry.wave.catch(() => kept.delete(id))
  }
  const wave = await entry.wave
  if (!wave) throw problems.unknownWave({ wave: id.slice(0, 60) })
  return wave
}

async function loadWave(id: string): Promise<RecalledWave | null> {
  if (!/^[a-z0-9-]{1,60}$/.test(id)) return null // ids of waves are made of these; PostgreSQL would stumble over others
  const wave = await findWaveToAnswer(id)
  if (!wave) return null
  const languages = wave.languages.flatMap((code) => findLanguage(code)?.code ?? [])
  const { renderer, ...facts } = wave
  const form = await recallForm(wave.formId)
  return {
    ...facts,
    languages,
    ...form,
    serving: servingFor(facts.secrecy, form.compiled, renderer as Renderer),
  }
}

/** A ballot takes no form posts, which the server could tell apart: what is not one small page is shown by SurveyJS. */
function servingFor(secrecy: string, compiled: CompiledForm, renderer: Renderer): Serving {
  const serving = servingOf(compiled, renderer)
  const isPosted = secrecy === 'ballot' && serving.way === 'light-by-page'
  return isPosted ? { way: 'surveyjs', reasons: serving.reasons } : serving
}

/** The form with all its translations, recordings and pictures. */
export async function recallForm(id: number): Promise<RecalledForm> {
  const stamp = await formAdditionsStamp(id)
  const known = forms.get(id)
  if (known?.stamp === stamp) return known.form
  const form = loadForm(id)
  forms.set(id, { stamp, form })
  form.catch(() => forms.delete(id))
  return form
}

async function loadForm(id: number): Promise<RecalledForm> {
  const [body, translations, media] = await Promise.all([
    loadDefinitionBody(id),
    findTranslations(id),
    findAttachments(id),
  ])
  const translated = translations.reduce(
    (file, { language, texts }) => translateForm(file, language, texts),
    body as FormFile,
  )
  const file = { ...translated, form: attachMedia(translated.form, media.map(mediaPlace)) }
  const drafts = translations.flatMap(({ language, review }) => (review === 'draft' ? [language] : []))
  return {
    file,
    compiled: compileForm(file.form),
    media: formMedia(file.form),
    drafts,
    translated: translations.map(({ language }) => language),
  }
}

/** The language that is asked for if the wave offers it, else Vietnamese. */
export function offeredLanguage(
  { languages }: Pick<RecalledWave, 'languages'>,
  asked: string | null | undefined,
): LanguageCode {
  return languages.find((code) => code === asked) ?? mainLanguage
}

/** Forgets what was kept of a wave: for flows that change one, and for tests. */
export function forgetWave(id: string): void {
  kept.delete(id)
}
