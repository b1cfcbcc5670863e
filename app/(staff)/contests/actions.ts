'use server'
// What officers do with contests. The flows decide who may and what is right.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { PassReason } from '#lib/contests/pass-reasons'
import { createContest } from '#lib/flows/create-contest'
import { drawPrizes } from '#lib/flows/draw-prizes'
import { endWave } from '#lib/flows/end-wave'
import { eraseEntry } from '#lib/flows/erase-entry'
import { passWinner } from '#lib/flows/pass-winner'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

const texts = [
  'title',
  'titleEn',
  'id',
  'form',
  'owner',
  'opensAt',
  'closesAt',
  'graceDays',
  'threshold',
  'entryDays',
  'keepDays',
] as const

export const createContestAction = action<undefined>(async (actor, form) => {
  const all = (name: string) => form.getAll(name).map(String)
  const [names, namesEn, counts] = [all('prizeName'), all('prizeNameEn'), all('prizeCount')]
  const prizes = names
    .map((name, at) => ({ name, nameEn: namesEn[at] ?? '', count: counts[at] ?? '' }))
    .filter(({ name, nameEn, count }) => name.trim() || nameEn.trim() || count.trim())
  const { id } = await createContest(actor, { ...textFields(form, texts), units: all('units'), prizes })
  revalidatePath('/contests')
  redirect(`/contests/${id}`)
})

export const drawPrizesAction = action<undefined>(async (actor, form) => {
  const { contest } = textFields(form, ['contest'])
  await drawPrizes(actor, { contest, isConfirmed: (form.get('isConfirmed') !== null) as true })
  revalidatePath('/contests', 'layout')
  redirect(`/contests/${contest}`)
})

export const passWinnerAction = action<undefined>(async (actor, form) => {
  const { contest, number, reason } = textFields(form, ['contest', 'number', 'reason'])
  await passWinner(actor, { contest, number, reason: reason as PassReason })
  revalidatePath('/contests', 'layout')
})

export const eraseEntryAction = action<undefined>(async (actor, form) => {
  await eraseEntry(actor, textFields(form, ['contest', 'number']))
  revalidatePath('/contests', 'layout')
})

/** Closes or cancels a contest: its wave. */
export const endContestAction = action<undefined>(async (actor, form) => {
  const { id, how } = textFields(form, ['id', 'how'])
  await endWave(actor, { id, how: how as 'close' | 'cancel' })
  revalidatePath('/contests', 'layout')
})
