import { expect, test } from 'vitest'
import { hasEnded, logStep, type WaveToLog } from '#lib/ledger/log-step'

const open: WaveToLog = {
  secrecy: 'open',
  opensAt: new Date('2026-11-01T00:00:00Z'),
  closesAt: new Date('2026-11-30T10:00:00Z'),
  cancelledAt: null,
  graceDays: 2,
  boxOpenedAt: null,
  hasKeys: false,
  state: null,
}
const begun = (day: string, isFinal = false) => ({ ...open, state: { day, isFinal } })
const at = (time: string) => new Date(`2026-${time}:00Z`)

test('a log begins shortly before its wave opens', () => {
  expect(logStep(open, at('10-31T23:30'))).toBeNull()
  expect(logStep(open, at('10-31T23:50'))).toBe('keys')
})

test('answers enter once a day, with the first run after midnight in Viet Nam', () => {
  expect(logStep(begun('2026-11-10'), at('11-10T16:59'))).toBeNull()
  expect(logStep(begun('2026-11-10'), at('11-10T17:00'))).toBe('answers') // 00:00 of the 11th
  expect(logStep(begun('2026-11-11'), at('11-10T17:05'))).toBeNull()
})

test('closing takes everything in at once, and stragglers come by the day', () => {
  expect(logStep(begun('2026-11-30'), at('11-30T10:00'))).toBe('answers')
  expect(logStep(begun('2026-11-30', true), at('11-30T10:05'))).toBeNull()
  expect(logStep(begun('2026-11-30', true), at('11-30T17:05'))).toBe('answers')
  expect(logStep({ ...begun('2026-11-12'), cancelledAt: at('11-12T01:00') }, at('11-12T02:00'))).toBe(
    'answers',
  )
  expect(logStep(open, at('12-20T00:00'))).toBe('answers') // a wave of before there was a log
})

test('ballots stay out of the log until nothing can be added to the box', () => {
  const secret = { ...open, secrecy: 'ballot', hasKeys: true }
  expect(logStep({ ...secret, hasKeys: false }, at('11-02T00:00'))).toBeNull()
  expect(logStep(secret, at('11-02T00:00'))).toBe('keys')
  const going = { ...secret, state: { day: '2026-11-02', isFinal: false } }
  expect(logStep(going, at('11-20T00:00'))).toBeNull()
  expect(logStep(going, at('12-01T10:00'))).toBeNull() // a day of grace
  expect(logStep(going, at('12-02T10:00'))).toBe('answers')
  expect(logStep({ ...going, boxOpenedAt: at('11-20T00:00') }, at('11-20T00:00'))).toBe('answers')
  expect(hasEnded(going, at('11-30T11:00'))).toBe(false)
})
