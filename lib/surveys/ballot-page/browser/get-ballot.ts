// How a browser gets its ballot: makes sure that the key is the one that everybody sees, makes and blinds a token, KEEPS
// what is needed to use the reply, and only then asks for the signature. Killed between any two of these steps, it goes on
// where it stood.
import { type BallotClient, BallotRefusal, type OpenedInvitation } from '#lib/ballots/ballot-client'
import { checkBallotKey, type KeyVerdict } from '#lib/ballots/ballot-key'
import { blindToken } from '#lib/ballots/blind-token'
import { type BallotRecord, keepRecord } from '#lib/surveys/ballot-page/browser/ballot-record'
import { provenFirstLeaf } from '#lib/surveys/ballot-page/browser/proven-first-leaf'
import { newReceipt } from '#lib/surveys/light-form/browser/submission'

/** The key is not the one that everybody sees. */
export class WrongKey extends Error {
  constructor(readonly verdict: Exclude<KeyVerdict, 'ok'>) {
    super(verdict)
  }
}

/** A record with a blinded token that nobody has signed yet, kept at `key`. Throws WrongKey; rejects when nothing can be kept. */
export async function prepareBallot(
  client: BallotClient,
  key: string,
  invitation: OpenedInvitation,
): Promise<BallotRecord> {
  const { wave, unit, stratum, weight, form, opensAt, publicKey } = invitation
  const list = await client.listKeys(wave)
  const verdict = checkBallotKey(invitation, list, await provenFirstLeaf(list))
  if (verdict !== 'ok') throw new WrongKey(verdict)
  const record: BallotRecord = {
    place: { wave, unit, stratum, weight, form, opensAt },
    blind: await blindToken(publicKey),
    signed: null,
    receipt: newReceipt(),
    draft: null,
    resumeCode: null,
    handedIn: null,
  }
  await keepRecord(key, record)
  return record
}

/** Has the token signed and keeps the signature. The same blinded token again gets the same signature. */
export async function signBallot(
  client: BallotClient,
  key: string,
  code: string,
  record: BallotRecord,
): Promise<BallotRecord> {
  try {
    const signed = { ...record, signed: await client.sign(code, record.blind) }
    await keepRecord(key, signed)
    return signed
  } catch (refusal) {
    if (refusal instanceof BallotRefusal && refusal.code === 'server_key_wrong')
      throw new WrongKey('not_listed')
    throw refusal
  }
}
