// Cross-checks of what a criterion reads: the form and its version exist, so do the variables, and the points cover
// exactly what can be answered. A value without points would silently drop people from a score.
import { duplicates, type Finding, finding } from '#lib/definitions/finding'
import { formElements } from '#lib/definitions/form-elements'
import type { FormFile } from '#lib/definitions/form-file'
import type { SurveySource } from '#lib/definitions/index-source'
import { codebook } from '#lib/surveys/codebook'
import { rightAnswer } from '#lib/surveys/right-answer'
import type { Variable } from '#lib/surveys/variable'

export type Published<Body> = { slug: string; version: number; body: Body }

export function checkSource(source: SurveySource, where: string, forms: Published<FormFile>[]): Finding[] {
  const ofSlug = forms.filter((form) => form.slug === source.form)
  if (ofSlug.length === 0) {
    return [
      finding(
        'unknown_form',
        `${where}.form`,
        `Không có phiếu “${source.form}”.`,
        `There is no form “${source.form}”.`,
      ),
    ]
  }
  if (ofSlug.some((form) => form.body.quiz)) {
    return [
      finding(
        'quiz_source',
        `${where}.form`,
        `“${source.form}” là phiếu của cuộc thi: người dự thi tự chọn tham gia nên không đo được gì.`,
        `“${source.form}” is the form of a contest: people chose themselves, so it measures nothing.`,
      ),
    ]
  }
  const versions = source.versions ?? ofSlug.map((form) => form.version)
  return [
    ...duplicates(source.variables).map((name) =>
      finding(
        'duplicate_code',
        `${where}.variables`,
        `Biến “${name}” bị lặp lại.`,
        `Variable “${name}” appears more than once.`,
      ),
    ),
    ...versions.flatMap((version) => {
      const form = ofSlug.find((one) => one.version === version)
      if (form) return checkVariables(source, where, form)
      return [
        finding(
          'unknown_form',
          `${where}.versions`,
          `Phiếu “${source.form}” không có phiên bản ${version}.`,
          `Form “${source.form}” has no version ${version}.`,
        ),
      ]
    }),
  ]
}

function checkVariables(source: SurveySource, where: string, form: Published<FormFile>): Finding[] {
  const variables = new Map(readableVariables(form.body).map((variable) => [variable.name, variable]))
  const formName = `${form.slug}.v${form.version}`
  return source.variables.flatMap((name) => {
    const variable = variables.get(name)
    if (variable) {
      return [
        ...checkPoints(source, variable, formName, where),
        ...checkRightAnswer(source, variable, form, where),
      ]
    }
    return [
      finding(
        'unknown_variable',
        `${where}.variables`,
        `Phiếu ${formName} không có biến “${name}”.`,
        `Form ${formName} has no variable “${name}”.`,
      ),
    ]
  })
}

/** Many criteria read the same form: its codebook is made once. */
const codebooks = new WeakMap<FormFile, Variable[]>()

/** A form that cannot be read has its own fault; here it simply has no variables. */
function readableVariables(form: FormFile): Variable[] {
  const known = codebooks.get(form)
  if (known) return known
  const variables = tryCodebook(form)
  codebooks.set(form, variables)
  return variables
}

function tryCodebook(form: FormFile): Variable[] {
  try {
    return codebook(form.form)
  } catch {
    return []
  }
}

function checkPoints(source: SurveySource, variable: Variable, formName: string, where: string): Finding[] {
  const name = `${formName}: ${variable.name}`
  if (variable.values.length === 0) {
    return [
      finding(
        'not_closed',
        `${where}.variables`,
        `${name} không phải câu chọn sẵn nên không cho điểm được.`,
        `${name} has no fixed values, so it cannot be given points.`,
      ),
    ]
  }
  const allowed = variable.values.map((value) => String(value.value))
  const given = Object.keys(source.points)
  const missing = allowed.filter((value) => !given.includes(value))
  const extra = given.filter((value) => !allowed.includes(value))
  return [
    ...missing.map((value) =>
      finding(
        'points_missing',
        `${where}.points`,
        `Thiếu điểm cho phương án “${value}” của ${name}.`,
        `No points for value “${value}” of ${name}.`,
      ),
    ),
    ...extra.map((value) =>
      finding(
        'points_extra',
        `${where}.points`,
        `Có điểm cho “${value}” nhưng ${name} không có phương án đó.`,
        `Points are given for “${value}”, which ${name} does not offer.`,
      ),
    ),
  ]
}

/** Where the form names a right answer, no other answer may earn points. */
function checkRightAnswer(
  source: SurveySource,
  variable: Variable,
  form: Published<FormFile>,
  where: string,
): Finding[] {
  const question = formElements(form.body.form).find(({ json }) => json.name === variable.question)
  const right = question && rightAnswer(question.json)
  if (right === undefined) return []
  const earning = Object.keys(source.points).filter((value) => (source.points[value] ?? 0) > 0)
  if (earning.length === 1 && earning[0] === String(right)) return []
  return [
    finding(
      'right_answer',
      `${where}.points`,
      `Đáp án của “${variable.name}” là “${right}”: chỉ phương án này được có điểm.`,
      `The right answer of “${variable.name}” is “${right}”: only this value may earn points.`,
    ),
  ]
}
