// An open confidential wave with its groups, keys and invitations, as if an officer had set it up and its keys had been
// published; and a delegate's browser that goes the whole way.
import { randomUUID } from 'node:crypto'
import type { BallotClient, BallotToCast } from '#lib/ballots/ballot-client'
import { makeBallotKeys } from '#lib/ballots/ballot-signer'
import { blindToken } from '#lib/ballots/blind-token'
import { deriveInvitationCode, hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import { sealBallotKey } from '#lib/ballots/sealed-ballot-key'
import { database } from '#lib/db/client'
import { env, settle } from '#lib/env'
import { logAnswers } from '#lib/flows/log-answers'
import { makeLedgerKey } from '#lib/ledger/signing-key'
import { makeSecretKey } from '#lib/secrecy/sealed-field'
import { makeWave } from './make'

/** The keys that the start command would have made. */
export function settleKeys() {
  settle({ CONTACT_KEY: makeSecretKey(), INVITATION_KEY: makeSecretKey(), LEDGER_KEY: makeLedgerKey() })
}

export type MadeGroup = { unit: string; stratum: string; codes: string[] }
type Given = Parameters<typeof makeWave>[0] & { people?: number; strata?: string[]; isPublished?: boolean }

/** A wave with a group of `people` invitations for every unit and stratum. */
export async function makeBallotWave({
  people = 5,
  strata = [''],
  isPublished = true,
  ...given
}: Given = {}) {
  settleKeys()
  const secret = {
    audience: 'delegates',
    secrecy: 'ballot',
    entries: ['ballot'],
    modes: ['self'],
    places: [],
  }
  const wave = await makeWave({ ...secret, ...given })
  const groups: MadeGroup[] = []
  for (const { unitId } of wave.units)
    for (const stratum of strata) groups.push(await makeGroup({ unitId, waveId: wave.id, stratum }, people))
  if (isPublished) await publishKeys(wave.id)
  return { wave, groups }
}

async function makeGroup(
  group: { unitId: string; waveId: string; stratum: string },
  people: number,
): Promise<MadeGroup> {
  const { publicKey, privateKey } = await makeBallotKeys()
  const { prisma } = database()
  await prisma.ballotGroup.create({
    data: { ...group, publicKey, privateKey: sealBallotKey(group, privateKey) },
  })
  const key = env().INVITATION_KEY!
  const made = Array.from({ length: people }, () => {
    const id = randomUUID()
    return { id, code: deriveInvitationCode(key, id, 1) }
  })
  await prisma.invitation.createMany({
    data: made.map(({ id, code }) => ({ ...group, id, codeHash: hashInvitationCode(key, code) })),
  })
  return { unit: group.unitId, stratum: group.stratum, codes: made.map(({ code }) => code) }
}

/** Begins the log of the wave with its list of keys, as the lane does before a wave opens. */
export const publishKeys = (wave: string) => logAnswers(null, { wave })

/** A delegate who answers: opens, gets a token signed, and makes the ballot, which is not cast yet. */
export async function prepareBallot(
  client: BallotClient,
  code: string,
  answers: Record<string, unknown>,
): Promise<BallotToCast> {
  const { wave, unit, stratum, form, publicKey } = await client.openInvitation(code)
  const signed = await client.sign(code, await blindToken(publicKey))
  return { ...signed, wave, unit, stratum, form, receipt: randomUUID(), language: 'vi', answers }
}
