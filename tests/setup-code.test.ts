import { describe, expect, it } from 'vitest'
import { isSetupCode, setupCode } from '#lib/setup-code'

describe('setupCode', () => {
  it('belongs to the secret of one installation', () => {
    expect(setupCode('one secret')).toMatch(/^([0-9a-f]{4}-){3}[0-9a-f]{4}$/)
    expect(setupCode('one secret')).toBe(setupCode('one secret'))
    expect(setupCode('one secret')).not.toBe(setupCode('another secret'))
  })
})

describe('isSetupCode', () => {
  const code = setupCode('one secret')

  it('does not mind capitals, spaces and missing dashes', () => {
    expect(isSetupCode(code, 'one secret')).toBe(true)
    expect(isSetupCode(` ${code.toUpperCase().replaceAll('-', ' ')} `, 'one secret')).toBe(true)
  })

  it.each(['', '0000-0000-0000-0000', code.slice(0, -1), `${code}0`])('refuses %j', (typed) => {
    expect(isSetupCode(typed, 'one secret')).toBe(false)
  })
})
