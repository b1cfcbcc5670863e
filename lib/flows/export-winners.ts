// The winners of a contest as a file, for handing out the prizes: one line a prize.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { type Table, wholeTable } from '#lib/exports/table'
import { loadWinners } from '#lib/flows/load-winners'
import { requireShape } from '#lib/user-input'

const columns = ['prize', 'number', 'name', 'phone', 'commune']
const shape = z.object({ contest: z.string().max(60) })

/** Leaves its own line in the audit log, beside that of load-winners. Throws unknownContest. */
export async function exportWinners(actor: MaybeActor, input: z.input<typeof shape>): Promise<Table> {
  const { contest } = requireShape(shape, input)
  const officer = allow(actor, 'contests.read')
  await insertReadEvent(officer, { action: 'export-winners', subject: contest })
  const { prizes, winners } = await loadWinners(actor, { id: contest })
  const rows = winners.map(({ prize, number, person }) => [
    prizes[prize]!.name,
    number,
    person?.name ?? '',
    person?.phone ?? '',
    person?.unit?.name ?? '',
  ])
  return wholeTable(`winners-${contest}`, columns, rows)
}
