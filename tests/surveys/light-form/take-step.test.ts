import { describe, expect, it } from 'vitest'
import { compileForm } from '#lib/surveys/compile-form'
import { readPost } from '#lib/surveys/light-form/read-post'
import { takeStep } from '#lib/surveys/light-form/take-step'

const compiled = compileForm({
  elements: [
    { type: 'text', name: 'village', title: 'Thôn' },
    { type: 'text', name: 'people', title: 'Nhà ở {village} có mấy người?', inputType: 'number', max: 30 },
  ],
})

/** The only page, after what was typed the time before. */
const step = (people: string, before: object = {}) => {
  const fields = {
    '~page': '1',
    '~consent': '1',
    '~go': 'next',
    '~shown': '0 1',
    village: 'Thành Tín',
    people,
  }
  const kept = { '~state': JSON.stringify({ answers: before }) }
  return takeStep(compiled, readPost(compiled, new URLSearchParams({ ...fields, ...kept })), 'vi')
}

describe('a figure beyond the limits of its field', () => {
  it('is told, never left out in silence', () => {
    const { isComplete, state } = step('44')
    expect(isComplete).toBe(false)
    expect(state.answers).toMatchObject({ people: 44 })
    expect(state.faults.map(({ code }) => code)).toEqual(['too_large'])
  })

  it('does not bring back the figure before it', () => {
    expect(step('44', { people: 4 }).state.answers).toMatchObject({ people: 44 })
    expect(step('5', { people: 4 }).answers).toMatchObject({ people: 5 })
  })
})

it('names a question in a fault as it stands on the page, with the answers it takes up', () => {
  expect(step('44').state.faults[0]?.vi).toBe('Câu “Nhà ở Thành Tín có mấy người?” phải từ 30 trở xuống.')
})

it('takes no ancestor of all answers from a page that was changed by hand', () => {
  const map = compileForm({ elements: [{ type: 'text', name: 'map', title: '{map}?' }] })
  const spoilt = '{"answers":{"__proto__":[{}]},"variables":{"__proto__":[{}]}}'
  const fields = { '~page': '1', '~consent': '1', '~shown': '0', '~state': spoilt, map: 'a' }
  expect(takeStep(map, readPost(map, new URLSearchParams(fields)), 'vi').answers).toEqual({ map: 'a' })
})

describe('a trigger that skips', () => {
  const page = (name: string) => ({ name: `page-${name}`, elements: [{ type: 'text', name }] })
  const skipping = compileForm({
    pages: [page('kind'), page('between'), page('end')],
    triggers: [
      { type: 'skip', expression: "{kind} = 'short'", gotoName: 'end' },
      { type: 'complete', expression: "{kind} = 'short' or {kind} = 'none'" },
    ],
  })
  const stepAfter = (kind: string) =>
    takeStep(
      skipping,
      readPost(skipping, new URLSearchParams({ '~page': '1', '~consent': '1', '~shown': '0', kind })),
      'vi',
    )

  it('leads past the pages between', () => {
    expect(stepAfter('long').state.page).toBe(2)
    expect(stepAfter('short').state).toMatchObject({ page: 3, trail: [1] })
  })

  it('comes before one that ends the form on the same page, as in SurveyJS', () => {
    expect(stepAfter('short').isComplete).toBe(false)
    expect(stepAfter('none')).toMatchObject({ isComplete: true, answers: { kind: 'none' } })
  })
})
