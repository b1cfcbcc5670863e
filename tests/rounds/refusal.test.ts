// Any events in any order by anybody at any time: whatever gets through must leave a sheet that makes sense.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Deadlines } from '#lib/rounds/deadlines'
import { type Moment, refusalOf } from '#lib/rounds/refusal'
import { type Answer, type RecordedEvent, type RoundEvent, steps } from '#lib/rounds/round-event'
import {
  emptySheet,
  isChanged,
  isContested,
  isUnitsWork,
  nextSheet,
  replay,
  type Sheet,
  standingAnswer,
} from '#lib/rounds/sheet'

const criteria = ['a', 'b']
const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const deadlines: Deadlines = {
  'self-scoring': day(10),
  appraisal: day(20),
  explanation: day(25),
  'second-appraisal': day(30),
}

const figure = (value: number): Answer => ({ kind: 'figure', value })
const answer = fc.oneof(
  fc.constantFrom<Answer>(figure(1), figure(2)),
  fc.constantFrom<Answer>({ kind: 'not-applicable' }, { kind: 'no-figure' }),
)
const criterion = fc.constantFrom('a', 'a', 'b', 'b', 'c')
const text = fc.constantFrom('', ' ', 'vì vậy', 'vì vậy')
const file = fc
  .nat({ max: 12 })
  .map((n) => ({ id: String(n), name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: '' }))
const step = fc.constantFrom(...steps)
const done: RoundEvent[] = [
  { kind: 'submit' },
  { kind: 'finish-appraisal' },
  { kind: 'finish-explanation' },
  { kind: 'finish-second-appraisal' },
]
const often = (arbitrary: fc.Arbitrary<RoundEvent>) => ({ arbitrary, weight: 40 })
const seldom = (arbitrary: fc.Arbitrary<RoundEvent>) => ({ arbitrary, weight: 5 })
const kind = <Kind extends RoundEvent['kind']>(name: Kind) => fc.constant(name)
const event: fc.Arbitrary<RoundEvent> = fc.oneof(
  often(fc.record({ kind: kind('self-score'), criterion, answer, note: text })),
  often(fc.record({ kind: kind('appraise'), criterion, answer, reason: text })),
  often(fc.record({ kind: kind('explain'), criterion, isContested: fc.boolean(), text })),
  often(fc.record({ kind: kind('appraise-again'), criterion, answer, reason: text })),
  often(fc.constantFrom(...done)),
  seldom(fc.record({ kind: kind('add-evidence'), criterion, file })),
  seldom(
    fc.record({ kind: kind('remove-evidence'), criterion, fileId: fc.constantFrom('1', '2'), reason: text }),
  ),
  seldom(fc.record({ kind: kind('correct'), criterion, answer, reason: text })),
  seldom(fc.record({ kind: kind('reopen'), step, reason: text })),
  seldom(fc.record({ kind: kind('extend'), step, until: fc.constant(day(28).toISOString()), reason: text })),
  seldom(fc.record({ kind: kind('close-explanation'), reason: text })),
  { arbitrary: fc.record({ kind: kind('freeze'), reason: text }), weight: 1 },
)
/** Mostly by whom it belongs to, as the unit or the appraiser would. */
const attempt = fc
  .record({
    event,
    at: fc.integer({ min: 1, max: 35 }).map(day),
    other: fc.constantFrom('', '', '', 'xa', 'huyen'),
  })
  .map(({ event, at, other }) => ({ event, at, actorId: other || (isUnitsWork(event) ? 'xa' : 'huyen') }))

/** What gets through of a list of attempts: the recorded events and the sheet after each. */
function play(attempts: { event: RoundEvent; at: Date; actorId: string }[], allowsLate: boolean) {
  const events: RecordedEvent[] = []
  const sheets: Sheet[] = [emptySheet(criteria)]
  for (const { event, at, actorId } of attempts) {
    const sheet = sheets.at(-1)!
    if (refusalOf(sheet, event, { at, actorId, deadlines, allowsLate })) continue
    const recorded = { ...event, at, actorId, actorName: actorId, number: events.length + 1 }
    events.push(recorded)
    sheets.push(nextSheet(sheet, recorded))
  }
  return { events, sheets }
}

/** Names of the rules that a sheet breaks. */
function broken(sheet: Sheet): string[] {
  const lines = [...sheet.lines.values()]
  const rules: Record<string, boolean> = {
    'nobody is scorer and appraiser': [...sheet.scorers].every((id) => !sheet.appraisers.has(id)),
    'an appraisal judges a self-score': lines.every((line) => !line.appraisal || line.self),
    'a change has a reason': lines.every((line) => !isChanged(line) || line.appraisal!.reason.trim()),
    'an explanation explains a change': lines.every((line) => !line.explanation || isChanged(line)),
    'a second appraisal answers a contest': lines.every((line) => !line.second || isContested(line)),
    'a second appraisal has a reason': lines.every((line) => !line.second || line.second.reason.trim()),
    'handed in means complete':
      sheet.step === 'self-scoring' || sheet.step === 'frozen' || lines.every((line) => line.self),
    'explaining needs a change': sheet.step !== 'explanation' || lines.some(isChanged),
    'a second appraisal needs a contest': sheet.step !== 'second-appraisal' || lines.some(isContested),
    'after appraisal all is appraised':
      !['explanation', 'second-appraisal', 'settled'].includes(sheet.step) ||
      lines.every((line) => line.appraisal),
    'settled means every contest is answered':
      sheet.step !== 'settled' ||
      lines.every((line) => standingAnswer(line) && (!isContested(line) || line.second)),
    'no more files than allowed': lines.every((line) => line.evidence.length <= 10),
    'only a frozen result is corrected': sheet.step === 'frozen' || lines.every((line) => !line.correction),
  }
  return Object.keys(rules).filter((rule) => !rules[rule])
}

