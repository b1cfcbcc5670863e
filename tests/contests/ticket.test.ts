import { beforeEach, expect, test } from 'vitest'
import { makeTicket, phoneKeyOf, readTicket } from '#lib/contests/ticket'
import { settle } from '#lib/env'

beforeEach(() => settle({ AUTH_SECRET: 'a secret for tests that is long enough' }))

test('a ticket is known again in its contest and in no other', () => {
  const ticket = makeTicket('thi')
  expect(readTicket('thi', ticket)).not.toBeNull()
  expect(readTicket('khac', ticket)).toBeNull()
})

test('the same ticket always leaves the same mark, two tickets never do, and the mark does not show the ticket', () => {
  const [one, two] = [makeTicket('thi'), makeTicket('thi')]
  expect(readTicket('thi', one)).toEqual(readTicket('thi', one))
  expect(readTicket('thi', one)).not.toEqual(readTicket('thi', two))
  expect(one).not.toContain(readTicket('thi', one)!.ticketKey)
})

test('nothing made up or changed is taken', () => {
  const [random, signature] = makeTicket('thi').split('.') as [string, string]
  const changed = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
  for (const text of [
    '',
    '.',
    random,
    `${random}.`,
    `${random}.${changed}`,
    `${random}.${signature}.x`,
    `${random}é.${signature}`,
  ])
    expect(readTicket('thi', text), text).toBeNull()
})

test('a telephone number leaves another mark in every contest', () => {
  expect(phoneKeyOf('thi', '+84912345678')).toBe(phoneKeyOf('thi', '+84912345678'))
  expect(phoneKeyOf('thi', '+84912345678')).not.toBe(phoneKeyOf('khac', '+84912345678'))
})
