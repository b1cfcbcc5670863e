// What is known where an activity of a unit is recorded, with the names for people to choose from.
import type { ActivityBook } from '#lib/campaigns/activity-input'
import type { Channel } from '#lib/definitions/channels-file'

type Name = { vi: string; en: string }
type PlannedItem = { year: number; code: string; title: string; channel: string }

export type FilledBook = Pick<ActivityBook, 'unit' | 'today'> & {
  channels: Channel[]
  areas: { code: string; name: Name; short: Name }[]
  targetGroups: { code: string; name: Name }[]
  planItems: PlannedItem[]
}
