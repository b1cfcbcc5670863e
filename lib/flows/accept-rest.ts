// The appraiser accepts, in one go, every criterion of a unit that nobody has judged yet. Each becomes an event of its own.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet, requireAbove } from '#lib/flows/open-round-sheet'
import { sheetPlace } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

/** Returns how many were accepted. Throws notFound, notAllowed, roundRefused. */
export async function acceptRest(actor: MaybeActor, input: z.input<typeof sheetPlace>): Promise<number> {
  const officer = allow(actor, 'rounds.appraise', String(input.unit))
  const place = requireShape(sheetPlace, input)
  await requireAbove(officer, 'rounds.appraise', place.unit)
  let count = 0
  await changeSheet(officer, await openSheet(place), (sheet) => {
    const open = [...sheet.lines.values()].filter((line) => line.self && !line.appraisal)
    count = open.length
    return {
      events: open.map(({ criterion, self }) => ({
        kind: 'appraise',
        criterion,
        answer: self!.answer,
        reason: '',
      })),
    }
  })
  return count
}
