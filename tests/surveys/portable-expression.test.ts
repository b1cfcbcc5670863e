import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCondition } from '#lib/surveys/conditions'
import { holds } from '#lib/surveys/portable-condition'
import { portableExpression } from '#lib/surveys/portable-expression'

const scalar = fc.constantFrom<unknown>(0, 1, 2, 98, 'a', 'A', 'ab', '1', '01', true, false)
const answers = fc.record(
  {
    q: scalar,
    other: scalar,
    list: fc.array(fc.constantFrom<unknown>('a', 'b', 3, 'none'), { minLength: 1, maxLength: 3 }),
    m: fc.record({ r1: fc.constantFrom(1, 2, 5), r2: fc.constantFrom(1, 98) }, { requiredKeys: ['r2'] }),
    text: fc.constantFrom('An', 'bánh mì', '12', 'true'),
  },
  { requiredKeys: [] },
)
const expressions = [
  '{q} = 1',
  "{q} = 'a'",
  '{q} <> 1',
  '{Q} > 1',
  '{q} >= 1 and {q} < 3',
  '{q} <= 1 or {other} = {q}',
  '{q} empty',
  '{q} notempty and {list} notempty',
  '!{q}',
  "{list} contains 'a'",
  '{list} contains 3',
  "{list} notcontains 'none'",
  "{list} anyof ['a', 3]",
  "{list} noneof ['a', 3]",
  "{list} allof ['a', 'b']",
  '{list.length} > 1',
  '{m.r1} <= 2',
  '{m.r2} = 98',
  '{m} notempty',
  "{text} = 'an'",
  "{text} contains 'bánh'",
  '{text} = 12',
  '{q} = true',
  "{q} anyof [1, 'a']",
]

describe('portableExpression', () => {
  it.each(expressions)('means the same in the browser as in survey-core: %s', (expression) => {
    const portable = portableExpression(expression)
    expect(portable).not.toBeNull()
    const condition = compileCondition(expression)
    fc.assert(
      fc.property(answers, (values) => {
        expect(holds(JSON.parse(JSON.stringify(portable)), values)).toBe(condition(values))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    "iif({q} = 1, 'x', '') = 'x'",
    '{q} and {list} notempty',
    '{q} + 1 > 2',
    '{list[0]} = 1',
    '{q} = = 1',
  ])('leaves to the server what it cannot say: %s', (expression) => {
    expect(portableExpression(expression)).toBeNull()
  })
})
