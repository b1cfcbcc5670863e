// Conditions of a form ("{age} >= 18 and {used} = 'yes'"), parsed once and evaluated by survey-core itself, so that they
// mean here exactly what they mean in SurveyJS. What survey-core would read from elsewhere than the answers (page
// number, variables, functions that look at the survey) is reported when the form is compiled.
import {
  ConditionRunner,
  ConditionsParser,
  ExpressionRunner,
  FunctionFactory,
  type Operand,
} from 'survey-core'
import '#lib/surveys/survey-clock' // "today()" is the day in Viet Nam

export type Answers = Record<string, unknown>
export type Condition = (answers: Answers) => boolean

/** Functions whose result depends on their arguments and the clock only. */
const pureFunctions = new Set(
  `iif sum min max avg round trunc count getDate age dateDiff dateAdd diffDays today currentDate currentYear getYear year month day
  weekday substring`.split(/\s+/),
)

/** The parsed expression, or null when survey-core cannot read it. */
export function parseCondition(expression: string): Operand | null {
  return new ConditionsParser().parseExpression(expression) ?? null
}

/**
 * What an expression is for. survey-core shows a question, and wants an answer, only where it comes to `true`; switches a
 * question off only where it comes to `false`; and takes 1 for true in a validator.
 */
export type Purpose = 'show' | 'enable' | 'validate'

/** Compiles an expression; throws a SyntaxError when survey-core cannot read it. */
export function compileCondition(expression: string, purpose: Purpose = 'show'): Condition {
  const runner = purpose === 'validate' ? new ConditionRunner(expression) : new ExpressionRunner(expression)
  if (!runner.canRun()) throw new SyntaxError(`not an expression: ${expression}`)
  return purpose === 'enable'
    ? (answers) => runner.runValues(answers) !== false
    : (answers) => runner.runValues(answers) === true
}

/** Names of what an expression may ask for, in small letters. */
export type Names = { questions: Set<string>; others: Set<string>; rankings: Set<string> }

/**
 * What is wrong with an expression (`mistakes`: unknown questions, functions, syntax), and what only survey-core can tell
 * in the whole of a survey (`beyond`).
 */
export function conditionFaults(expression: string, names: Names): { mistakes: string[]; beyond: string[] } {
  if (!parseCondition(expression)) return { mistakes: [`“${expression}” is no expression`], beyond: [] }
  const mistakes: string[] = []
  const beyond: string[] = []
  for (const name of new ConditionRunner(expression).getVariables()) {
    const lower = name.toLowerCase()
    const first = lower.split(/[.[]/)[0] ?? ''
    // Of a ranking the order counts, of any other list it does not: only survey-core knows which is which.
    if (names.rankings.has(lower)) beyond.push(`“${expression}” compares the ranking {${name}}`)
    if (names.questions.has(lower) || names.questions.has(first)) continue
    // Functions over lists ask for the columns of their rows.
    if (names.others.has(lower) || names.others.has(first) || /InArray\s*\(/.test(expression))
      beyond.push(`“${expression}” asks for {${name}}`)
    else mistakes.push(`“${expression}” asks for {${name}}, which is no question`)
  }
  for (const name of functionsIn(expression)) {
    if (pureFunctions.has(name) || operators.has(name.toLowerCase())) continue
    const list = FunctionFactory.Instance.hasFunction(name) ? beyond : mistakes
    list.push(`“${expression}” uses the function ${name}`)
  }
  return { mistakes, beyond }
}

function functionsIn(expression: string): string[] {
  const bare = expression.replace(/'[^']*'|"[^"]*"|\{[^}]*\}/g, '')
  return [...bare.matchAll(/([A-Za-z_]\w*)\s*\(/g)].map(([, name]) => name ?? '')
}

/** Words that may stand before a bracket without being functions. */
const operators = new Set(
  'and or not contains contain notcontains notcontain anyof allof noneof empty notempty greater less equal equals notequal'.split(
    ' ',
  ),
)
