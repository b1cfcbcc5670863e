import { describe, expect, it } from 'vitest'
import { normalisePhone, showPhone } from '#lib/contacts/normalise-phone'

describe('a telephone number', () => {
  it.each([
    '0912345678',
    '0912 345 678',
    '+84 912.345.678',
    '84912345678',
    '0084912345678',
    '(091) 234-5678',
    '912345678',
    '+840912345678',
  ])('“%s” is +84912345678', (text) => expect(normalisePhone(text)).toEqual({ phone: '+84912345678' }))

  it('may be a land line or foreign', () => {
    expect(normalisePhone('0259 382 2222')).toEqual({ phone: '+842593822222' })
    expect(normalisePhone('+49 30 1234567')).toEqual({ phone: '+49301234567' })
    expect(normalisePhone('')).toEqual({ phone: '' })
  })

  it('of eleven digits is answered with the number it became', () => {
    const read = normalisePhone('0169 234 5678')
    expect('fault' in read && read.fault.vi).toContain('0392345678')
  })

  it.each(['12345', '0912 345 67', '091234567890', '0112345678', 'gọi cho tôi', '0912345678; 0987654321'])(
    '“%s” is refused with a way to mend it',
    (text) => {
      const read = normalisePhone(text)
      expect('fault' in read && read.fault.vi).toContain('10 chữ số')
    },
  )

  it('is shown as people here read it', () => {
    expect(showPhone('+84912345678')).toBe('0912 345 678')
    expect(showPhone('+49301234567')).toBe('+49301234567')
  })
})
