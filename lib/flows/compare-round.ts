// Self-scores beside appraised scores for all units of a round that the actor may see: by unit, by area and by criterion.
import { z } from 'zod'
import { allow, type MaybeActor, visibleUnits } from '#lib/access'
import type { RoundRow } from '#lib/db/rounds'
import { openRound, readSheets } from '#lib/flows/open-round-sheet'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import { type Compared, compareLines } from '#lib/rounds/compare-lines'
import { standingAnswer } from '#lib/rounds/sheet'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60) })

export type ComparedUnit = { id: string; name: string; nameEn: string; compared: Compared }
export type ComparedRound = { round: RoundRow; asked: AskedCriterion[]; units: ComparedUnit[] }

/** Units that rated themselves highest above the appraisal first. Throws notFound. */
export async function compareRound(actor: MaybeActor, input: z.input<typeof shape>): Promise<ComparedRound> {
  allow(actor, 'rounds.read', actor?.unitId)
  const shown = visibleUnits(actor, 'rounds.read')
  const opened = await openRound(requireShape(shape, input).id)
  const units = (await readSheets(opened))
    .filter(({ unitId }) => !shown || shown.includes(unitId))
    .map(({ unitId, name, nameEn, sheet }): ComparedUnit => {
      const compared = compareLines(opened.asked, (code) => {
        const line = sheet.lines.get(code)!
        return { self: line.self?.answer ?? null, standing: standingAnswer(line) }
      })
      return { id: unitId, name, nameEn, compared }
    })
  const order = ({ compared }: ComparedUnit) => compared.inflation ?? Number.NEGATIVE_INFINITY
  return { round: opened.round, asked: opened.asked, units: units.sort((a, b) => order(b) - order(a)) }
}
