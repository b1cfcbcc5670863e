// A condition of a form in the words of somebody who fills in paper: "câu 2 chọn 1 hoặc 2". Simple comparisons become
// sentences; what is more than that keeps the author's expression with names replaced by numbers, so that nothing a
// condition says is ever left out.
import type { PaperChoice, PaperQuestion } from '#lib/surveys/paper-form/paper-field'
import { holds, type PortablePart } from '#lib/surveys/portable-condition'
import { portableExpression } from '#lib/surveys/portable-expression'

type Sentence = { vi: string; en: string }
type Constant = string | number | boolean

/** When something is to be answered: the part after "only if". */
export function describeCondition(expression: string, questions: PaperQuestion[]): Sentence {
  const portable = portableExpression(expression)
  return (portable && sentence(portable, questions)) || quoted(expression, questions)
}

function sentence(part: PortablePart, questions: PaperQuestion[]): Sentence | null {
  if (!Array.isArray(part)) return null
  const [operator, left = null, right = null] = part
  const choice = chosen(part, questions)
  if (choice) return choice
  if (operator === 'and' || operator === 'or') {
    const [first, second] = [sentence(left, questions), sentence(right, questions)]
    if (!first || !second) return null
    const join = operator === 'and' ? { vi: 'và', en: 'and' } : { vi: 'hoặc', en: 'or' }
    return { vi: `${first.vi} ${join.vi} ${second.vi}`, en: `${first.en} ${join.en} ${second.en}` }
  }
  const asked = place(left, questions)
  if (!asked) return null
  const marked = markedBoxes(operator, right, asked)
  if (marked) return marked
  if (operator === 'notempty')
    return { vi: `câu ${asked.number} có trả lời`, en: `question ${asked.number} is answered` }
  if (operator === 'empty')
    return { vi: `câu ${asked.number} để trống`, en: `question ${asked.number} is left empty` }
  const code = isConstant(right) && asked.codeOf(right)
  if ((operator === 'notequal' || operator === 'notcontains') && typeof code === 'number')
    return {
      vi: `câu ${asked.number} không chọn ô ${code}`,
      en: `question ${asked.number} does not have box ${code}`,
    }
  const words = comparisonWords[operator]
  const other = isConstant(right) ? { vi: `${right}`, en: `${right}` } : asWord(place(right, questions))
  if (!words || !other) return null
  const { vi, en } = asWord(asked)!
  return { vi: `${vi} ${words.vi} ${other.vi}`, en: `${en} ${words.en} ${other.en}` }
}

/** A comparison with one box of several, such as "at least 4", as the boxes that fulfil it. */
function markedBoxes(operator: string, right: PortablePart, asked: Asked): Sentence | null {
  if (!isConstant(right) || !asked.hasOneBox || !comparisonWords[operator] || operator === 'notequal')
    return null
  const codes = asked.choices
    .filter(({ value }) => holds([operator, value, right], {}))
    .map(({ code }) => code)
  return codes.length > 0 ? anyBox(asked.number, codes) : null
}

const anyBox = (number: string, codes: number[]): Sentence => ({
  vi: `câu ${number} chọn ô ${codes.join(' hoặc ')}`,
  en: `question ${number} has box ${codes.join(' or ')}`,
})

const asWord = (asked: Asked | null): Sentence | null =>
  asked && {
    vi: asked.isCount ? `số ô chọn ở câu ${asked.number}` : `câu ${asked.number}`,
    en: asked.isCount ? `the number of boxes in question ${asked.number}` : `question ${asked.number}`,
  }

const comparisonWords: Record<string, Sentence> = {
  equal: { vi: 'là', en: 'is' },
  notequal: { vi: 'không phải là', en: 'is not' },
  greater: { vi: 'lớn hơn', en: 'is more than' },
  less: { vi: 'nhỏ hơn', en: 'is less than' },
  greaterorequal: { vi: 'không nhỏ hơn', en: 'is at least' },
  lessorequal: { vi: 'không lớn hơn', en: 'is at most' },
}

/** "câu 2 chọn ô 1 hoặc 2": one question, one or several boxes. */
function chosen(part: PortablePart, questions: PaperQuestion[]): Sentence | null {
  const found = boxes(part)
  const asked = found && place(['v', found.name], questions)
  if (!asked) return null
  const codes = found.values.flatMap((value) => asked.codeOf(value) ?? [])
  return codes.length > 0 && codes.length === found.values.length ? anyBox(asked.number, codes) : null
}

/** The question and the values that a part asks for, when it asks for nothing else. */
function boxes(part: PortablePart): { name: string; values: Constant[] } | null {
  if (!Array.isArray(part)) return null
  const [operator, left = null, right = null] = part
  if (operator === 'or') {
    const [first, second] = [boxes(left), boxes(right)]
    if (!first || !second || first.name !== second.name) return null
    return { name: first.name, values: [...first.values, ...second.values] }
  }
  if (!Array.isArray(left) || left[0] !== 'v') return null
  const name = String(left[1])
  if ((operator === 'equal' || operator === 'contains') && isConstant(right)) return { name, values: [right] }
  if (operator !== 'anyof' || right === null || typeof right !== 'object' || Array.isArray(right)) return null
  const { list } = right
  return list.every(isConstant) ? { name, values: list } : null
}

const isConstant = (part: PortablePart): part is Constant =>
  typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean'

type Asked = {
  number: string
  choices: PaperChoice[]
  hasOneBox: boolean
  /** {list.length}: how many boxes. */
  isCount: boolean
  codeOf: (value: Constant) => number | undefined
}

/** What a variable of an expression is on paper: its number and its boxes. */
function place(part: PortablePart, questions: PaperQuestion[]): Asked | null {
  if (!Array.isArray(part) || part[0] !== 'v') return null
  const name = String(part[1]).toLowerCase()
  const isCount = name.endsWith('.length')
  const wanted = isCount ? name.slice(0, -'.length'.length) : name
  const field = questions.flatMap(({ fields }) => fields).find(({ key }) => key.toLowerCase() === wanted)
  if (!field) return null
  const choices = isCount ? [] : field.choices
  return {
    number: field.number,
    choices,
    hasOneBox: field.shape === 'one' && !isCount,
    isCount,
    codeOf: (value) => choices.find((choice) => String(choice.value) === String(value))?.code,
  }
}

/** The author's expression, with "câu 2" in place of {service_use}. */
function quoted(expression: string, questions: PaperQuestion[]): Sentence {
  const named = (word: string) =>
    expression.replace(/\{([^}]+)\}/g, (all, name: string) => {
      const number =
        place(['v', name], questions)?.number ??
        questions.find(({ key }) => key.toLowerCase() === name.split(/[.[]/)[0]?.toLowerCase())?.number
      return number === undefined ? all : `${word} ${number}`
    })
  return { vi: named('câu'), en: named('question') }
}
