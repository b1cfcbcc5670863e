import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type BallotKey,
  checkBallotKey,
  type KeyList,
  keyListFingerprint,
  readBallotKey,
} from '#lib/ballots/ballot-key'
import { makeBallotKeys } from '#lib/ballots/ballot-signer'
import { waveLeaf } from '#lib/ledger/leaf'

const place = { wave: 'w', unit: 'u1', stratum: '', form: 'f.v1' }
let keys: BallotKey[]
let list: KeyList
beforeAll(async () => {
  const pairs = await Promise.all(
    ['u1', 'u2', 'u3'].map(async (unit) => ({ unit, ...(await makeBallotKeys()) })),
  )
  keys = pairs.map(({ unit, publicKey }) => ({ unit, stratum: '', publicKey }))
  list = { wave: 'w', form: 'f.v1', secrecy: 'ballot', keys }
})

const spki = (modulusLength: number, publicExponent = 65537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent })
    .publicKey.export({ format: 'der', type: 'spki' })
    .toString('base64url')

describe("the browser's check of its key", () => {
  it('accepts the key that everybody sees', () => {
    expect(checkBallotKey({ ...place, publicKey: keys[0]!.publicKey }, list, waveLeaf(list))).toBe('ok')
  })

  it('finds a key made for one person: in no list', async () => {
    const { publicKey } = await makeBallotKeys()
    expect(checkBallotKey({ ...place, publicKey }, list, waveLeaf(list))).toBe('not_listed')
  })

  it('finds a list made for one person: not the one in the log', async () => {
    const { publicKey } = await makeBallotKeys()
    const tagged = { ...list, keys: [{ ...keys[0]!, publicKey }, ...keys.slice(1)] }
    expect(checkBallotKey({ ...place, publicKey }, tagged, waveLeaf(list))).toBe('list_changed')
    expect(keyListFingerprint(tagged)).not.toBe(keyListFingerprint(list))
    expect(checkBallotKey({ ...place, publicKey: keys[0]!.publicKey }, list, null)).toBe('list_changed')
  })

  it('finds the key of another unit, a group listed twice, and the list of another wave', () => {
    const leaf = waveLeaf(list)
    expect(checkBallotKey({ ...place, publicKey: keys[1]!.publicKey }, list, leaf)).toBe('not_listed')
    const twice = { ...list, keys: [...keys, { ...keys[1]!, unit: 'u1' }] }
    expect(checkBallotKey({ ...place, publicKey: keys[0]!.publicKey }, twice, waveLeaf(twice))).toBe(
      'malformed',
    )
    const other = { ...list, wave: 'other' }
    expect(checkBallotKey({ ...place, publicKey: keys[0]!.publicKey }, other, waveLeaf(other))).toBe(
      'not_listed',
    )
  })

  it('finds a tag in anything else that the ballot will say again', () => {
    const handed = { ...place, publicKey: keys[0]!.publicKey }
    for (const name of ['wave', 'unit', 'stratum', 'form'] as const)
      for (const tagged of [`${handed[name]}7`, `${handed[name]}\u200b`, handed[name].toUpperCase() || ' '])
        expect(checkBallotKey({ ...handed, [name]: tagged }, list, waveLeaf(list)), name).toBe('not_listed')
  })

  it('takes RSA of exactly 2048 bits with the usual exponent, written in the one usual way', () => {
    for (const good of keys) expect(readBallotKey(good.publicKey)).not.toBeNull()
    for (const wrong of [
      spki(1024),
      spki(3072),
      spki(2048, 3),
      spki(2048, 17),
      '',
      'AAAA',
      `${keys[0]!.publicKey}AA`,
    ]) {
      expect(readBallotKey(wrong)).toBeNull()
      expect(checkBallotKey({ ...place, publicKey: wrong }, list, waveLeaf(list))).toBe('malformed')
    }
  })
})
