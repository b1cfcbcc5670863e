// Cross-checks of the ways a leaf turns figures into points: scoring rules, conversions, expressions, scales. Whatever a
// unit could enter must have its points, and full marks must be in reach.
import { namesIn, parseExpression } from '#lib/definitions/expression'
import { duplicates, type Finding, finding } from '#lib/definitions/finding'
import type { Criterion } from '#lib/definitions/index-file'
import type { EnteredRule, ExpressionSource, Source } from '#lib/definitions/index-source'

/** Every fault of the rules of one leaf. */
export function checkRules(criterion: Criterion, where: string): Finding[] {
  const { source } = criterion
  return [...(source ? checkSourceRules(source, `${where}.source`) : []), ...checkScale(criterion, where)]
}

function checkSourceRules(source: Source, where: string): Finding[] {
  if ('expression' in source)
    return [
      ...checkExpression(source, where),
      ...Object.entries(source.parts).flatMap(([name, part]) =>
        checkSourceRules(part, `${where}.parts.${name}`),
      ),
    ]
  const faults: Finding[] = []
  if ('entered' in source && 'rule' in source.entered)
    faults.push(...checkRule(source.entered.rule, `${where}.entered.rule`))
  if ('external' in source && source.external.full === (source.external.zero ?? 0))
    faults.push(rule(where, 'external: zero và full phải khác nhau.', 'external: zero and full must differ.'))
  if ('conversion' in source && source.conversion && !rises(source.conversion.map(([from]) => from)))
    faults.push(rule(`${where}.conversion`, 'các mốc phải tăng dần.', 'the corners must rise.'))
  return faults
}

function checkRule(given: EnteredRule, where: string): Finding[] {
  const faults: Finding[] = []
  const say = (vi: string, en: string) => faults.push(rule(where, vi, en))
  if (given.kind === 'linear' && given.zero === given.full)
    say('zero và full phải khác nhau.', 'zero and full must differ.')
  if (given.kind === 'deduction' && (given.least ?? 0) > given.full)
    say('least không được lớn hơn full.', 'least must not be above full.')
  if (
    given.kind === 'figure' &&
    given.low !== undefined &&
    given.high !== undefined &&
    given.low >= given.high
  )
    say('low phải nhỏ hơn high.', 'low must be below high.')
  if (given.kind === 'steps' && !rises(given.steps.map(({ from }) => from)))
    say('các bậc phải tăng dần theo from.', 'the steps must rise by from.')
  if (given.kind === 'choice')
    for (const value of duplicates(given.options.map((option) => String(option.value))))
      say(`phương án ${value} bị lặp lại.`, `option ${value} appears more than once.`)
  if (given.kind === 'steps' || given.kind === 'choice') {
    const points = given.kind === 'steps' ? given.steps : given.options
    const most = Math.max(...points.map((one) => one.points))
    if (most !== given.full)
      say(
        `điểm cao nhất là ${most}, phải bằng full = ${given.full}.`,
        `the highest points are ${most}, they must be full = ${given.full}.`,
      )
  }
  return faults
}

function checkExpression({ expression, parts }: ExpressionSource, where: string): Finding[] {
  let used: string[]
  try {
    used = namesIn(parseExpression(expression))
  } catch (error) {
    const reason = (error as Error).message
    return [
      rule(
        `${where}.expression`,
        `công thức không đọc được: ${reason}.`,
        `the formula cannot be read: ${reason}.`,
      ),
    ]
  }
  const known = Object.keys(parts)
  return [
    ...used
      .filter((name) => !known.includes(name))
      .map((name) =>
        rule(
          `${where}.expression`,
          `công thức dùng “${name}” nhưng parts không có.`,
          `the formula uses “${name}”, which parts lacks.`,
        ),
      ),
    ...known
      .filter((name) => !used.includes(name))
      .map((name) =>
        rule(`${where}.parts`, `“${name}” không có trong công thức.`, `“${name}” is not in the formula.`),
      ),
  ]
}

function checkScale(
  { code, source, normalise, treat, direction, children }: Criterion,
  where: string,
): Finding[] {
  const faults: Finding[] = []
  const say = (vi: string, en: string) => faults.push(rule(where, `“${code}”: ${vi}`, `“${code}”: ${en}`))
  const isRaw =
    source && 'entered' in source && 'rule' in source.entered && source.entered.rule.kind === 'figure'
  const isScored = source && 'entered' in source && !isRaw
  if (isRaw && !normalise) say('giá trị thô (figure) phải có normalise.', 'a raw figure needs normalise.')
  if (treat && !normalise && !children)
    say('treat (giá trị ngoại lai) cần có normalise.', 'treat (outliers) needs normalise.')
  if (children && (normalise || direction || treat))
    say(
      'treat, normalise và direction chỉ dùng cho tiêu chí có source.',
      'treat, normalise and direction belong to a criterion with a source.',
    )
  if (normalise?.method === 'goalposts' && normalise.low === normalise.high)
    say('hai mốc của goalposts phải khác nhau.', 'the two goalposts must differ.')
  if (normalise?.method === 'min-max' && normalise.to[0] >= normalise.to[1])
    say('khoảng của min-max phải tăng.', 'the range of min-max must rise.')
  if (direction && (isScored || normalise?.method === 'goalposts'))
    say(
      'chiều đã nằm trong quy tắc chấm điểm; hãy bỏ direction.',
      'the rule already says which way is better; remove direction.',
    )
  return faults
}

function rises(values: number[]): boolean {
  return values.every((value, at) => at === 0 || value > values[at - 1]!)
}

const rule = (where: string, vi: string, en: string) => finding('rule', where, vi, en)
