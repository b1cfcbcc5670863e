// The protocol of secret ballots over HTTP, with honest and dishonest delegates, on the real front door and database.
import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BallotRefusal, ballotClient, ballotLanguage } from '#lib/ballots/ballot-client'
import { checkBallotKey } from '#lib/ballots/ballot-key'
import { makeBallotKeys } from '#lib/ballots/ballot-signer'
import { blindToken } from '#lib/ballots/blind-token'
import { formatInvitationCode } from '#lib/ballots/invitation-code'
import { sealBallotKey } from '#lib/ballots/sealed-ballot-key'
import { database } from '#lib/db/client'
import { findFirstLeaf } from '#lib/db/ledger'
import { forgetWave } from '#lib/flows/recall-wave'
import { waveLeaf } from '#lib/ledger/leaf'
import { isPromiseSigned } from '#lib/ledger/promise'
import { frontDoorScene, good } from '../support/front-door-scene'
import { makeDefinition, makeUnit } from '../support/make'
import { type MadeGroup, makeBallotWave, prepareBallot } from '../support/make-ballot-wave'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

const { at, post } = frontDoorScene()
let client: ReturnType<typeof ballotClient>
beforeAll(() => {
  client = ballotClient(fetch, at(''))
})

async function scene(given: Parameters<typeof makeBallotWave>[0] = {}) {
  const form = await makeDefinition({
    slug: `kitchen-${randomUUID().slice(0, 8)}`,
    body: { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never,
  })
  const units = [(await makeUnit()).id, (await makeUnit()).id]
  return makeBallotWave({ formId: form.id, units, ...given })
}

const box = () => database().prisma.ballot.findMany({ orderBy: { tokenHash: 'asc' } })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (refusal: BallotRefusal) => refusal.code,
  )

