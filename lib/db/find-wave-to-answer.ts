// What answering needs to know of a wave: its times, its units and villages, and which form it uses. The form's body is
// asked for apart, because published forms never change and are kept in memory.
import { database } from '#lib/db/client'

export type VillageToAnswer = { code: string; name: string; stratum: string; weight: number }
export type UnitToAnswer = {
  id: string
  name: string
  nameEn: string
  villages: Map<string, VillageToAnswer>
}
export type WaveToAnswer = {
  id: string
  title: string
  titleEn: string
  formId: number
  /** "slug.vN" */
  formName: string
  audience: string
  /** survey | contest: answers of a contest are marked. */
  purpose: string
  /** open | ballot */
  secrecy: string
  design: string
  modes: string[]
  entries: string[]
  places: string[]
  /** light | surveyjs: as the officer chose; see surveys/serving. */
  renderer: string
  opensAt: Date
  /** The closing time, or the moment of cancelling if that came first. */
  closesAt: Date
  /** Days after closing in which answers of before may still arrive. */
  graceDays: number
  /** Results of it are public. */
  isReleased: boolean
  /** Cancelled: nothing of it counts any more. */
  isCancelled: boolean
  /** The rated units may key in their own paper sheets. */
  isPaperKeyedByUnits: boolean
  isSample: boolean
  /** Codes of the languages that citizens may choose. */
  languages: string[]
  units: Map<string, UnitToAnswer>
}

/** The wave with this id, open or not; null when there is none. */
export async function findWaveToAnswer(id: string): Promise<WaveToAnswer | null> {
  const wave = await database().prisma.wave.findUnique({
    where: { id },
    include: {
      form: { select: { slug: true, version: true } },
      releases: { where: { withdrawnAt: null }, select: { id: true }, take: 1 },
      units: { include: { unit: true, clusters: { orderBy: { code: 'asc' } } }, orderBy: { unitId: 'asc' } },
    },
  })
  if (!wave) return null
  const { form, units, releases, closesAt, cancelledAt, ...facts } = wave
  return {
    ...facts,
    formName: `${form.slug}.v${form.version}`,
    isReleased: releases.length > 0,
    isCancelled: cancelledAt !== null,
    closesAt: cancelledAt && cancelledAt < closesAt ? cancelledAt : closesAt,
    units: new Map(
      units.map(({ unit, clusters }) => [
        unit.id,
        {
          id: unit.id,
          name: unit.name,
          nameEn: unit.nameEn,
          villages: new Map(
            clusters.map(({ code, name, stratum, weight }) => [code, { code, name, stratum, weight }]),
          ),
        },
      ]),
    ),
  }
}

/** The body of a published definition, as its file had it. Throws when there is none. */
export async function loadDefinitionBody(id: number): Promise<unknown> {
  const { body } = await database().prisma.definition.findUniqueOrThrow({
    where: { id },
    select: { body: true },
  })
  return body
}
