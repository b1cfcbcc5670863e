// Waves as officers keep them: who asks whom, when, aimed at how many answers.
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import { translateError } from '#lib/db/translate-error'
import type { FormFile } from '#lib/definitions/form-file'
import type { LocalText } from '#lib/surveys/variable'

export type WaveRow = {
  id: string
  title: string
  titleEn: string
  audience: string
  /** survey | contest */
  purpose: string
  /** open | ballot */
  secrecy: string
  boxOpenedAt: Date | null
  boxClearedAt: Date | null
  design: string
  modes: string[]
  entries: string[]
  places: string[]
  /** light | surveyjs: as chosen; see surveys/serving. */
  renderer: string
  periodStart: Date
  periodEnd: Date
  opensAt: Date
  closesAt: Date
  graceDays: number
  isPaperKeyedByUnits: boolean
  cancelledAt: Date | null
  isSample: boolean
  /** Offered to citizens. */
  languages: string[]
  form: { slug: string; version: number; title: LocalText }
  units: { unitId: string; target: number }[]
}

/** Every wave, the one that opened last first. */
export async function listWaveRows(): Promise<WaveRow[]> {
  const waves = await database().prisma.wave.findMany({
    orderBy: [{ opensAt: 'desc' }, { id: 'asc' }],
    include: { form: true, units: { select: { unitId: true, target: true } } },
  })
  return waves.map(({ form, ...wave }) => ({ ...wave, form: formOf(form) }))
}

export type WaveVillage = { code: string; name: string; stratum: string; weight: number }
export type WaveUnitRow = {
  id: string
  code: string
  name: string
  nameEn: string
  validTo: Date | null
  target: number
  villages: WaveVillage[]
}
export type WaveDetails = Omit<WaveRow, 'units' | 'form'> & {
  form: WaveRow['form'] & Pick<FormFile, 'purpose' | 'asker' | 'handling' | 'minutes' | 'form'>
  units: WaveUnitRow[]
}

/** One wave with its units by name, or null. */
export async function findWave(id: string): Promise<WaveDetails | null> {
  const wave = await database().prisma.wave.findUnique({
    where: { id },
    include: {
      form: true,
      units: {
        orderBy: { unit: { name: 'asc' } },
        include: { unit: true, clusters: { orderBy: { code: 'asc' } } },
      },
    },
  })
  if (!wave) return null
  const { purpose, asker, handling, minutes, form } = wave.form.body as unknown as FormFile
  return {
    ...wave,
    form: { ...formOf(wave.form), purpose, asker, handling, minutes, form },
    units: wave.units.map(({ unit, target, clusters }) => ({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      nameEn: unit.nameEn,
      validTo: unit.validTo,
      target,
      villages: clusters.map(({ code, name, stratum, weight }) => ({ code, name, stratum, weight })),
    })),
  }
}

function formOf({ slug, version, body }: { slug: string; version: number; body: Prisma.JsonValue }) {
  return { slug, version, title: (body as unknown as FormFile).title }
}

export type NewWave = Omit<
  Prisma.WaveUncheckedCreateInput,
  'units' | 'releases' | 'baselineOf' | 'tallies'
> & {
  units: { unitId: string; target: number; villages: WaveVillage[] }[]
}

/** Adds a wave with its units and villages, all or nothing. Throws alreadyExists for an id that is taken. */
export async function insertWave({ units, ...wave }: NewWave): Promise<void> {
  const create = units.map(({ villages, ...unit }) => ({ ...unit, clusters: { create: villages } }))
  await database()
    .prisma.wave.create({ data: { ...wave, units: { create } } })
    .catch(translateError({ what: 'đợt khảo sát', id: wave.id }))
}

/** Ends a wave earlier or takes it back. */
export async function updateWaveTimes(
  id: string,
  change: { closesAt: Date } | { cancelledAt: Date },
): Promise<void> {
  await database().prisma.wave.update({ where: { id }, data: change })
}

/**
 * Changes the days of grace while the wave has not closed and nothing of it is public, asked inside the statement: nobody
 * closes or releases in between. False when it was too late.
 */
export async function updateWaveGrace(id: string, graceDays: number): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `update "Wave" set "graceDays" = $2 where id = $1 and "closesAt" > now() and "cancelledAt" is null
     and not exists (select from "Release" where "waveId" = $1 and "withdrawnAt" is null)`,
    [id, graceDays],
  )
  return rowCount === 1
}

/** Sets the languages that citizens may choose. */
export async function updateWaveLanguages(id: string, languages: string[]): Promise<void> {
  await database().prisma.wave.update({ where: { id }, data: { languages } })
}

/** Answers of each wave and unit, as counted (see refreshTallies). */
export async function listAnswerTotals(): Promise<{ waveId: string; unitId: string; n: number }[]> {
  const { rows } = await database().pool.query<{ waveId: string; unitId: string; n: number }>(
    'select "waveId", "unitId", sum(n)::int as n from "Tally" group by 1, 2',
  )
  return rows
}
