// A low rating must never ask for more work than a high one: people who learn that a complaint costs them three more
// questions stop complaining, and the score rises by itself. What is low is known from the points of the indexes that read
// the form; a rating or a matrix that no index reads is read upwards.
import { type Finding, finding } from '#lib/definitions/finding'
import type { FormFile } from '#lib/definitions/form-file'
import type { IndexFile } from '#lib/definitions/index-file'
import { sourcesOf } from '#lib/definitions/sources-of'
import { codebook } from '#lib/surveys/codebook'
import type { AllowedValue, Variable } from '#lib/surveys/variable'
import { weighWork } from '#lib/surveys/weigh-work'

type Value = AllowedValue['value']
type Rung = { value: Value; standing: number }

/** Faults of a form, given the indexes that may read it. The form must be one that SurveyJS can read. */
export function checkBurden(file: FormFile, indexes: readonly IndexFile[]): Finding[] {
  const { ratings, workAfter } = weighWork(file.form)
  const work = ({ question, row }: Variable, value: Value) =>
    workAfter({ [question]: row === undefined ? value : { [row]: value } })
  return scalesOf(ratings, file, indexes).flatMap(({ variable, rungs }) => {
    let heaviest = { value: rungs[0]!.value, work: 0, standing: Number.NEGATIVE_INFINITY }
    for (const { value, standing } of rungs) {
      const own = work(variable, value)
      if (own < heaviest.work && standing > heaviest.standing)
        return [heavier(variable.name, heaviest.value, value)]
      if (own > heaviest.work) heaviest = { value, work: own, standing }
    }
    return []
  })
}

function scalesOf(ratings: ReadonlySet<string>, file: FormFile, indexes: readonly IndexFile[]) {
  return codebook(file.form).flatMap((variable) => {
    if (variable.kind !== 'single' || variable.option !== undefined) return []
    const points = pointsOf(variable.name, file.slug, indexes)
    const standing = ({ value }: AllowedValue) =>
      points ? points[String(value)] : ratings.has(variable.question) ? Number(value) : undefined
    const rungs = variable.values.flatMap((one): Rung[] => {
      const place = one.isDontKnow ? undefined : standing(one)
      return typeof place === 'number' && !Number.isNaN(place) ? [{ value: one.value, standing: place }] : []
    })
    return rungs.length > 1 ? [{ variable, rungs: rungs.sort((a, b) => a.standing - b.standing) }] : []
  })
}

function pointsOf(name: string, form: string, indexes: readonly IndexFile[]) {
  for (const { criteria } of indexes)
    for (const { source } of sourcesOf(criteria))
      if ('points' in source && source.form === form && source.variables.includes(name)) return source.points
  return undefined
}

const heavier = (name: string, low: Value, high: Value) =>
  finding(
    'uneven_burden',
    name,
    `Chọn “${low}” ở câu “${name}” phải trả lời nhiều hơn chọn “${high}”: người dân sẽ ngại chấm thấp. Hãy hỏi thêm mọi người như nhau, hoặc để câu hỏi thêm không bắt buộc và luôn hiện.`,
    `Choosing “${low}” in “${name}” asks for more answers than “${high}”: people will shy away from low ratings. Ask everybody the same, or show the further question always and make it optional.`,
  )
