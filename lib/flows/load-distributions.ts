// How the answers to each question of a wave are spread in one unit, or in all units together.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import type { MeasuredWave } from '#lib/db/measured-waves'
import { findSmallestGroup } from '#lib/flows/find-smallest-group'
import { allUnits } from '#lib/flows/load-index-data'
import { loadSample } from '#lib/flows/load-sample'
import { problems } from '#lib/problem'
import type { Cell } from '#lib/scoring/cell'
import { distributionCells } from '#lib/scoring/distribution-cells'
import { makePanel } from '#lib/scoring/panel'
import { entryChoices } from '#lib/surveys/collection'
import type { Variable } from '#lib/surveys/variable'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(80),
  /** A unit of the wave; absent: all units together. */
  unit: z.string().max(80).optional(),
  entry: z.enum(entryChoices).optional(),
  /** Fewer answers than this, or than the installation's smallest group: no numbers. */
  minimumAnswers: z.number().int().min(1).default(10),
})

export type Distributions = {
  wave: MeasuredWave
  questions: { variable: Variable; cells: Cell[] }[]
}

/** Written answers are left out: they are no distribution. Throws unknownWave, unknownUnit, notAllowed for another unit. */
export async function loadDistributions(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<Distributions> {
  const { wave: id, unit, entry, minimumAnswers } = requireShape(shape, input)
  allow(actor, 'results.read', unit ?? actor?.unitId)
  const { wave, sample } = await loadSample(actor, { wave: id, entry })
  const known = wave.units.map((one) => one.id)
  if (unit && !known.includes(unit)) throw problems.unknownUnit({ unit })
  const panel = makePanel([sample], new Set(unit ? [unit] : known))
  const least = Math.max(minimumAnswers, await findSmallestGroup())
  const head = { unit: unit ?? allUnits, sample, panel, minimumAnswers: least }
  const questions = sample.layout.variables
    .filter(({ variable }) => variable.kind !== 'text')
    .map((one) => ({ variable: one.variable, cells: distributionCells(one, head) }))
  return { wave, questions }
}
