// "today()" is the day in Viet Nam for the checker, for SurveyModel and for the pages, whatever zone the server is set to.
import { describe, expect, it } from 'vitest'
import { clockInVietNam, momentOfClock } from '#lib/clock-in-viet-nam'
import { checkAnswers } from '#lib/surveys/check-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { openStep } from '#lib/surveys/light-form/open-step'
import { atTime } from '#lib/surveys/survey-clock'

/** One in the morning of the 24th in Viet Nam, still the 23rd in Europe and America. */
const night = new Date('2026-11-23T18:00:00.250Z')
const notLater = { type: 'expression', text: 'Ngày sau hôm nay', expression: '{visited} <= today()' }
const visited = { type: 'text', inputType: 'date', name: 'visited', validators: [notLater] }
const total = { type: 'expression', name: 'day', expression: 'dateDiff({visited}, today(), "days")' }

describe('the clock of expressions', () => {
  it.each([
    ['compiled', [visited]],
    ['survey', [visited, total]],
  ])('is that of Viet Nam in forms judged by the %s checker', (checker, elements) => {
    const compiled = compileForm({ elements })
    expect(compiled.checker).toBe(checker)
    const codes = (day: string) =>
      checkAnswers(compiled, { visited: day }, night).faults.map(({ question }) => question)
    expect(codes('2026-11-24')).toEqual([])
    expect(codes('2026-11-25')).toEqual(['visited'])
  })

  it('is that of Viet Nam on the pages', () => {
    const elements = [{ type: 'html', name: 'late', html: 'x', visibleIf: "today() = '2026-11-24'" }]
    const isShown = atTime(night, () => openStep({ elements }, 'vi').getQuestionByName('late')?.isVisible)
    expect(isShown).toBe(true)
  })

  it('stores a moment as the moment it was', () => {
    const compiled = compileForm({
      elements: [{ type: 'expression', name: 'at', expression: 'currentDate()' }],
    })
    expect(checkAnswers(compiled, {}, night).answers).toEqual({ at: night.toISOString() })
  })

  it('shows the wall clock of Viet Nam, and leads back to the moment', () => {
    const clock = clockInVietNam(night)
    expect([clock.getDate(), clock.getHours(), clock.getMinutes()]).toEqual([24, 1, 0])
    expect(momentOfClock(clock)).toEqual(night)
  })
})
