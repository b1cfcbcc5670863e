'use server'
// Releases results to the public and takes releases back.
import { revalidatePath } from 'next/cache'
import { releaseResults } from '#lib/flows/release-results'
import { withdrawRelease } from '#lib/flows/withdraw-release'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export const releaseAction = action<string>(async (actor, form) => {
  const { baseline, isConfirmed, ...fields } = textFields(form, [
    'index',
    'wave',
    'baseline',
    'title',
    'isConfirmed',
  ])
  const id = await releaseResults(actor, {
    ...fields,
    ...(baseline ? { baseline } : {}),
    isConfirmed: (isConfirmed === '1') as true,
  })
  revalidatePath('/scoring')
  revalidatePath('/results')
  return id
})

export const withdrawAction = action(async (actor, form) => {
  await withdrawRelease(actor, textFields(form, ['id']))
  revalidatePath('/scoring')
  revalidatePath('/results')
  return undefined
})
