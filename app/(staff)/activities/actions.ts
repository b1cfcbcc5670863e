'use server'
// What officers do with activities. The flows decide who may.
import { revalidatePath } from 'next/cache'
import type { ActivityPreview } from '#lib/campaigns/activity-preview'
import { attachActivityFile } from '#lib/flows/attach-activity-file'
import { correctActivity } from '#lib/flows/correct-activity'
import { importActivities } from '#lib/flows/import-activities'
import { recordActivity } from '#lib/flows/record-activity'
import { removeActivityFile } from '#lib/flows/remove-activity-file'
import { withdrawActivity } from '#lib/flows/withdraw-activity'
import type { EvidenceFile } from '#lib/rounds/round-event'
import { action } from '../../_server/action'
import { sentFile, sentFileOrEmpty } from '../../_server/sent-file'
import { textFields } from '../../_server/text-fields'

export const recordActivityAction = action<{ unit: string; id: string }>(async (actor, form) => {
  const input = { ...textFields(form, ['unit', 'id']), ...typedIn(form) }
  const place = await recordActivity(actor, input, await sentFile(form))
  revalidatePath('/activities', 'layout')
  return place
})

export const correctActivityAction = action<{ unit: string; id: string }>(async (actor, form) => {
  const place = textFields(form, ['unit', 'id'])
  await correctActivity(actor, { ...place, ...textFields(form, ['seen', 'reason']), ...typedIn(form) })
  revalidatePath('/activities', 'layout')
  return place
})

export const withdrawActivityAction = action<undefined>(async (actor, form) => {
  const { isWithdrawn, ...input } = textFields(form, ['unit', 'id', 'seen', 'reason', 'isWithdrawn'])
  await withdrawActivity(actor, { ...input, isWithdrawn: isWithdrawn === '1' })
  revalidatePath('/activities', 'layout')
})

export const attachActivityFileAction = action<EvidenceFile>(async (actor, form) => {
  const file = await attachActivityFile(actor, textFields(form, ['unit', 'id']), await sentFileOrEmpty(form))
  revalidatePath('/activities', 'layout')
  return file
})

export const removeActivityFileAction = action<undefined>(async (actor, form) => {
  await removeActivityFile(actor, textFields(form, ['unit', 'id', 'fileId', 'reason']))
  revalidatePath('/activities', 'layout')
})

export const importActivitiesAction = action<ActivityPreview>(async (actor, form) => {
  const { mapping, isTrial, leavesOut, unit } = textFields(form, ['unit', 'mapping', 'isTrial', 'leavesOut'])
  const { bytes } = await sentFileOrEmpty(form)
  const result = await importActivities(actor, {
    unit,
    bytes,
    mapping: mapping ? JSON.parse(mapping) : undefined,
    isTrial: isTrial === '1',
    leavesOut: leavesOut === '1',
  })
  if (result.stored !== null) revalidatePath('/activities', 'layout')
  return result
})

const texts = [
  'planItem',
  'title',
  'channel',
  'village',
  'startsOn',
  'endsOn',
  'cost',
  'link',
  'note',
] as const

/** The form holds the measures of all channels; those of the chosen one count, whatever order they come in. */
function typedIn(form: FormData) {
  const typed = textFields(form, texts)
  const prefix = `amount.${typed.channel}.`
  const amounts = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value] as const] : [],
  )
  const codes = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  return {
    ...typed,
    areas: codes('areas'),
    targetGroups: codes('targetGroups'),
    amounts: Object.fromEntries(amounts),
  }
}
