// Answers that came in against the number aimed at, by unit and mode.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import { listLateCounts } from '#lib/db/late-answers'
import { findMeasuredWave, type MeasuredWave } from '#lib/db/measured-waves'
import { listAnswerCounts } from '#lib/db/tallies'
import { refreshTallies } from '#lib/flows/refresh-tallies'
import { problems } from '#lib/problem'
import type { Cell } from '#lib/scoring/cell'
import { countCells } from '#lib/scoring/count-cells'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(80) })

export type Counts = { wave: MeasuredWave; cells: Cell[] }

/** Only the units the actor may see. Throws unknownWave. */
export async function loadCounts(actor: MaybeActor, input: z.input<typeof shape>): Promise<Counts> {
  const shown = visibleUnits(actor, 'results.read')
  const { wave: id } = requireShape(shape, input)
  const wave = await findMeasuredWave(id)
  if (!wave) throw problems.unknownWave({ wave: id })
  await refreshTallies(actor, { wave: id })
  const targets = wave.units
    .filter((unit) => !shown || shown.includes(unit.id))
    .map((unit) => ({ unit: unit.id, target: unit.target }))
  const cells = countCells({
    wave: id,
    form: `${wave.form.slug}.v${wave.form.version}`,
    targets,
    tallies: await listAnswerCounts(id),
    modes: wave.modes,
    ...(wave.graceDays > 0 ? { late: await listLateCounts(id) } : {}),
  })
  return { wave, cells }
}
