// Waves as results read them: what was asked, where, when and by which design. Contests are none of them: whoever takes part has
// chosen to and may look everything up, so their answers measure nothing.
import { database } from '#lib/db/client'
import type { FormFile } from '#lib/definitions/form-file'

export type MeasuredUnit = {
  id: string
  code: string
  name: string
  nameEn: string
  level: string
  parentId: string | null
  target: number
}

export type MeasuredWave = {
  id: string
  title: string
  titleEn: string
  audience: string
  design: 'none' | 'clusters' | 'people'
  modes: string[]
  entries: string[]
  periodStart: Date
  periodEnd: Date
  opensAt: Date
  closesAt: Date
  graceDays: number
  isSample: boolean
  form: { id: number; slug: string; version: number; hash: string; body: FormFile }
  units: MeasuredUnit[]
}

const withFormAndUnits = {
  form: { select: { id: true, slug: true, version: true, hash: true, body: true } },
  units: { include: { unit: true }, orderBy: { unit: { name: 'asc' } } },
} as const

/** A wave that was not cancelled, or null; null for a contest, too. Units by name. */
export async function findMeasuredWave(id: string): Promise<MeasuredWave | null> {
  const wave = await database().prisma.wave.findFirst({
    where: { id, cancelledAt: null, purpose: 'survey' },
    include: withFormAndUnits,
  })
  if (!wave) return null
  return {
    ...wave,
    design: wave.design as MeasuredWave['design'],
    form: { ...wave.form, body: wave.form.body as unknown as FormFile },
    units: wave.units.map(({ target, unit }) => ({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      nameEn: unit.nameEn,
      level: unit.level,
      parentId: unit.parentId,
      target,
    })),
  }
}

export type WaveLine = {
  id: string
  title: string
  titleEn: string
  form: string
  formVersion: number
  design: string
  audience: string
  entries: string[]
  periodStart: Date
  periodEnd: Date
  unitIds: string[]
}

/** Waves that were not cancelled and are no contests, latest period first. */
export async function listMeasuredWaves(): Promise<WaveLine[]> {
  const waves = await database().prisma.wave.findMany({
    where: { cancelledAt: null, purpose: 'survey' },
    orderBy: [{ periodEnd: 'desc' }, { id: 'asc' }],
    include: { form: { select: { slug: true, version: true } }, units: { select: { unitId: true } } },
  })
  return waves.map(({ form, units, ...wave }) => ({
    id: wave.id,
    title: wave.title,
    titleEn: wave.titleEn,
    form: form.slug,
    formVersion: form.version,
    design: wave.design,
    audience: wave.audience,
    entries: wave.entries,
    periodStart: wave.periodStart,
    periodEnd: wave.periodEnd,
    unitIds: units.map(({ unitId }) => unitId),
  }))
}
