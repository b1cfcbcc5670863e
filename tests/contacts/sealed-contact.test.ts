import { expect, it } from 'vitest'
import { contactCode, contactOfCode } from '#lib/contacts/contact-code'
import { openPerson, sealPerson } from '#lib/contacts/sealed-contact'

const id = '0190e6d8-8f0f-4c4d-9a45-111111111111'
const other = '0190e6d8-8f0f-4c4d-9a45-222222222222'
const person = { name: 'Đàng Thị Mai', title: '', email: 'mai@example.vn', phone: '', address: 'Thôn 2' }

it('a person comes out as sealed, and only of the own row', () => {
  const { sealed, phoneKey } = sealPerson(id, person)
  expect(openPerson(id, sealed)).toEqual(person)
  expect(phoneKey).toBeNull()
  expect(() => openPerson(other, sealed)).toThrow('another row')
})

it('a code proves its own row and none that was guessed or changed', () => {
  const code = contactCode(id)
  expect(contactOfCode(code)).toBe(id)
  expect(contactOfCode(contactCode(other).slice(0, 22) + code.slice(22))).toBeNull()
  expect(contactOfCode(code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'))).toBeNull()
  expect(contactOfCode('')).toBeNull()
  expect(contactOfCode('x'.repeat(38))).toBeNull()
})
