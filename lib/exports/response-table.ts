// Answers as rows: how they were collected, then one column per variable of the codebook. The surprise is what is not
// here: no receipt, no time, no order of arrival, and villages only under labels that are drawn anew for every file.
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

/** The codes that say why a column holds no value; "don't know" is an ordinary value with its own code. */
export const missingWords = [
  { code: notAsked, label: { vi: '(không hỏi)', en: '(not asked)' } },
  { code: noAnswer, label: { vi: '(bỏ trống)', en: '(no answer)' } },
  { code: notCodable, label: { vi: '(tự viết)', en: '(written)' } },
] as const

export type ResponseRow = {
  unit: string
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
  const columns = [...responseColumns.map((one) => one.name), ...chosen.map(({ variable }) => variable.name)]
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
