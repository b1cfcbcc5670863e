import { expect, it } from 'vitest'
import { bounceKind } from '#lib/messages/bounce-kind'

it.each([
  ['5.1.1', 'address'],
  ['5.1.10', 'address'],
  ['5.2.2', 'mailbox'],
  ['4.2.2', 'mailbox'],
  ['5.7.1', 'policy'],
  ['5.11.1', 'other'],
  ['550', 'other'],
  ['', 'other'],
])('takes %j for %s', (code, kind) => {
  expect(bounceKind(code)).toBe(kind)
})
