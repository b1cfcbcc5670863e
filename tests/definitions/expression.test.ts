import { describe, expect, it } from 'vitest'
import { evaluateExpression, namesIn, parseExpression } from '#lib/definitions/expression'

const value = (text: string, values: Record<string, number> = {}) =>
  evaluateExpression(parseExpression(text), new Map(Object.entries(values)))

describe('expressions', () => {
  it('follow the order of operations', () => {
    expect(value('1 + 2 * 3 - 4 / 2').value).toBe(5)
    expect(value('(1 + 2) * -3').value).toBe(-9)
    expect(value('8 / 4 / 2').value).toBe(1)
    expect(value('min(3, 1 + 1, 5) + max(0.5, .25)').value).toBe(2.5)
  })

  it('have derivatives by every name', () => {
    const { derivatives } = value('0.6 * soft + soft * hard / 2 - hard', { soft: 0.5, hard: 0.2 })
    expect(derivatives.get('soft')).toBeCloseTo(0.7, 12)
    expect(derivatives.get('hard')).toBeCloseTo(-0.75, 12)
    expect(value('a / b', { a: 1, b: 4 }).derivatives.get('b')).toBeCloseTo(-1 / 16, 12)
    expect(value('min(a, b)', { a: 0.3, b: 0.4 }).derivatives).toEqual(new Map([['a', 1]]))
  })

  it('name their parts once', () => {
    expect(namesIn(parseExpression('a + min(b, a) * 2'))).toEqual(['a', 'b'])
  })

  it.each([
    ['1 +', 'at the end'],
    ['2 * (a', 'expected ) at the end'],
    ['a b', 'expected an operator at character 2'],
    ['a $ b', 'cannot read character 2'],
    ['* a', 'expected a number or a name'],
  ])('say where %s stops making sense', (text, sentence) => {
    expect(() => parseExpression(text)).toThrow(sentence)
  })
})