describe('an honest delegate', () => {
  it('opens the invitation, gets a token signed, casts one ballot, and holds a promise that anybody can check', async () => {
    const { wave, groups } = await scene()
    const code = groups[0]!.codes[0]!
    const opened = await client.openInvitation(formatInvitationCode(code).toLowerCase())
    expect(opened).toMatchObject({ wave: wave.id, unit: groups[0]!.unit, serving: 'light' })
    const verdict = checkBallotKey(opened, await client.listKeys(wave.id), await findFirstLeaf(wave.id))
    expect(verdict).toBe('ok')
    const ballot = await prepareBallot(client, code, good)
    expect(await client.openInvitation(code)).toEqual(opened) // who has the codes cannot learn whose were used
    const { receipt, leaf, promise } = await client.cast(ballot)
    expect(receipt).toBe(ballot.receipt)
    expect(isPromiseSigned(wave.id, promise) && promise.leaf === leaf).toBe(true)
    expect(await box()).toMatchObject([{ receipt, unitId: groups[0]!.unit, answers: good, leaf }])
  })

  it('may send everything again: the same signature, the same answer, one ballot', async () => {
    const { groups } = await scene()
    const code = groups[0]!.codes[0]!
    const { publicKey } = await client.openInvitation(code)
    const state = await blindToken(publicKey)
    const first = await client.sign(code, state)
    expect(await client.sign(code, state)).toEqual(first)
    const { wave, unit, form, stratum } = await client.openInvitation(code)
    const ballot = {
      ...first,
      wave,
      unit,
      stratum,
      form,
      receipt: randomUUID(),
      language: 'vi',
      answers: good,
    }
    const replies = await Promise.all(Array.from({ length: 40 }, () => client.cast(ballot)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(await box()).toHaveLength(1)
  })

  it('is not asked for a cookie and gets none', async () => {
    const { groups } = await scene()
    const reply = await post('/api/ballots/invitation', JSON.stringify({ code: groups[0]!.codes[0] }), {
      cookie: 'device=x',
    })
    expect(reply.status).toBe(200)
    expect(reply.headers.get('set-cookie')).toBeNull()
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })
})

describe('a dishonest delegate', () => {
  it('gets no second token, not even with two requests at once', async () => {
    const { groups } = await scene()
    const code = groups[0]!.codes[0]!
    const { publicKey } = await client.openInvitation(code)
    const states = await Promise.all(Array.from({ length: 12 }, () => blindToken(publicKey)))
    const outcomes = await Promise.all(states.map((state) => codeOf(client.sign(code, state))))
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'ballot_already_signed')).toHaveLength(11)
  })

  it('casts one ballot with a token, whatever else is sent with it, forty times at once', async () => {
    const { groups } = await scene()
    const ballot = await prepareBallot(client, groups[0]!.codes[0]!, good)
    const sent = Array.from({ length: 40 }, () => ({ ...ballot, receipt: randomUUID() }))
    const outcomes = await Promise.all(sent.map((one) => codeOf(client.cast(one))))
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'token_used')).toHaveLength(39)
    const [kept] = await box()
    const other = { ...ballot, receipt: kept!.receipt, answers: { ...good, code: 'ZZ9' } }
    expect(await codeOf(client.cast(other))).toBe('token_used')
    expect(await box()).toEqual([kept])
  })

  it('cannot use the token of one unit, stratum or wave in another', async () => {
    const { groups } = await scene({ strata: ['s1', 's2'] })
    const other = await scene({ strata: ['s1', 's2'] })
    const ballot = await prepareBallot(client, groups[0]!.codes[0]!, good)
    const elsewhere = groups.find(({ unit }) => unit !== ballot.unit)!.unit
    for (const change of [
      { unit: elsewhere },
      { stratum: 's2' },
      { stratum: 'none' },
      { wave: other.wave.id, unit: other.groups[0]!.unit },
    ])
      expect(await codeOf(client.cast({ ...ballot, ...change })), JSON.stringify(change)).toBe('token_wrong')
    expect(await box()).toEqual([])
    expect(await codeOf(client.cast(ballot))).toBe('accepted')
  })

  it('cannot forge: random tokens, changed tokens, and what was signed blindly are no signatures', async () => {
    const { groups } = await scene()
    const code = groups[0]!.codes[0]!
    const { publicKey, wave, unit, stratum, form } = await client.openInvitation(code)
    const state = await blindToken(publicKey)
    const reply = await post('/api/ballots/sign', JSON.stringify({ code, blinded: state.blinded }))
    const { signature: blindSignature } = (await reply.json()) as { signature: string }
    const { token, signature } = await client.sign(code, state)
    const ballot = { wave, unit, stratum, form, receipt: randomUUID(), language: 'vi', answers: good }
    const random = (bytes: number) => randomBytes(bytes).toString('base64url')
    const flipped = Buffer.from(signature, 'base64url')
    flipped[100]! ^= 1
    for (const forged of [
      { token: random(32), signature },
      { token, signature: random(256) },
      { token, signature: blindSignature },
      { token, signature: flipped.toString('base64url') },
    ])
      expect(await codeOf(client.cast({ ...ballot, ...forged }))).toBe('token_wrong')
    expect(await box()).toEqual([])
  })

  it('cannot be told by the language of its page: every ballot says the same', async () => {
    const { groups } = await scene()
    const ballot = await prepareBallot(client, groups[0]!.codes[0]!, good)
    expect(await codeOf(client.cast({ ...ballot, language: 'en' }))).toBe('wrong_shape')
    expect(await codeOf(client.cast({ ...ballot, language: ballotLanguage }))).toBe('accepted')
  })

  it('learns nothing by guessing codes, and can sign nothing without one', async () => {
    const { groups, wave } = await scene()
    expect(await codeOf(client.openInvitation('0'.repeat(20)))).toBe('invitation_unknown')
    expect(await codeOf(client.openInvitation('short'))).toBe('invitation_mistyped')
    const { prisma } = database()
    await prisma.invitation.updateMany({ where: { unitId: groups[0]!.unit }, data: { isRevoked: true } })
    expect(await codeOf(client.openInvitation(groups[0]!.codes[0]!))).toBe('invitation_revoked')
    const code = groups[1]!.codes[0]!
    await prisma.invitation.updateMany({
      where: { unitId: groups[1]!.unit },
      data: { expiresAt: new Date(0) },
    })
    expect(await codeOf(client.openInvitation(code))).toBe('invitation_expired')
    await prisma.invitation.updateMany({ data: { expiresAt: null } })
    for (const blinded of ['', 'AA', Buffer.alloc(256, 255).toString('base64url'), '*'.repeat(342)])
      expect((await post('/api/ballots/sign', JSON.stringify({ code, blinded }))).status, blinded).toBe(422)
    await prisma.wave.update({ where: { id: wave.id }, data: { closesAt: new Date() } })
    forgetWave(wave.id)
    expect(await codeOf(client.openInvitation(code))).toBe('wave_closed')
  })
})

