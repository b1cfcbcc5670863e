// Answers as rows: how they were collected, then one column per variable of the codebook. The surprise is what is not
// here: no receipt, no time, no order of arrival, and villages only under labels that are drawn anew for every file.
import type { ResponseGroup } from '#lib/contacts/response-design'
import type { Row, Value } from '#lib/exports/table'
import { collectionFields, fieldLabels } from '#lib/surveys/collection'
import { noAnswer, notAsked, notCodable, type Variable } from '#lib/surveys/variable'

/** Columns before the answers, with what they mean. */
export const responseColumns = [
  { name: 'wave', label: { vi: 'Mã đợt khảo sát', en: 'Wave' } },
  { name: 'form', label: { vi: 'Phiếu và phiên bản', en: 'Form and version' } },
  { name: 'unit', label: { vi: 'Mã đơn vị', en: 'Unit' } },
  {
    name: 'stratum',
    label: {
      vi: 'Tầng mẫu (nhãn ngẫu nhiên, riêng cho mỗi tệp)',
      en: 'Stratum (random label, anew for every file)',
    },
  },
  {
    name: 'cluster',
    label: {
      vi: 'Thôn/khu phố trong mẫu (nhãn ngẫu nhiên, riêng cho mỗi tệp)',
      en: 'Sampled village (random label, anew for every file)',
    },
  },
  {
    name: 'weight',
    label: {
      vi: 'Trọng số: một phiếu đại diện cho bao nhiêu người',
      en: 'Weight: people an answer stands for',
    },
  },
  {
    name: 'day',
    label: {
      vi: 'Ngày trả lời do máy ghi, hoặc ngày nhận phiếu (không có giờ)',
      en: 'Day of answering as the device says, else of arrival (no time)',
    },
  },
  ...collectionFields.map((name) => ({ name, label: fieldLabels[name] })),
  {
    name: 'late',
    label: {
      vi: 'Nộp trong thời gian gia hạn (1): chỉ máy thu phiếu cho biết được trả lời trước khi đóng',
      en: 'Came in the days of grace (1): only the device says that it was given before closing',
    },
  },
  { name: 'language', label: { vi: 'Ngôn ngữ của phiếu', en: 'Language of the form' } },
] as const

/** After them in waves of drawn people: what a design needs to recompute every error. */
export const designColumns = [
  {
    name: 'design_stratum',
    label: {
      vi: 'Tầng của lần chọn mẫu (nhãn ngẫu nhiên, riêng cho mỗi tệp)',
      en: 'Stratum of the draw (random label, anew for every file)',
    },
  },
  {
    name: 'final_weight',
    label: {
      vi: 'Trọng số sau khi bù cho người cùng đơn vị và tầng không trả lời',
      en: 'Weight after those of the same unit and stratum who did not answer',
    },
  },
  {
    name: 'population',
    label: {
      vi: 'Số người của tầng dùng để hiệu chỉnh tổng thể hữu hạn; trống: không hiệu chỉnh',
      en: 'People in the stratum for the finite population correction; empty: none',
    },
  },
] as const

/** The codes that say why a column holds no value; "don't know" is an ordinary value with its own code. */
export const missingWords = [
  { code: notAsked, label: { vi: '(không hỏi)', en: '(not asked)' } },
  { code: noAnswer, label: { vi: '(bỏ trống)', en: '(no answer)' } },
  { code: notCodable, label: { vi: '(tự viết)', en: '(written)' } },
] as const

export type ResponseRow = {
  unit: string
  /** Unit and stratum by their own names (`groupKey`): never written, finds the design of drawn people. */
  group: string
  stratum: string
  cluster: string
  weight: number
  day: string
  mode: string
  place: string
  collector: string
  entry: string
  late: 0 | 1
  language: string
  coded: ArrayLike<number>
  /** Answers as checked; only read for written answers. */
  answers: Record<string, unknown> | null
}

export type ResponseOptions = {
  wave: string
  form: string
  /** Numbers as in the codebook, or the words of the form in Vietnamese. */
  values: 'codes' | 'labels'
  /** Written answers can tell who wrote them, so they come only when asked for. */
  hasTexts: boolean
  /** Of drawn people: group -> place in the design. */
  groups?: ReadonlyMap<string, ResponseGroup> | undefined
}

/** Heading and the function that turns an answer into a row. */
export function responseColumnsAndRows(codebook: readonly Variable[], options: ResponseOptions) {
  const chosen = codebook
    .map((variable, place) => ({
      variable,
      place,
      words: options.values === 'labels' ? wordsOf(variable) : null,
    }))
    .filter(({ variable }) => options.hasTexts || variable.kind !== 'text')
  const { groups } = options
  const strata = new Map<string, string>()
  const designOf = groups ? (row: ResponseRow) => designValues(groups.get(row.group), strata) : () => []
  const heads = [...responseColumns, ...(groups ? designColumns : [])]
  const columns = [...heads.map((one) => one.name), ...chosen.map(({ variable }) => variable.name)]
  const { wave, form } = options
  const toRow = (row: ResponseRow): Row => {
    const { unit, stratum, cluster, weight, day, mode, place, collector, entry, late, language } = row
    const values = new Array<Value>(columns.length)
    const head = [
      wave,
      form,
      unit,
      stratum,
      cluster,
      weight,
      day,
      mode,
      place,
      collector,
      entry,
      late,
      language,
      ...designOf(row),
    ]
    for (let at = 0; at < head.length; at++) values[at] = head[at]!
    for (let at = 0; at < chosen.length; at++) {
      const { variable, place, words } = chosen[at]!
      const code = row.coded[place]!
      values[head.length + at] = code === notCodable ? written(variable, row) : (words?.get(code) ?? code)
    }
    return values
  }
  return { columns, toRow }
}

function designValues(group: ResponseGroup | undefined, strata: Map<string, string>): Value[] {
  if (!group) return [null, null, null]
  const label = strata.get(group.stratum) ?? `d${strata.size + 1}`
  strata.set(group.stratum, label)
  return [label, group.weight, group.population]
}

function wordsOf(variable: Variable): Map<number, string> {
  return new Map([...missingWords, ...variable.values].map(({ code, label }) => [code, label.vi]))
}

/** What was written, or the code when the answers are not at hand. */
function written(variable: Variable, { answers }: ResponseRow): Value {
  const answer = answers?.[variable.question]
  const value =
    variable.row === undefined ? answer : (answer as Record<string, unknown> | undefined)?.[variable.row]
  return typeof value === 'string' || typeof value === 'number' ? value : notCodable
}