describe('refusalOf', () => {
  it('lets no order of events reach a forbidden state', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(
        fc.array(attempt, { minLength: 40, maxLength: 160 }),
        fc.boolean(),
        (attempts, allowsLate) => {
          const { sheets } = play(attempts, allowsLate)
          for (const sheet of sheets) reached.add(sheet.step)
          expect(sheets.flatMap(broken)).toEqual([])
        },
      ),
      { numRuns: 1500 },
    )
    expect([...reached].sort(), 'the attempts reach every step').toEqual([...steps].sort())
  })

  it('lets a frozen sheet change by corrections only, and never lets it thaw', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        const freeze = {
          event: { kind: 'freeze' as const, reason: 'hết hạn' },
          at: day(31),
          actorId: 'huyen',
        }
        const { events, sheets } = play([freeze, ...attempts], true)
        expect(events.slice(1).every(({ kind }) => kind === 'correct')).toBe(true)
        expect(sheets.at(-1)!.step).toBe('frozen')
      }),
    )
  })

  it('lets no unit act after a deadline that is strict, and everybody who is only marked late', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 60 }), (attempts) => {
        const { events, sheets } = play(attempts, false)
        const late = events.filter((event, at) => {
          const sheet = sheets[at]!
          if (sheet.step !== 'self-scoring' && sheet.step !== 'explanation') return false
          const deadline = sheet.extended[sheet.step] ?? deadlines[sheet.step]
          const isUnits = [
            'self-score',
            'add-evidence',
            'remove-evidence',
            'submit',
            'explain',
            'finish-explanation',
          ]
          return isUnits.includes(event.kind) && event.at > deadline
        })
        expect(late).toEqual([])
      }),
    )
  })

  it('computes the same sheet from the list as step by step', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        const { events, sheets } = play(attempts, true)
        expect(replay(criteria, events)).toEqual(sheets.at(-1))
      }),
    )
  })

  const now: Moment = { at: day(5), actorId: 'xa', deadlines, allowsLate: true }
  const score = (criterion: string, value = 1) => ({
    event: { kind: 'self-score' as const, criterion, answer: figure(value), note: '' },
    at: day(5),
    actorId: 'xa',
  })
  const submit = { event: { kind: 'submit' as const }, at: day(6), actorId: 'xa' }
  const judge = (criterion: string, value: number, reason = '') => ({
    event: { kind: 'appraise' as const, criterion, answer: figure(value), reason },
    at: day(12),
    actorId: 'huyen',
  })
  const finish = { event: { kind: 'finish-appraisal' as const }, at: day(13), actorId: 'huyen' }
  const sheetAfter = (...attempts: Parameters<typeof play>[0]) => play(attempts, true).sheets.at(-1)!

  it('names every criterion that is still open', () => {
    expect(refusalOf(sheetAfter(score('b')), { kind: 'submit' }, now)).toEqual({
      code: 'incomplete',
      criteria: ['a'],
    })
  })

  it('goes straight to settled when nothing was changed', () => {
    expect(sheetAfter(score('a'), score('b'), submit, judge('a', 1), judge('b', 1), finish).step).toBe(
      'settled',
    )
  })

  it('asks the unit only about what was changed, and appraises again only what it contests', () => {
    const changed = [score('a'), score('b'), submit, judge('a', 1), judge('b', 2, 'sai số'), finish]
    expect(sheetAfter(...changed).step).toBe('explanation')
    const explain = (isContested: boolean) => ({
      event: { kind: 'explain' as const, criterion: 'b', isContested, text: 'vì' },
      at: day(21),
      actorId: 'xa',
    })
    const done = { event: { kind: 'finish-explanation' as const }, at: day(22), actorId: 'xa' }
    expect(sheetAfter(...changed, explain(false), done).step).toBe('settled')
    expect(sheetAfter(...changed, explain(true), done).step).toBe('second-appraisal')
  })

  it('empties the appraisal of a criterion whose self-score changes after a reopening', () => {
    const reopen = {
      event: { kind: 'reopen' as const, step: 'self-scoring' as const, reason: 'nhầm' },
      at: day(14),
      actorId: 'huyen',
    }
    const sheet = sheetAfter(
      score('a'),
      score('b'),
      submit,
      judge('a', 1),
      judge('b', 1),
      finish,
      reopen,
      score('b', 2),
    )
    expect([sheet.step, sheet.lines.get('a')!.appraisal, sheet.lines.get('b')!.appraisal]).toEqual([
      'self-scoring',
      { answer: figure(1), reason: '' },
      null,
    ])
  })

  it('does not take a reopening to a step in which there is nothing to do', () => {
    const settled = sheetAfter(score('a'), score('b'), submit, judge('a', 1), judge('b', 1), finish)
    const reopen = (step: 'explanation' | 'appraisal' | 'settled') =>
      refusalOf(settled, { kind: 'reopen', step, reason: 'vì' }, { ...now, actorId: 'huyen' })
    expect(reopen('appraisal')).toBeNull()
    expect(reopen('explanation')).toEqual({ code: 'no-such-step', step: 'explanation' })
    expect(reopen('settled')).toEqual({ code: 'no-such-step', step: 'settled' })
  })
})
