import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveInvitationCode, hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import { codeOfBytes, formatInvitationCode, readInvitationCode } from '#lib/ballots/invitation-code'

const bytes = fc.uint8Array({ minLength: 13, maxLength: 40 })
const key = Buffer.alloc(32, 7).toString('base64url')

describe('the code of an invitation', () => {
  it('is read as it was printed, whatever a keyboard and a hurried hand make of it', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const code = codeOfBytes(some)
        const printed = formatInvitationCode(code)
        expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
        const slips = printed.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/-/g, ' – ')
        for (const typed of [printed, slips, slips.replace(/dd/g, 'đ').replace(/a/g, 'á')])
          expect(readInvitationCode(typed)).toBe(code)
      }),
    )
  })

  it('keeps all of its hundred bits', () => {
    const base = new Uint8Array(13)
    const codes = Array.from({ length: 100 }, (_, bit) => {
      const changed = base.slice()
      changed[bit >> 3]! ^= 128 >> (bit & 7)
      return codeOfBytes(changed)
    })
    expect(new Set([codeOfBytes(base), ...codes]).size).toBe(101)
  })

  it('is none when a character is missing, too many, or not of the alphabet', () => {
    const code = codeOfBytes(new Uint8Array(13).fill(0x5a))
    for (const wrong of [
      '',
      code.slice(1),
      `${code}7`,
      `${code.slice(1)}U`,
      `${code.slice(1)}*`,
      'x'.repeat(5000),
    ])
      expect(readInvitationCode(wrong)).toBeNull()
  })

  it('follows from id, version and key, and from nothing less', () => {
    const code = deriveInvitationCode(key, 'id', 1)
    expect(deriveInvitationCode(key, 'id', 1)).toBe(code)
    const otherKey = Buffer.alloc(32, 8).toString('base64url')
    const others = [
      deriveInvitationCode(key, 'id', 2),
      deriveInvitationCode(key, 'other', 1),
      deriveInvitationCode(otherKey, 'id', 1),
    ]
    expect(new Set([code, ...others]).size).toBe(4)
    expect(hashInvitationCode(key, code)).not.toBe(hashInvitationCode(otherKey, code))
  })
})
