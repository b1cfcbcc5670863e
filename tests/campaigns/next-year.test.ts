import { expect, test } from 'vitest'
import { movePlan } from '#lib/campaigns/next-year'
import { planBody } from '#lib/campaigns/plan-body'

const body = planBody.parse({
  number: '12/KH-UBND',
  title: 'Kế hoạch tuyên truyền năm 2024',
  unitPlansDueOn: '2024-03-31',
  reportsDueOn: { q1: '2024-02-29', h1: null, year: '2024-11-25' },
  duties: [{ office: 'Phòng Nội vụ', text: 'Theo dõi', dueOn: '2024-12-10' }],
  items: [{ code: 'v1', title: 'Phát loa', from: '2024-03', to: '2024-05', cost: 5 }, { code: 'v2' }],
})

test('the plan of the next year keeps what is done and moves months and days', () => {
  const moved = movePlan(body, 2024, 2025)
  expect(moved).toMatchObject({ number: '', title: 'Kế hoạch tuyên truyền năm 2025' })
  expect(moved.items[0]).toMatchObject({ title: 'Phát loa', from: '2025-03', to: '2025-05', cost: 5 })
  expect(moved.items[1]).toMatchObject({ from: '', to: '' })
  expect(moved.duties[0]?.dueOn).toBe('2025-12-10')
  expect(moved.unitPlansDueOn).toBe('2025-03-31')
})

test('29 February falls on the 28th of a year that has none', () => {
  expect(movePlan(body, 2024, 2025).reportsDueOn).toEqual({ q1: '2025-02-28', h1: null, year: '2025-11-25' })
  expect(movePlan(body, 2024, 2028).reportsDueOn.q1).toBe('2028-02-29')
})

test('a moved plan is a plan', () => {
  const moved = movePlan(body, 2024, 2025)
  expect(planBody.parse(moved)).toEqual(moved)
})
