// Who has won, with name and telephone number, for the officers who hand out the prizes. Each look leaves a line in the audit log.
// Only winners are opened: nobody needs to read who else is in the list.
import { allow, type MaybeActor } from '#lib/access'
import { showPhone } from '#lib/contacts/normalise-phone'
import type { Prize, Winner } from '#lib/contests/assign-prizes'
import { publicDraw } from '#lib/contests/public-draw'
import { openEntrant } from '#lib/contests/sealed-entry'
import { insertReadEvent } from '#lib/db/audit'
import { listEntries } from '#lib/db/contest-entries'
import { findKnownContest } from '#lib/flows/find-known-contest'

/** `person` is null where the name is gone: taken out, or its day has come. */
export type NamedWinner = Winner & {
  person: { name: string; phone: string; unit: { name: string; nameEn: string } | null } | null
}
export type Winners = { id: string; title: string; titleEn: string; prizes: Prize[]; winners: NamedWinner[] }

/** No winners before the draw. Throws unknownContest. */
export async function loadWinners(actor: MaybeActor, { id }: { id: string }): Promise<Winners> {
  const officer = allow(actor, 'contests.read')
  const contest = await findKnownContest(id)
  const { title, titleEn, prizes, draw, units } = contest
  const winners = draw ? publicDraw(contest, draw).winners : []
  const numbers = winners.flatMap(({ number }) => number ?? [])
  await insertReadEvent(officer, {
    action: 'load-winners',
    subject: contest.id,
    unitId: contest.owner.id,
    details: { winners: numbers.length },
  })
  const entries = await listEntries(contest.id, numbers)
  const people = new Map(
    entries.map(({ number, sealed }) => {
      const { name, phone, unit } = openEntrant(contest.id, number, sealed)
      return [number, { name, phone: showPhone(phone), unit: units.find((one) => one.id === unit) ?? null }]
    }),
  )
  return {
    id: contest.id,
    title,
    titleEn,
    prizes,
    winners: winners.map((winner) => ({ ...winner, person: people.get(winner.number ?? 0) ?? null })),
  }
}
