// Cross-checks of a form: SurveyJS reads it, every text is there in both languages, column names suit SPSS, Stata and R,
// conditions never run in a circle. What the answering side cannot evaluate (unknown questions, functions) it reports itself.

import { checkTexts } from '#lib/definitions/check-form-texts'
import { checkQuiz } from '#lib/definitions/check-quiz'
import { duplicates, type Finding, finding, findRing } from '#lib/definitions/finding'
import { type FormElement, formElements, isObject } from '#lib/definitions/form-elements'
import type { FormFile } from '#lib/definitions/form-file'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codebook } from '#lib/surveys/codebook'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { rightAnswer } from '#lib/surveys/right-answer'
import type { Variable } from '#lib/surveys/variable'

/** Words that SPSS, Stata or R keep for themselves. */
const reserved = new Set(
  `all and by eq ge gt le lt ne not or to with byte double float if in int long str strl using
  else repeat while function for next break true false null inf nan na`.split(/\s+/),
)

export function checkForm(file: FormFile): Finding[] {
  const elements = formElements(file.form)
  const questions = elements.filter(({ json }) => !isContainer(json))
  const compiled = compileForm(file.form)
  return [
    ...compiled.unsupported.map((message) =>
      finding(
        'unsupported',
        'form',
        `Phiếu có phần không được hỗ trợ: ${message}`,
        `The form has a part that is not supported: ${message}`,
      ),
    ),
    ...compiled.unkeepable.map(({ vi, en }) => finding('not_kept', 'form', vi, en)),
    ...checkTexts(file.form, elements),
    ...checkCodebook(file.form),
    ...(file.audience === 'citizens' ? checkAdultsOnly(compiled) : []),
    ...duplicates(elements.map(({ json }) => String(json.name))).map((name) =>
      finding(
        'duplicate_code',
        'form',
        `Tên “${name}” bị lặp lại.`,
        `Name “${name}” appears more than once.`,
      ),
    ),
    ...questions.flatMap(checkChoices),
    ...checkRing(elements, questions),
    ...checkQuiz(file, compiled),
  ]
}

const isContainer = (json: Record<string, unknown>) => json.type === undefined || json.type === 'panel'

function checkCodebook(form: Record<string, unknown>): Finding[] {
  let names: string[]
  try {
    names = codebook(form).flatMap(ownName)
  } catch (error) {
    const reason = (error as Error).message
    return [
      finding(
        'unreadable',
        'form',
        `Không lập được bảng mã: ${reason}`,
        `No codebook can be made: ${reason}`,
      ),
    ]
  }
  if (names.length === 0) {
    return [finding('no_question', 'form', 'Phiếu không có câu hỏi nào.', 'The form asks nothing.')]
  }
  return [
    ...duplicates(names.map((name) => name.toLowerCase())).map((name) =>
      finding('duplicate_code', 'form', `Hai cột cùng tên “${name}”.`, `Two columns are called “${name}”.`),
    ),
    ...names.filter((name) => !/^[a-z][a-z0-9_]{0,31}$/.test(name) || reserved.has(name)).map(badName),
  ]
}

/** What a column is called before the codebook makes it safe and unique; remarks beside a question follow its name. */
function ownName({ question, row, option }: Variable): string[] {
  if (question.endsWith('-Comment')) return []
  return [[question, row ?? option].filter((part) => part !== undefined).join('_')]
}

const badName = (name: string) =>
  finding(
    'bad_name',
    'form',
    `Tên cột “${name}” không dùng được trong SPSS, Stata và R: chữ thường a–z, số, gạch dưới, tối đa 32 ký tự, không trùng từ khóa.`,
    `Column name “${name}” does not suit SPSS, Stata and R: small letters, digits, underscore, at most 32, no reserved word.`,
  )

/** The law protects answers of minors: a form for citizens asks `age_band`, and its value 1 (under 18) is refused. */
function checkAdultsOnly(form: CompiledForm): Finding[] {
  if (form.unsupported.length > 0) return []
  const refuses = (answers: Record<string, unknown>) =>
    checkAnswers(form, answers).faults.some(({ question }) => question === 'age_band')
  const isAsked = form.codebook.some(({ name }) => name === 'age_band')
  if (isAsked && refuses({}) && refuses({ age_band: 1 }) && !refuses({ age_band: 2 })) return []
  return [
    finding(
      'adults_only',
      'form',
      'Phiếu cho người dân phải hỏi bắt buộc câu “age_band” và không nhận giá trị 1 (dưới 18 tuổi).',
      'A form for citizens must require “age_band” and refuse its value 1 (under 18).',
    ),
  ]
}

/** Values within a question are unique, and a right answer is one of them. */
function checkChoices({ json, where }: FormElement): Finding[] {
  const choices = valuesOf(json.choices)
  const lists = [choices, valuesOf(json.columns), valuesOf(json.rows)]
  const right = rightAnswer(json)
  return [
    ...lists.flatMap((values) =>
      duplicates(values).map((value) =>
        finding(
          'duplicate_code',
          where,
          `Giá trị “${value}” bị lặp lại trong “${json.name}”.`,
          `Value “${value}” appears twice in “${json.name}”.`,
        ),
      ),
    ),
    ...(right === undefined || isOffered(json, right)
      ? []
      : [
          finding(
            'right_answer',
            `${where}.correctAnswer`,
            `Đáp án “${JSON.stringify(right)}” không có trong các phương án của “${json.name}”.`,
            `The right answer “${JSON.stringify(right)}” is not among the choices of “${json.name}”.`,
          ),
        ]),
  ]
}

/** One of the choices; each of a list; for each row of a matrix one of its columns. A text is free. */
function isOffered(json: Record<string, unknown>, right: unknown): boolean {
  if (json.type === 'text' || json.type === 'comment') return true
  if (json.type === 'boolean') return typeof right === 'boolean'
  const [rows, columns] = [valuesOf(json.rows), valuesOf(json.columns)]
  if (isObject(right))
    return Object.entries(right).every(
      ([row, value]) => rows.includes(row) && [value].flat().every((one) => columns.includes(String(one))),
    )
  const choices = valuesOf(json.choices)
  return [right].flat().every((one) => choices.includes(String(one)))
}

function valuesOf(list: unknown): string[] {
  if (!Array.isArray(list)) return []
  return list.map((entry) => String(isObject(entry) ? entry.value : entry))
}

const conditions = ['visibleIf', 'enableIf', 'requiredIf']

/** Names of the questions that the conditions of an element read. */
function references(json: Record<string, unknown>): string[] {
  return conditions.flatMap((condition) =>
    [...String(json[condition] ?? '').matchAll(/\{([^}]+)\}/g)].map(
      (match) => (match[1] ?? '').split(/[.[]/)[0] ?? '',
    ),
  )
}

/** A question depends on what its own condition reads and on the conditions of the panel and page around it. */
function checkRing(elements: FormElement[], questions: FormElement[]): Finding[] {
  const ring = findRing(
    new Map(
      questions.map((question) => [
        String(question.json.name),
        elements
          .filter((element) => element === question || question.where.startsWith(`${element.where}.`))
          .flatMap((element) => references(element.json)),
      ]),
    ),
  )
  if (!ring) return []
  const path = ring.join(' → ')
  return [
    finding(
      'circular',
      'form',
      `Điều kiện hiện câu hỏi chạy vòng tròn: ${path}.`,
      `Conditions run in a circle: ${path}.`,
    ),
  ]
}
