'use server'
// What a desk officer does with visit codes. The flows decide who may and what is right.
import { revalidatePath } from 'next/cache'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { revokeVisitBatch } from '#lib/flows/revoke-visit-batch'
import { saveVisitFigures } from '#lib/flows/save-visit-figures'
import type { FreshCodes } from '#lib/visit-batch'
import { action } from '../../../../_server/action'
import { textFields } from '../../../../_server/text-fields'

const batchFields = ['wave', 'unit', 'count', 'label', 'place', 'collector', 'validFrom', 'validTo'] as const

export const createCodesAction = action<FreshCodes>(async (actor, form) => {
  const made = await createVisitCodes(actor, textFields(form, batchFields))
  revalidatePath('/waves', 'layout')
  return made
})

export const saveFiguresAction = action<undefined>(async (actor, form) => {
  await saveVisitFigures(actor, textFields(form, ['batch', 'handedOut', 'visits']))
  revalidatePath('/waves', 'layout')
})

export const revokeBatchAction = action<undefined>(async (actor, form) => {
  await revokeVisitBatch(actor, textFields(form, ['batch']))
  revalidatePath('/waves', 'layout')
})
