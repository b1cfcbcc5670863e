// "Is it working?": the measured effect of a study. Everybody on the staff reads the district's answer; a commune officer sees
// the rows of the own commune beside it, as on every results page, and not those of the neighbours.
import { z } from 'zod'
import { allow, type MaybeActor, visibleUnits } from '#lib/access'
import { findStudyRow, type StudyRow } from '#lib/db/effect-studies'
import type { StudyResult } from '#lib/effects/study-result'
import { measureEffect } from '#lib/flows/measure-effect'
import { readStudyInput, type StudyMaterial } from '#lib/flows/read-study-input'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

export const studyShape = z.object({ id: z.string().max(80) })

export type StudyEffect = {
  study: Omit<StudyRow, 'index'> & { index: { slug: string; version: number } }
  /** Waves of the study in the order of the result. */
  waves: { id: string; title: string; titleEn: string }[]
  units: StudyMaterial['units']
  outcomes: StudyMaterial['outcomes']
  result: StudyResult
}

/** Throws notFound. */
export async function loadStudyEffect(
  actor: MaybeActor,
  input: z.input<typeof studyShape>,
): Promise<StudyEffect> {
  const reader = allow(actor, 'effects.read', actor?.unitId)
  const { id } = requireShape(studyShape, input)
  const study = await findStudyRow(id)
  if (!study) throw problems.notFound({ what: 'nghiên cứu', id })
  const { input: material, waves, units, outcomes } = await readStudyInput(study)
  const result = await measureEffect(material)
  const { slug, version } = study.index
  const shown = visibleUnits(reader, 'results.read')
  return {
    study: { ...study, index: { slug, version } },
    waves: result.waves.map((line) => {
      const { title, titleEn } = waves.find((wave) => wave.id === line.id)!
      return { id: line.id, title, titleEn }
    }),
    units: units.filter((unit) => !shown || shown.includes(unit.id)),
    outcomes,
    result: shown ? withoutNeighbours(result, shown) : result,
  }
}

/** Rows of units that are not shown are taken out; figures of all of them together stay. */
function withoutNeighbours(result: StudyResult, shown: readonly string[]): StudyResult {
  const isShown = ({ unit }: { unit: string | null }) => unit === null || shown.includes(unit)
  return {
    ...result,
    communes: result.communes.filter(({ id }) => shown.includes(id)),
    tiles: result.tiles.filter(isShown),
    reach: result.reach.filter(isShown),
    others: result.others.filter(isShown),
  }
}
