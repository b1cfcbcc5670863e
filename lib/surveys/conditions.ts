// Conditions of a form ("{age} >= 18 and {used} = 'yes'"), parsed once and evaluated by survey-core itself, so that they
// mean here exactly what they mean in SurveyJS. What survey-core would read from elsewhere than the answers (page
// number, variables, functions of its own) is reported when the form is compiled.
import { ConditionRunner, ConditionsParser, type Operand } from 'survey-core'

export type Answers = Record<string, unknown>
export type Condition = (answers: Answers) => boolean

/** Functions whose result depends on their arguments only. */
const pureFunctions = new Set(['iif', 'sum', 'min', 'max', 'avg', 'round'])

/** The parsed expression, or null when survey-core cannot read it. */
export function parseCondition(expression: string): Operand | null {
  return new ConditionsParser().parseExpression(expression) ?? null
}

/** Compiles an expression; throws a SyntaxError when survey-core cannot read it. */
export function compileCondition(expression: string): Condition {
  const runner = new ConditionRunner(expression)
  if (!runner.canRun()) throw new SyntaxError(`not an expression: ${expression}`)
  return (answers) => runner.runValues(answers) === true
}

/** What this house cannot evaluate in an expression: unknown questions, functions, syntax. Empty when all is well. */
export function conditionFaults(expression: string, keys: Iterable<string>): string[] {
  const parsed = parseCondition(expression)
  if (!parsed) return [`“${expression}” is no expression`]
  const known = new Set([...keys].map((key) => key.toLowerCase()))
  const names = new ConditionRunner(expression).getVariables()
  const faults = names
    .filter((name) => !known.has(name.toLowerCase()) && !known.has(name.toLowerCase().split(/[.[]/)[0] ?? ''))
    .map((name) => `“${expression}” asks for {${name}}, which is no question`)
  const functions = [
    ...expression.replace(/'[^']*'|"[^"]*"|\{[^}]*\}/g, '').matchAll(/([A-Za-z_]\w*)\s*\(/g),
  ].map(([, name]) => name ?? '')
  for (const name of functions)
    if (!pureFunctions.has(name) && !operators.has(name.toLowerCase()))
      faults.push(`“${expression}” uses the function ${name}`)
  return faults
}

/** Words that may stand before a bracket without being functions. */
const operators = new Set(
  'and or not contains contain notcontains notcontain anyof allof noneof empty notempty greater less equal equals notequal'.split(
    ' ',
  ),
)
