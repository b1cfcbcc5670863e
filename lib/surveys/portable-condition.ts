// Conditions for the small script of the light form: the expression as nested arrays, and an evaluator that fits into a
// page. The server keeps the last word with survey-core; a test proves that both agree. What cannot be said this way
// becomes null, and the browser then shows the question rather than hide it wrongly.

/** ["v", "question.row"], ["=", left, right], a list of constants, or a constant. */
export type PortableCondition = [operator: string, ...PortablePart[]]
export type PortablePart = PortableCondition | string | number | boolean | null | { list: PortablePart[] }
export type Values = Record<string, unknown>

/** True when the condition holds for these answers. */
export function holds(condition: PortablePart, values: Values): boolean {
  return truth(evaluate(condition, values))
}

const truth = (value: unknown) => value === true

function evaluate(part: PortablePart, values: Values): unknown {
  if (part === null || typeof part !== 'object') return part
  if (!Array.isArray(part)) return part.list.map((item) => evaluate(item, values))
  const [operator, first = null, second = null] = part
  if (operator === 'v') return answerTo(String(first), values)
  const left = evaluate(first, values)
  if (operator === 'and') return left && evaluate(second, values)
  if (operator === 'or') return left || evaluate(second, values)
  if (operator === 'empty') return isEmpty(left)
  if (operator === 'notempty') return !isEmpty(left)
  if (operator === 'negate') return !left
  return compare(operator, left, evaluate(second, values))
}

/** {question}, {matrix.row} or {list.length}; names are not case-sensitive, as in SurveyJS. */
function answerTo(name: string, values: Values): unknown {
  const whole = property(values, name)
  if (whole !== undefined) return asNumber(whole)
  const dot = name.lastIndexOf('.')
  if (dot < 0) return null
  const owner = property(values, name.slice(0, dot))
  const last = name.slice(dot + 1)
  if (last === 'length') return Array.isArray(owner) || typeof owner === 'string' ? owner.length : 0
  return asNumber(property(owner, last) ?? null)
}

function property(owner: unknown, name: string): unknown {
  if (owner === null || typeof owner !== 'object') return undefined
  const wanted = name.toLowerCase()
  const key = Object.keys(owner).find((key) => key.toLowerCase() === wanted)
  return key === undefined ? undefined : (owner as Values)[key]
}

/** Text that reads as a number or as true/false counts as that, but "007" stays text. */
function asNumber(value: unknown): unknown {
  if (typeof value !== 'string' || !value) return value
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) ? Number(value) : value
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' &&
    Object.values(value).every((one) => (Array.isArray(value) ? false : isEmpty(one))))

function compare(operator: string, left: unknown, right: unknown): boolean {
  switch (operator) {
    case 'equal':
      return equal(left, right)
    case 'notequal':
      return !equal(left, right)
    case 'greater':
    case 'less':
      return ordered(operator, left, right)
    case 'greaterorequal':
      return equal(left, right) || ordered('greater', left, right)
    case 'lessorequal':
      return equal(left, right) || ordered('less', left, right)
    case 'contains':
      return contains(left, right, true)
    case 'notcontains':
      return (!left && !isEmpty(right)) || contains(left, right, false)
    case 'anyof':
      return anyOf(left, right)
    case 'noneof':
      return !anyOf(left, right)
    case 'allof':
      return Array.isArray(right)
        ? right.every((one) => contains(left, one, true))
        : contains(left, right, true)
    default:
      return false
  }
}

function ordered(operator: 'greater' | 'less', left: unknown, right: unknown): boolean {
  if (isEmpty(left) || isEmpty(right)) return false
  return operator === 'greater' ? (left as number) > (right as number) : (left as number) < (right as number)
}

function equal(left: unknown, right: unknown): boolean {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right)
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((one) => right.some((other) => equal(one, other)))
  if (typeof left === 'object' || typeof right === 'object') return false
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase()
  if (
    typeof left === 'string'
      ? typeof right === 'boolean'
      : typeof left === 'boolean' && typeof right === 'string'
  )
    return false
  // biome-ignore lint/suspicious/noDoubleEquals: SurveyJS takes 1, '1' and '01' for the same, and 1 for true
  return left == right
}

function contains(left: unknown, right: unknown, isWanted: boolean): boolean {
  if (Array.isArray(left)) {
    if (!left.length) return !isWanted
    const wanted = Array.isArray(right) ? right : [right]
    return wanted.every((one) => left.some((value) => equal(value, one))) ? isWanted : !isWanted
  }
  if (isEmpty(left)) return false
  if (isEmpty(right) || right === 0 || right === false) return false
  return String(left).toLowerCase().includes(String(right).toLowerCase()) === isWanted
}

function anyOf(left: unknown, right: unknown): boolean {
  if (isEmpty(left)) return isEmpty(right)
  if (isEmpty(right)) return true
  if (!Array.isArray(left)) return contains(right, left, true)
  return Array.isArray(right) ? right.some((one) => contains(left, one, true)) : contains(left, right, true)
}
