// A communication activity (hoạt động tuyên truyền) as pages, reports and studies read it: its newest version, days as
// "2024-03-31", money as a number of VND. The surprise: an activity belongs to the period in which it ended, because only
// what was done is counted.
import type { Channel } from '#lib/definitions/channels-file'

/** Amounts by measure of the channel; a measure that nobody knew is absent, never 0. */
export type Amounts = Readonly<Record<string, number>>

export type Activity = {
  unitId: string
  /** UUID, made by the device that recorded it. */
  id: string
  /** 1, and one more with every correction. */
  version: number
  /** Code of the item of the unit's plan that it carries out, or ''. */
  planItem: string
  title: string
  /** Code of a channel. */
  channel: string
  /** Codes of areas, at least one. */
  areas: readonly string[]
  targetGroups: readonly string[]
  /** Where in the unit; '' is all of it. */
  village: string
  startsOn: string
  endsOn: string
  amounts: Amounts
  /** VND; 0 when it cost nothing. */
  cost: number
  link: string
  note: string
  isWithdrawn: boolean
  /** Why this version replaced the one before; '' for the first. */
  reason: string
  source: 'form' | 'import'
  recordedAt: Date
  recordedByName: string
}

/**
 * The measure in which a channel's output is counted and its cost is divided: the one that bears the name of the output
 * (attendances of meetings), else the first. Null for a channel that is only asked about and never counted.
 */
export function mainMeasure(channel: Channel): string | null {
  const measures = channel.measures ?? []
  return (measures.find(({ name }) => name.vi === channel.output.vi) ?? measures[0])?.code ?? null
}

/** The product of the channel's factors (broadcasts × minutes × clusters); null when it has none or one is not known. */
export function volumeOf(channel: Channel, amounts: Amounts): number | null {
  if (!channel.volume) return null
  let product = 1
  for (const code of channel.volume.of) {
    const amount = amounts[code]
    if (amount === undefined) return null
    product *= amount
  }
  return product
}
