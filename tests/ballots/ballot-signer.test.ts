import { createPublicKey } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { expect, it } from 'vitest'
import { makeBallotKeys, signBlinded } from '#lib/ballots/ballot-signer'

it('signs what the library of the protocol signs, to the byte', async () => {
  const suite = RSABSSA.SHA384.PSS.Deterministic()
  const { publicKey, privateKey } = await makeBallotKeys()
  const kind = { name: 'RSA-PSS', hash: 'SHA-384' }
  const opened = await crypto.subtle.importKey('pkcs8', new Uint8Array(privateKey), kind, true, ['sign'])
  const theirs = await crypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64url'), kind, true, [
    'verify',
  ])
  const { blindedMsg } = await suite.blind(theirs, crypto.getRandomValues(new Uint8Array(32)))
  const expected = Buffer.from(await suite.blindSign(opened, blindedMsg)).toString('base64url')
  expect(signBlinded(privateKey, Buffer.from(blindedMsg).toString('base64url'))).toBe(expected)
})

it('refuses numbers that are not below the modulus, and other lengths', async () => {
  const { publicKey, privateKey } = await makeBallotKeys()
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' })
  expect(signBlinded(privateKey, key.export({ format: 'jwk' }).n!)).toBeNull()
  for (const wrong of [Buffer.alloc(256, 0xff), Buffer.alloc(255, 1), Buffer.alloc(257)])
    expect(signBlinded(privateKey, wrong.toString('base64url'))).toBeNull()
  expect(signBlinded(privateKey, Buffer.alloc(256, 1).toString('base64url'))).toMatch(/^[\w-]{342}$/)
})
