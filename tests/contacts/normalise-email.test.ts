import { expect, it } from 'vitest'
import { normaliseEmail } from '#lib/contacts/normalise-email'

it('keeps the box as written and folds the domain', () => {
  expect(normaliseEmail(' Mai.Dang@Example.VN ')).toEqual({ email: 'Mai.Dang@example.vn' })
  expect(normaliseEmail('mailto:mai@example.vn')).toEqual({ email: 'mai@example.vn' })
  expect(normaliseEmail('  ')).toEqual({ email: '' })
})

it.each([
  'mai',
  'mai@',
  'mai@example',
  'a@b.vn, c@d.vn',
  'mai@example.vn\nBcc: all@example.vn',
  'mai @example.vn',
])('refuses “%s”', (text) => expect(normaliseEmail(text)).toHaveProperty('fault.vi'))
