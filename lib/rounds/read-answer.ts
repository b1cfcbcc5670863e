// What was typed for an entered criterion, as an answer: the same reading for the sheet, the appraisal and a spreadsheet.
import type { EnteredCriterion } from '#lib/definitions/entered-criteria'
import { figureFault } from '#lib/definitions/entered-rule'
import type { Sentence } from '#lib/problem'
import type { Answer } from '#lib/rounds/round-event'

export type TypedAnswer = { kind: Answer['kind']; figure: string }

/** The answer, or what is wrong with it. */
export function readAnswer(
  criterion: Pick<EnteredCriterion, 'rule' | 'mayNotApply'>,
  { kind, figure }: TypedAnswer,
): { answer: Answer } | { fault: Sentence } {
  if (kind === 'no-figure') return { answer: { kind } }
  if (kind === 'not-applicable') return criterion.mayNotApply ? { answer: { kind } } : { fault: mustApply }
  const value = readFigure(figure)
  if (value === null) return { fault: nothingTyped }
  const fault = figureFault(criterion.rule, value)
  return fault ? { fault } : { answer: { kind, value } }
}

/** Null when empty, NaN when it is no plain number. Three digits after the mark could be thousands, so two are the limit. */
function readFigure(typed: string): number | null {
  const text = typed.trim()
  if (text === '') return null
  return /^-?\d{1,9}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

const nothingTyped: Sentence = {
  vi: 'hãy nhập số liệu, hoặc chọn “chưa có số liệu” và nói vì sao.',
  en: 'enter a figure, or choose “no figure” and say why.',
}

const mustApply: Sentence = {
  vi: 'tiêu chí này áp dụng cho mọi đơn vị, không chọn “không áp dụng” được.',
  en: 'this criterion applies to every unit: “not applicable” cannot be chosen.',
}
