// Every expression of a form with its owner, and what is wrong with it: a condition on a question that does not exist
// would hide for ever.
import { conditionFaults, type Names } from '#lib/surveys/conditions'
import { type Conditions, commentKey, type Element, type Form } from '#lib/surveys/form'

/** Mistakes of the author, and expressions that only survey-core can evaluate; both as "owner: what". */
export function expressionReport(form: Form): { mistakes: string[]; beyond: string[] } {
  const names = namesIn(form)
  const report: { mistakes: string[]; beyond: string[] } = { mistakes: [], beyond: [] }
  for (const [owner, expression] of expressionsOf(form)) {
    const { mistakes, beyond } = conditionFaults(expression, names)
    report.mistakes.push(...mistakes.map((fault) => `${owner}: ${fault}`))
    report.beyond.push(...beyond.map((fault) => `${owner}: ${fault}`))
  }
  return report
}

/** Names that survey-core knows in every survey. */
const builtIn = [
  'pageno',
  'pagecount',
  'locale',
  'correctanswers',
  'incorrectanswers',
  'questioncount',
  '$self',
  'self',
]

function namesIn(form: Form): Names {
  const small = (name: string) => name.toLowerCase()
  const totals = form.questions.filter(({ kind }) => kind === 'cells').map(({ key }) => `${key}-total`)
  const targets = form.triggers.flatMap(({ sets }) => (sets ? [sets] : []))
  const others = [...builtIn, ...totals, ...targets, ...form.calculated.map(({ name }) => name)]
  const questions = form.questions.flatMap((question) => [question.name, question.key, commentKey(question)])
  const rankings = form.questions
    .filter(({ kind }) => kind === 'ranking')
    .flatMap(({ name, key }) => [name, key])
  const set = (names: string[]) => new Set(names.map(small))
  return { questions: set(questions), others: set(others), rankings: set(rankings) }
}

/** Every expression outside tables and repeated panels, where "{row...}" and "{panel...}" are asked for. */
function expressionsOf(form: Form): [string, string][] {
  const found: [string, string | undefined][] = []
  const visit = (part: Conditions & { name: string; requiredIf?: string; elements?: Element[] }) => {
    found.push([part.name, part.visibleIf], [part.name, part.enableIf], [part.name, part.requiredIf])
    if ('kind' in part && (part.kind === 'page' || part.kind === 'panel')) part.elements?.forEach(visit)
  }
  form.pages.forEach(visit)
  for (const question of form.questions) {
    const { name } = question
    const { setValueExpression, setValueIf, resetValueIf, defaultExpression } = question
    for (const own of [setValueExpression, setValueIf, resetValueIf, defaultExpression])
      found.push([name, own])
    if (question.kind === 'expression') found.push([name, question.expression])
    for (const validator of question.validators)
      if (validator.kind === 'expression') found.push([name, validator.expression])
  }
  for (const one of [...form.calculated.map((value) => ({ ...value })), ...form.triggers])
    found.push(['name' in one ? one.name : one.type, one.expression])
  return found.filter((entry): entry is [string, string] => Boolean(entry[1]))
}
