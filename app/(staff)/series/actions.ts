'use server'
// Takes over a table of published figures and targets.
import { revalidatePath } from 'next/cache'
import { savePublishedFigures } from '#lib/flows/save-published-figures'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export type SavedFigures = { count: number; isTrial: boolean }

export const saveFiguresAction = action<SavedFigures>(async (actor, form) => {
  const { table, trial } = textFields(form, ['table', 'trial'])
  const isTrial = trial === '1'
  const count = await savePublishedFigures(actor, { table, isTrial })
  revalidatePath('/series')
  return { count, isTrial }
})
