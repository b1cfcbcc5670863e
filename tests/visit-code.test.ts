import { describe, expect, it } from 'vitest'
import { formatVisitCode, hashVisitCode, makeVisitCode, readVisitCode } from '#lib/visit-code'

const code = makeVisitCode()

describe('a visit code', () => {
  it('is read as it was typed: with spaces, dots or dashes', () => {
    expect(formatVisitCode(code)).toMatch(/^\d{4} \d{4} \d{4}$/)
    for (const text of [code, formatVisitCode(code), ` ${code.slice(0, 6)}-${code.slice(6)}.`])
      expect(readVisitCode(text)).toBe(code)
  })

  it('knows every single wrong digit and every swap of neighbours', () => {
    for (let at = 0; at < code.length; at++) {
      for (const digit of '0123456789')
        if (digit !== code[at])
          expect(readVisitCode(code.slice(0, at) + digit + code.slice(at + 1))).toBeNull()
      const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2)
      if (swapped !== code) expect(readVisitCode(swapped)).toBeNull()
    }
  })

  it('uses the published table: 572 has the check digit 4', () => {
    expect(readVisitCode('000000005724')).toBe('000000005724')
  })

  it.each(['', '12', 'abcdefghijkl', `${code}0`])('is never %j', (text) => {
    expect(readVisitCode(text)).toBeNull()
  })

  it('cannot be found from its hash without the secret', () => {
    expect(hashVisitCode(code, 'one secret')).not.toBe(hashVisitCode(code, 'another secret'))
  })
})