describe('an invitation that has expired', () => {
  const expire = (unitId: string) =>
    database().prisma.invitation.updateMany({ where: { unitId }, data: { expiresAt: new Date() } })

  it('is refused alike whether it was used or not, in words that say until when it was good', async () => {
    const { groups } = await scene()
    const [{ unit, codes }] = groups as [MadeGroup]
    await prepareBallot(client, codes[0]!, good)
    const fresh = await blindToken((await client.openInvitation(codes[0]!)).publicKey)
    await expire(unit)
    const refusals = await Promise.all(
      codes
        .slice(0, 2)
        .flatMap((code) => [
          client.openInvitation(code).catch((refusal: BallotRefusal) => refusal),
          client.sign(code, fresh).catch((refusal: BallotRefusal) => refusal),
        ]),
    )
    const said = refusals.map((refusal) => JSON.stringify(refusal))
    expect(new Set(said).size).toBe(1)
    expect(refusals[0]).toMatchObject({ code: 'invitation_expired', status: 409 })
    expect((refusals[0] as BallotRefusal).sentence.vi).toContain('chính mã này dùng lại được')
  })

  it('still gives the lost signature to the browser that asked in time, whose ballot counts', async () => {
    const { groups } = await scene()
    const [{ unit, codes }] = groups as [MadeGroup]
    const { wave, stratum, form, publicKey } = await client.openInvitation(codes[0]!)
    const state = await blindToken(publicKey)
    await client.sign(codes[0]!, state) // and the reply is lost
    await expire(unit)
    const signed = await client.sign(codes[0]!, state)
    const answer = { receipt: randomUUID(), language: 'vi', answers: good }
    expect(await codeOf(client.cast({ ...signed, ...answer, wave, unit, stratum, form }))).toBe('accepted')
  })
})

describe('a wave that closes', () => {
  it('takes no ballot more, but says of one that lies in the box that it does', async () => {
    const { wave, groups } = await scene()
    const [cast, late] = await Promise.all(
      groups[0]!.codes.slice(0, 2).map((code) => prepareBallot(client, code, good)),
    )
    const reply = await client.cast(cast!)
    await database().prisma.wave.update({ where: { id: wave.id }, data: { closesAt: new Date() } })
    expect(await codeOf(client.cast(late!))).toBe('wave_closed')
    expect(await client.cast(cast!)).toEqual(reply)
    expect(await box()).toHaveLength(1)
  })

  it('asks the database whether it is open in the moment of signing, whatever is remembered elsewhere', async () => {
    const { wave, groups } = await scene()
    const code = groups[0]!.codes[0]!
    const { publicKey } = await client.openInvitation(code)
    await database().prisma.wave.update({ where: { id: wave.id }, data: { closesAt: new Date() } })
    expect(await codeOf(client.sign(code, await blindToken(publicKey)))).toBe('wave_closed')
  })
})

describe('nothing is signed', () => {
  it('before the keys stand in the log, nor after they have changed', async () => {
    const { wave, groups } = await scene({ isPublished: false })
    const code = groups[0]!.codes[0]!
    expect(await codeOf(client.openInvitation('0'.repeat(20)))).toBe('invitation_unknown')
    expect(await findFirstLeaf(wave.id)).toBeNull()
    // whoever comes first finds the list in the log: their browser compares it before it asks for a signature
    const { publicKey } = await client.openInvitation(code)
    expect(await findFirstLeaf(wave.id)).toBe(waveLeaf(await client.listKeys(wave.id)))
    await client.sign(code, await blindToken(publicKey))
    const tagged = await makeBallotKeys()
    await database().prisma.ballotGroup.updateMany({
      where: { unitId: groups[1]!.unit },
      data: {
        publicKey: tagged.publicKey,
        privateKey: sealBallotKey(
          { unitId: groups[1]!.unit, waveId: wave.id, stratum: '' },
          tagged.privateKey,
        ),
      },
    })
    const other = groups[1]!.codes[0]!
    expect(await codeOf(client.sign(other, await blindToken(tagged.publicKey)))).toBe('keys_not_published')
    const opened = await client.openInvitation(other)
    expect(checkBallotKey(opened, await client.listKeys(wave.id), await findFirstLeaf(wave.id))).toBe(
      'list_changed',
    )
  })
})

describe('sealed drafts', () => {
  const id = () => randomBytes(32).toString('base64url')
  it('are kept, changed, fetched elsewhere and deleted by whoever knows the id', async () => {
    const name = id()
    expect(await client.getDraft(name)).toBeNull()
    await client.putDraft(name, randomBytes(4096 + 28))
    const bytes = new Uint8Array(randomBytes(8192 + 28))
    await client.putDraft(name, bytes)
    expect(await client.getDraft(name)).toEqual(bytes)
    await client.deleteDraft(name)
    expect(await client.getDraft(name)).toBeNull()
  })

  it('have one of few lengths, and an id that nobody makes up', async () => {
    for (const length of [0, 28, 4095, 5000, 64 * 4096 + 65])
      expect(await codeOf(client.putDraft(id(), randomBytes(length)))).toBe('draft_malformed')
    expect(await codeOf(client.putDraft('x', randomBytes(4096)))).toBe('draft_malformed')
    expect(await codeOf(client.putDraft(id(), randomBytes(330 * 1024)))).toBe('body_too_large')
    expect(await database().prisma.sealedDraft.count()).toBe(0)
  })
})
