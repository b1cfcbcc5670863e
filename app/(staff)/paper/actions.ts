'use server'
// What officers do with paper sheets. The flows decide who may and what is right.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { closePaperBatch } from '#lib/flows/close-paper-batch'
import { reconcilePaperSheet } from '#lib/flows/reconcile-paper-sheet'
import { registerPaperBatch } from '#lib/flows/register-paper-batch'
import { removePaperSheet } from '#lib/flows/remove-paper-sheet'
import { savePaperSheet } from '#lib/flows/save-paper-sheet'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

const facts = ['wave', 'number', 'cluster', 'place', 'collector', 'sheets', 'collectedOn', 'dueOn'] as const

export const registerBatchAction = action<undefined>(async (actor, form) => {
  const typed = textFields(form, [...facts, 'unit'])
  const isDouble = form.get('isDouble') === 'on'
  const { wave, unit, number } = await registerPaperBatch(actor, { ...typed, isDouble })
  redirect(`/paper/${wave}/${unit}/${number}`)
})

/** `sheet` is JSON: what the keying screen keeps of a sheet. */
export const saveSheetAction = action<{ sheet: number }>(async (actor, form) =>
  savePaperSheet(actor, { ...batchOf(form), ...JSON.parse(String(form.get('sheet'))) }),
)

export const removeSheetAction = action<boolean>(async (actor, form) =>
  removePaperSheet(actor, { ...batchOf(form), sheet: Number(form.get('sheet')) }),
)

export const settleSheetAction = action<{ sheet: number }>(async (actor, form) => {
  const decided = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('decided:') ? [[name.slice('decided:'.length), String(value)] as const] : [],
  )
  const { sheet, whole } = textFields(form, ['sheet', 'whole'])
  const settled = await reconcilePaperSheet(actor, {
    ...batchOf(form),
    sheet,
    decided: Object.fromEntries(decided),
    whole: whole as '' | 'first' | 'second',
  })
  revalidatePath('/paper', 'layout')
  return settled
})

export const closeBatchAction = action<number>(async (actor, form) => {
  const stored = await closePaperBatch(actor, { ...batchOf(form), ...textFields(form, ['explanation']) })
  revalidatePath('/paper', 'layout')
  return stored
})

const batchOf = (form: FormData) => textFields(form, ['wave', 'unit', 'number'])
