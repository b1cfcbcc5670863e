// A mistake found after the freeze: the result stays, and a new revision stands beside it that shows what is different and
// why. The surveys that joined stay the same.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findRevision, insertRevision, listRevisions } from '#lib/db/round-revisions'
import { openRound, readSheets, refuse, requireAbove } from '#lib/flows/open-round-sheet'
import { askedCriterion, readTyped } from '#lib/flows/read-typed'
import { scoreRound } from '#lib/flows/score-round'
import { problems } from '#lib/problem'
import { reasonText, sheetPlace, typedAnswer } from '#lib/rounds/round-input'
import { nextSheet } from '#lib/rounds/sheet'
import { requireShape } from '#lib/user-input'

const shape = sheetPlace.extend({ criterion: z.string().max(80), ...typedAnswer, reason: reasonText })

/** Returns the number of the new revision. Throws notFound, notAllowed, invalidInput, roundRefused, changedMeanwhile. */
export async function correctRound(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  const officer = allow(actor, 'rounds.write')
  const { round: id, unit: unitId, criterion, reason, ...typed } = requireShape(shape, input)
  await requireAbove(officer, 'rounds.write', unitId)
  const opened = await openRound(id)
  const sheets = await readSheets(opened)
  const unit = sheets.find((one) => one.unitId === unitId)
  if (!unit) throw problems.notFound({ what: 'đơn vị', id: unitId })
  const answer = readTyped(askedCriterion(opened, criterion), typed)
  const event = { kind: 'correct' as const, criterion, answer, reason }
  const at = new Date()
  refuse(opened, unit.sheet, event, officer, at)
  const number = unit.sheet.events + 1
  const sheet = nextSheet(unit.sheet, {
    ...event,
    number,
    at,
    actorId: officer.userId,
    actorName: officer.name,
  })
  const last = (await listRevisions(id)).at(-1)
  const frozen = last && (await findRevision(id, last.number))
  if (!frozen) throw problems.notFound({ what: 'kết quả đã chốt', id })
  const corrected = sheets.map((one) => (one === unit ? { ...unit, sheet } : one))
  return insertRevision(officer, {
    roundId: id,
    reason,
    result: await scoreRound(officer, opened, corrected, frozen.result.waves[0]?.id ?? null),
    units: new Map([[unitId, { events: [{ event, step: 'frozen' }], after: unit.sheet.events }]]),
    follows: frozen.number,
    isFreeze: false,
  })
}
