// An officer records what was done. The device makes the id, so that sending twice after a lost answer records once; the
// same id with other words is no repetition and is refused, because nothing typed may vanish.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import type { Activity } from '#lib/campaigns/activity'
import { type ActivityFacts, readActivity } from '#lib/campaigns/activity-input'
import { insertActivityVersion, listActivityVersions } from '#lib/db/activities'
import { loadActivityBook } from '#lib/flows/load-activity-book'
import { readEvidence } from '#lib/imports/read-evidence'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const text = z.string().max(2000).default('')
const codes = z.array(z.string().max(60)).max(60).default([])

/** What the form sends about an activity, whatever is right of it. */
export const typedActivity = {
  planItem: text,
  title: text,
  channel: text,
  areas: codes,
  targetGroups: codes,
  village: text,
  startsOn: text,
  endsOn: text,
  amounts: z.record(z.string().max(60), z.string().max(60)).default({}),
  cost: text,
  link: text,
  note: text,
}

const shape = z.object({ unit: z.string().max(60), id: z.uuid(), ...typedActivity })

type SentFile = { name: string; bytes: Uint8Array }

/** Returns where it was recorded. Throws notFound, notAllowed, invalidInput, fileRefused. */
export async function recordActivity(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  sent: SentFile | null = null,
  now: Date = new Date(),
): Promise<{ unit: string; id: string }> {
  const officer = allow(actor, 'activities.write', String(input.unit))
  const { unit, id, ...typed } = requireShape(shape, input)
  const read = readActivity(typed, await loadActivityBook(unit, now))
  if ('faults' in read) throw problems.invalidInput({ faults: read.faults })
  const stored = sent ? { file: await readEvidence(sent), bytes: sent.bytes } : undefined
  const version = { ...read.facts, unitId: unit, id, version: 1, isWithdrawn: false, reason: '' }
  const isNew = await insertActivityVersion(
    officer,
    { ...version, source: 'form' },
    'record-activity',
    stored ? { stored } : {},
  )
  if (!isNew) requireSame((await listActivityVersions(unit, id))[0]!, read.facts)
  return { unit, id }
}

function requireSame(known: Activity, facts: ActivityFacts) {
  const isSame = (Object.keys(facts) as (keyof ActivityFacts)[]).every(
    (key) => JSON.stringify(sorted(known[key])) === JSON.stringify(sorted(facts[key])),
  )
  if (!isSame) throw problems.invalidInput({ faults: [recordedBefore] })
}

/** JSONB keeps keys in an order of its own. */
const sorted = (value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
    : value

const recordedBefore: Fault = {
  question: '',
  code: 'recorded_before',
  vi: 'Hoạt động này đã được ghi từ trang này rồi. Muốn thay đổi, hãy mở nó trong danh sách và chọn “Sửa”; muốn ghi việc khác, hãy mở trang ghi mới.',
  en: 'This activity has been recorded from this page already. To change it, open it in the list and choose “Correct”; to record another one, open a new page.',
}
