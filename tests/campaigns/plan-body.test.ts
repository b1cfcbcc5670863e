import { describe, expect, test } from 'vitest'
import { emptyPlan, planBody } from '#lib/campaigns/plan-body'

describe('the body of a plan', () => {
  test('may be empty: a plan that was only begun is a plan', () => {
    expect(emptyPlan()).toMatchObject({ items: [], budget: null, unitPlansDueOn: null, isCumulative: true })
    expect(emptyPlan().reportsDueOn).toEqual({ q1: null, h1: null, year: null })
  })

  test('keeps no cost apart from a cost of nothing', () => {
    const { items } = planBody.parse({ items: [{ code: 'v1' }, { code: 'v2', cost: 0 }] })
    expect(items.map(({ cost }) => cost)).toEqual([null, 0])
  })

  test.each([
    [{ budget: -1 }],
    [{ budget: 1.5 }],
    [{ unitPlansDueOn: '2026-02-30' }],
    [{ items: [{ code: 'v1', from: '2026-13' }] }],
    [{ items: [{ code: 'v1', amounts: { copies: -3 } }] }],
    [{ items: [{ code: 'v1', amounts: { copies: 0.5 } }] }],
    [{ items: [{ code: 'V 1' }] }],
  ])('refuses %j', (body) => {
    expect(planBody.safeParse(body).success).toBe(false)
  })

  test('reads back what it wrote', () => {
    const body = planBody.parse({ title: ' Kế hoạch ', items: [{ code: 'v1', amounts: { copies: 5 } }] })
    expect(body.title).toBe('Kế hoạch')
    expect(planBody.parse(JSON.parse(JSON.stringify(body)))).toEqual(body)
  })
})
