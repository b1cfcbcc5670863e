// Turns a SurveyJS expression into the nested arrays that the light form's script understands, or null when it uses
// more than that (functions, arithmetic, parts of lists).
import { ArrayOperand, BinaryOperand, type Operand, UnaryOperand } from 'survey-core'
import { parseCondition } from '#lib/surveys/conditions'
import type { PortableCondition, PortablePart } from '#lib/surveys/portable-condition'

const comparisons = new Set(
  'and or equal notequal greater less greaterorequal lessorequal contains notcontains anyof noneof allof'.split(
    ' ',
  ),
)

/** The condition for the browser; null when only the server can tell. */
export function portableExpression(expression: string): PortableCondition | null {
  const parsed = parseCondition(expression)
  const part = parsed ? portable(parsed) : unknown
  return isComparison(part) ? (part as PortableCondition) : null
}

const unknown = Symbol('not portable')

function portable(operand: Operand | null): PortablePart | typeof unknown {
  if (!operand) return null
  if (operand instanceof BinaryOperand) {
    if ((operand.isArithmetic && !operand.isConjunction) || !comparisons.has(operand.operator)) return unknown
    return combine(operand.operator, [operand.leftOperand, operand.rightOperand])
  }
  if (operand instanceof UnaryOperand)
    return ['empty', 'notempty', 'negate'].includes(operand.operator)
      ? combine(operand.operator, [operand.expression])
      : unknown
  if (operand instanceof ArrayOperand) {
    const { values } = operand as unknown as { values: Operand[] }
    const list = values.map(portable)
    return list.includes(unknown) ? unknown : { list: list as PortablePart[] }
  }
  const leaf = operand as Operand & { variable?: string; correctValue?: unknown }
  if (operand.getType() === 'variable')
    return /[[\]#$]/.test(leaf.variable ?? '[') ? unknown : ['v', leaf.variable ?? '']
  const value = operand.getType() === 'const' ? leaf.correctValue : undefined
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : unknown
}

const isComparison = (part: PortablePart | typeof unknown) => Array.isArray(part) && part[0] !== 'v'

function combine(operator: string, operands: (Operand | null)[]): PortableCondition | typeof unknown {
  const parts = operands.map(portable)
  // "{a} and {b}" comes to an answer, not to true or false, and means different things in different places.
  if ((operator === 'and' || operator === 'or') && !parts.every(isComparison)) return unknown
  return parts.includes(unknown) ? unknown : [operator, ...(parts as PortablePart[])]
}
