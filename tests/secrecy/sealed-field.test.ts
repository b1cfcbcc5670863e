import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { env } from '#lib/env'
import {
  isSealedWithCurrentKey,
  keyedHash,
  makeSecretKey,
  open,
  openText,
  SealedFieldError,
  seal,
} from '#lib/secrecy/sealed-field'
import { withSettings } from '../support/test-keys'

const id = '0190e6d8-8f0f-7c4d-9a45-111111111111'
let restore = () => {}
afterEach(() => {
  restore()
  restore = () => {}
})

function useKeys(...keys: string[]) {
  restore = withSettings({ CONTACT_KEY: keys.join(',') })
}

const reasonOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof SealedFieldError) return error.reason
    throw error
  }
  return 'opened'
}

describe('a sealed field', () => {
  it('gives back what was sealed, any text and any bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => openText('contact', id, seal('contact', id, text)) === text,
      ),
    )
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256)
    expect(open('contact', id, seal('contact', id, bytes))).toEqual(bytes)
  })

  it('shows nothing of its content and never looks the same twice', () => {
    const first = seal('contact', id, 'Đàng Thị Mai')
    const second = seal('contact', id, 'Đàng Thị Mai')
    expect(Buffer.from(first).includes(Buffer.from('Mai'))).toBe(false)
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false)
  })

  it('does not open in another row, nor for another purpose', () => {
    const sealed = seal('contact', id, 'Đàng Thị Mai')
    expect(reasonOf(() => open('contact', '0190e6d8-8f0f-7c4d-9a45-222222222222', sealed))).toBe('broken')
    expect(reasonOf(() => open('second-factor', id, sealed))).toBe('broken')
    expect(reasonOf(() => open('contac', `t${id}`, sealed))).toBe('broken')
  })

  it('does not open once any single byte is changed, dropped or added', () => {
    const sealed = seal('contact', id, 'Mai')
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice()
      changed[at] = changed[at]! ^ 1
      expect(reasonOf(() => open('contact', id, changed))).not.toBe('opened')
    }
    expect(reasonOf(() => open('contact', id, sealed.slice(0, -1)))).toBe('broken')
    expect(reasonOf(() => open('contact', id, Uint8Array.from([...sealed, 0])))).toBe('broken')
    expect(reasonOf(() => open('contact', id, new Uint8Array()))).toBe('broken')
  })

  it('opens with an older key that is still listed, and seals with the first', () => {
    const [older, newer] = [makeSecretKey(), makeSecretKey()]
    useKeys(older)
    const before = seal('contact', id, 'Mai')
    restore()
    useKeys(newer, older)
    expect(openText('contact', id, before)).toBe('Mai')
    expect(isSealedWithCurrentKey(before)).toBe(false)
    const after = seal('contact', id, 'Mai')
    expect(isSealedWithCurrentKey(after)).toBe(true)
    restore()
    useKeys(newer)
    expect(openText('contact', id, after)).toBe('Mai')
    expect(reasonOf(() => open('contact', id, before))).toBe('unknown-key')
  })

  it('cannot be made without a key', () => {
    restore = withSettings({ CONTACT_KEY: undefined })
    expect(() => seal('contact', id, 'Mai')).toThrow('CONTACT_KEY is not set')
  })
})

describe('a keyed hash', () => {
  it('is the same for the same value and differs by value, purpose and key', () => {
    const mine = keyedHash('contact.phone', '+84912345678')
    expect(keyedHash('contact.phone', '+84912345678')).toBe(mine)
    expect(keyedHash('contact.phone', '+84912345679')).not.toBe(mine)
    expect(keyedHash('contact.email', '+84912345678')).not.toBe(mine)
    useKeys(makeSecretKey())
    expect(keyedHash('contact.phone', '+84912345678')).not.toBe(mine)
  })
})

describe('the setting CONTACT_KEY', () => {
  it('refuses keys that are too short, one by one', () => {
    restore = withSettings({ CONTACT_KEY: `${makeSecretKey()},short` })
    expect(() => env()).toThrow('CONTACT_KEY')
  })
})
