'use server'
// What officers do with waves. The flows decide who may and what is right.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { createLetters, type FreshLetters } from '#lib/flows/create-letters'
import { createWave } from '#lib/flows/create-wave'
import { endWave } from '#lib/flows/end-wave'
import { type ImportedAnswer, importAnswers } from '#lib/flows/import-answers'
import { openBox } from '#lib/flows/open-box'
import { setGraceDays } from '#lib/flows/set-grace-days'
import { setWaveLanguages } from '#lib/flows/set-wave-languages'
import type { WaveInput } from '#lib/wave-input'
import { action } from '../../_server/action'
import { sentText } from '../../_server/sent-file'
import { textFields } from '../../_server/text-fields'

const texts = [
  'title',
  'titleEn',
  'id',
  'form',
  'design',
  'periodStart',
  'periodEnd',
  'opensAt',
  'closesAt',
  'graceDays',
  'clusters',
] as const

export const createWaveAction = action<undefined>(async (actor, form) => {
  const all = (name: string) => form.getAll(name).map(String)
  const units = all('units').map((id) => ({ id, target: String(form.get(`target ${id}`) ?? '') }))
  const { id } = await createWave(actor, {
    ...textFields(form, texts),
    modes: all('modes'),
    entries: all('entries'),
    places: all('places'),
    isPaperKeyedByUnits: form.get('isPaperKeyedByUnits') === 'on',
    ...(form.has('renderer') ? textFields(form, ['renderer']) : {}),
    units,
  } as WaveInput)
  revalidatePath('/waves')
  redirect(`/waves/${id}`)
})

export const importAnswersAction = action<ImportedAnswer[]>(async (actor, form) => {
  const rows = await importAnswers(actor, {
    ...textFields(form, ['wave']),
    file: await sentText(form),
  })
  revalidatePath('/waves', 'layout')
  return rows
})

export const endWaveAction = action<undefined>(async (actor, form) => {
  const { id, how } = textFields(form, ['id', 'how'])
  await endWave(actor, { id, how: how as 'close' | 'cancel' })
  revalidatePath('/waves', 'layout')
})

export const setGraceAction = action<undefined>(async (actor, form) => {
  await setGraceDays(actor, textFields(form, ['id', 'graceDays']))
  revalidatePath('/waves', 'layout')
})

export const setLanguagesAction = action<undefined>(async (actor, form) => {
  await setWaveLanguages(actor, {
    ...textFields(form, ['id']),
    languages: form.getAll('languages').map(String),
    isSure: form.get('isSure') === 'on',
  })
  revalidatePath('/waves', 'layout')
})

export const openBoxAction = action<undefined>(async (actor, form) => {
  await openBox(actor, textFields(form, ['wave']))
  revalidatePath('/waves', 'layout')
})

export const createLettersAction = action<FreshLetters>(async (actor, form) => {
  const made = await createLetters(actor, textFields(form, ['wave', 'unit', 'count', 'lastDay']))
  revalidatePath('/waves', 'layout')
  return made
})
