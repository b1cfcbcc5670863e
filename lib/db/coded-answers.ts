// Coded answers of a wave without anything that tells one from another but what was said and how it came in, for checks
// of patterns. Nothing of it leaves the flow that reads it.
import { database } from '#lib/db/client'
import { asText, readIntegers } from '#lib/db/read-integers'
import type { Collector, Entry, Mode, Place } from '#lib/surveys/collection'

export type CodedAnswer = {
  unit: string
  stratum: string
  cluster: string
  weight: number
  mode: Mode
  place: Place
  collector: Collector
  entry: Entry
  coded: number[]
}

/** All answers of a wave with one of the rights to answer; null when there are more than `most`. */
export async function listCodedAnswers(
  waveId: string,
  entries: readonly Entry[],
  most: number,
): Promise<CodedAnswer[] | null> {
  const { rows } = await database().pool.query<Record<string, string>>({
    text: `select "unitId" as unit, stratum, cluster, weight, mode, place, collector, entry, coded
      from "Response" where "waveId" = $1 and entry = any($2) limit $3`,
    values: [waveId, entries, most + 1],
    types: asText,
  })
  if (rows.length > most) return null
  return rows.map((row) => ({
    unit: row.unit!,
    stratum: row.stratum!,
    cluster: row.cluster!,
    weight: Number(row.weight),
    mode: row.mode as Mode,
    place: row.place as Place,
    collector: row.collector as Collector,
    entry: row.entry as Entry,
    coded: readIntegers(row.coded!),
  }))
}
