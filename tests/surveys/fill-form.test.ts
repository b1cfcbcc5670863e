import { expect, test } from 'vitest'
import { compileForm } from '#lib/surveys/compile-form'
import { fillForm } from '#lib/surveys/fill-form'

const form = compileForm({
  elements: [
    { type: 'radiogroup', name: 'used', choices: [1, 2] },
    { type: 'matrix', name: 'rate', columns: [1, 2], rows: ['place', 'staff'] },
    { type: 'checkbox', name: 'wish', choices: ['time', 'cost', 'open'] },
    { type: 'comment', name: 'remark' },
  ],
})

test('columns become the answers object that a browser sends', () => {
  const chosen: Record<string, unknown> = {
    used: 2,
    rate_place: 1,
    rate_staff: 2,
    wish_time: true,
    wish_cost: false,
    wish_open: true,
    remark: 'ok',
  }
  expect(fillForm(form, ({ name }) => chosen[name])).toEqual({
    used: 2,
    rate: { place: 1, staff: 2 },
    wish: ['time', 'open'],
    remark: 'ok',
  })
})

test('what is left empty is not there at all', () => {
  const chosen: Record<string, unknown> = { rate_staff: 1, wish_time: false }
  expect(fillForm(form, ({ name }) => chosen[name])).toEqual({ rate: { staff: 1 } })
})
