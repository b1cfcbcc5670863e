// An officer freezes a round: the surveys join, the index is computed once more and kept as revision 1. From then on no
// step can be reopened; a later correction is a revision of its own (correct-round). A unit that is not through needs a
// reason: only what was appraised counts for it.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertRevision } from '#lib/db/round-revisions'
import { openRound, readSheets, refuse, requireAbove } from '#lib/flows/open-round-sheet'
import { scoreRound } from '#lib/flows/score-round'
import { problems } from '#lib/problem'
import { freeText } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })

const shape = z.object({
  id: z.string().max(60),
  /** The survey whose answers join; empty: none. Surveys of other forms of the same year come with it. */
  wave: z.string().max(80).default(''),
  reason: freeText,
  isConfirmed: z.literal(
    true,
    says(
      'Hãy xác nhận: sau khi chốt không mở lại được bước nào.',
      'Please confirm: after the freeze no step can be reopened.',
    ),
  ),
})

/** Returns the number of the revision, 1. Throws notFound, notAllowed, invalidInput, roundRefused, changedMeanwhile. */
export async function freezeRound(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  const officer = allow(actor, 'rounds.write')
  const { id, wave, reason } = requireShape(shape, input)
  const opened = await openRound(id)
  const sheets = await readSheets(opened)
  for (const { unitId } of sheets) await requireAbove(officer, 'rounds.write', unitId)
  const open = sheets.filter(({ sheet }) => sheet.step !== 'settled' && sheet.step !== 'frozen')
  if (open.length > 0 && reason === '') throw problems.invalidInput({ faults: [notThrough(open)] })
  const event = { kind: 'freeze' as const, reason }
  for (const { sheet } of sheets) refuse(opened, sheet, event, officer, new Date())
  return insertRevision(officer, {
    roundId: id,
    reason,
    result: await scoreRound(officer, opened, sheets, wave || null),
    units: new Map(
      sheets.map(({ unitId, sheet }) => [
        unitId,
        { events: [{ event, step: 'frozen' }], after: sheet.events },
      ]),
    ),
    follows: 0,
    isFreeze: true,
  })
}

const notThrough = (units: { name: string; nameEn: string }[]) => ({
  question: 'reason',
  code: 'not_through',
  vi: `Chưa xong: ${units.map(({ name }) => name).join(', ')}. Muốn chốt khi chưa xong, hãy ghi lý do; chỉ điểm đã thẩm định được tính.`,
  en: `Not through yet: ${units.map(({ nameEn }) => nameEn).join(', ')}. To freeze all the same, give the reason; only appraised scores count.`,
})
