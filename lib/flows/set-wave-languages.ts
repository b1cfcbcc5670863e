// Which languages citizens may choose in a wave. Vietnamese is always there; a translation that no native speaker has
// reviewed is offered only when an officer confirms it, because wrong words would measure something else.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { updateWaveLanguages } from '#lib/db/waves'
import { loadTranslation } from '#lib/flows/load-translation'
import { forgetWave } from '#lib/flows/recall-wave'
import { requireWave } from '#lib/flows/require-wave'
import { type Fault, problems } from '#lib/problem'
import { languages, mainLanguage } from '#lib/surveys/languages'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  id: z.string().max(60),
  languages: z.array(z.string().max(20)).max(40),
  /** "Yes, although some are drafts." */
  isSure: z.boolean().optional(),
})

/** Returns the codes that are offered now. Throws unknownWave, invalidInput. */
export async function setWaveLanguages(actor: MaybeActor, input: z.input<typeof shape>): Promise<string[]> {
  const officer = allow(actor, 'waves.write')
  const { id, languages: wanted, isSure } = requireShape(shape, input)
  const wave = await requireWave(id)
  const { languages: states } = await loadTranslation(actor, wave.form)
  const faults: Fault[] = wanted.flatMap((code) => {
    const state = states.find((one) => one.code === code)
    if (!state) return [unknownLanguage(code)]
    if (state.missing.length === state.asked) return [nothingTranslated(state.names)]
    return state.review === 'draft' && !isSure ? [unreviewed(state.names)] : []
  })
  if (faults.length > 0) throw problems.invalidInput({ faults })
  const offered = languages
    .map(({ code }) => code)
    .filter((code) => code === mainLanguage || wanted.includes(code))
  await updateWaveLanguages(id, offered)
  await insertAuditEvent(officer, { action: 'set-wave-languages', subject: id, details: { offered } })
  forgetWave(id)
  return offered
}

const unknownLanguage = (code: string): Fault => ({
  question: 'languages',
  code: 'unknown_language',
  vi: `Không có ngôn ngữ “${code}”.`,
  en: `There is no language “${code}”.`,
})

const nothingTranslated = (names: { vi: string; en: string }): Fault => ({
  question: 'languages',
  code: 'nothing_translated',
  vi: `${names.vi}: phiếu chưa có câu nào được dịch.`,
  en: `${names.en}: nothing of the form has been translated.`,
})

const unreviewed = (names: { vi: string; en: string }): Fault => ({
  question: 'isSure',
  code: 'not_reviewed',
  vi: `${names.vi}: bản dịch chưa được người bản ngữ duyệt. Hãy đánh dấu ô xác nhận nếu vẫn muốn dùng.`,
  en: `${names.en}: no native speaker has reviewed the translation. Tick the box if it is to be used nevertheless.`,
})
