// Delegates who vote through the real server, one after the other in an order by lot, each casting at once after signing (the
// worst case: the delay that mixes them is skipped), while vacuum and analyze come by and every tenth of them misbehaves. What is
// true about each of them only the test knows.
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { ballotClient } from '#lib/ballots/ballot-client'
import { hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import { database } from '#lib/db/client'
import { env } from '#lib/env'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'
import { makeDefinition, makeUnit } from './make'
import { makeBallotWave, prepareBallot } from './make-ballot-wave'

/** What is true about one delegate. */
export type Truth = {
  /** Who came when. */
  at: number
  unit: string
  invitation: string
  code: string
  codeHash: string
  blindedHash: string
  receipt: string
  token: string
  tokenHash: string
  draft: string
  leaf: string
}

type Voter = { unit: string; code: string }

/** An open box; of each unit as many people are going to vote as `people` says, and at least two more are invited. */
export async function openToVoters(people: number[]): Promise<{ waveId: string; voters: Voter[] }> {
  const form = await makeDefinition({
    body: { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never,
  })
  const units: string[] = []
  for (const _ of people) units.push((await makeUnit()).id)
  const { wave, groups } = await makeBallotWave({ formId: form.id, units, people: Math.max(...people) + 2 })
  const voters = groups.flatMap(({ unit, codes }) =>
    shuffled(codes)
      .slice(0, people[units.indexOf(unit)])
      .map((code) => ({ unit, code })),
  )
  return { waveId: wave.id, voters }
}

/** Everybody votes, each done before the next begins. */
export async function voteInSecret(voters: Voter[], port: number): Promise<Truth[]> {
  const client = ballotClient(fetch, `http://127.0.0.1:${port}`)
  const seen: Seen[] = []
  for (const { unit, code } of shuffled(voters)) {
    const at = seen.length
    if (at === Math.floor(voters.length / 2)) await database().pool.query('vacuum (analyze)')
    const answers = {
      used: 0,
      channels: ['loa'],
      code: `AB${at % 9}`,
      areas: ['x', 'y'],
      place: { village: 'Bình'.repeat(1 + (at % 5)) },
    }
    const ballot = await prepareBallot(client, code, answers)
    const draft = randomBytes(32).toString('base64url')
    await client.putDraft(draft, randomBytes(4096 + 28))
    const { leaf } = await client.cast(ballot)
    if (at % 10 === 0) {
      await expect(prepareBallot(client, code, answers)).rejects.toMatchObject({ status: 409 })
      await expect(client.cast({ ...ballot, answers: { ...answers, code: 'ZZ9' } })).rejects.toThrow()
      await expect(client.cast({ ...ballot, token: 'A'.repeat(43) })).rejects.toThrow()
    }
    const { receipt, token } = ballot
    seen.push({ at, unit, code, draft, leaf, receipt, token })
  }
  const truths: Truth[] = []
  for (const one of seen) truths.push(await lookUp(one))
  return truths
}

/** What the delegate's own device has seen. */
type Seen = Omit<Truth, 'invitation' | 'codeHash' | 'blindedHash' | 'tokenHash'>

async function lookUp(seen: Seen): Promise<Truth> {
  const { prisma } = database()
  const codeHash = hashInvitationCode(env().INVITATION_KEY!, seen.code)
  const { id, blindedHash } = await prisma.invitation.findUniqueOrThrow({ where: { codeHash } })
  const { tokenHash } = await prisma.ballot.findFirstOrThrow({ where: { receipt: seen.receipt } })
  return { ...seen, codeHash, invitation: id, blindedHash, tokenHash }
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
