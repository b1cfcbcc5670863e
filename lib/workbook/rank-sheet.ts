// Stage 10: the index of each unit with its grade and its place. Places are formulas; the interval and the places that the
// sample does not rule out come from the design of the sample and are values.
import type { IndexFile } from '#lib/definitions/index-file'
import { formats, type Sheet, type SheetCell } from '#lib/exports/sheet'
import { gradeOf } from '#lib/scoring/grade-of'
import { inLanguage } from '#lib/surveys/local-text'
import type { Model } from '#lib/workbook/model'
import type { RuleBook } from '#lib/workbook/rule-book'
import type { Language } from '#lib/workbook/words'

const texts = {
  vi: {
    title: 'Bước 10. Kết quả, xếp loại và thứ hạng',
    heads: [
      'Đơn vị',
      'Điểm',
      'Xếp loại',
      'Thứ hạng',
      'Thứ hạng từ',
      'đến',
      'Cận dưới 95 %',
      'Cận trên 95 %',
      'Số người',
    ],
    bands: 'Từ mức … xếp loại',
    decimals: 'Số chữ số thập phân khi xếp loại',
    note: 'Thứ hạng “từ … đến” và khoảng 95 % tính từ thiết kế mẫu, là giá trị, không đổi khi sửa số liệu. Hai đơn vị có thứ hạng chồng lên nhau thì chưa phân biệt được.',
    none: 'Không xếp hạng: không có mẫu hoặc không hiển thị mọi đơn vị.',
  },
  en: {
    title: 'Stage 10. Result, grade and rank',
    heads: ['Unit', 'Score', 'Grade', 'Rank', 'Rank from', 'to', 'Low 95 %', 'High 95 %', 'People'],
    bands: 'From … on the grade is',
    decimals: 'Decimals before grading',
    note: 'Ranks “from … to” and the 95 % interval come from the design of the sample: they are values and do not follow when a figure is changed. Units whose ranks overlap cannot be told apart.',
    none: 'No ranks: there is no sample, or not all units are shown.',
  },
} satisfies Record<Language, unknown>

export function rankSheet(model: Model, book: RuleBook): Sheet {
  const { language, names, index, units, ranks } = model
  const t = texts[language]
  book.begin(index.slug, inLanguage(index.title, language))
  const grade = gradeFormula(index, book, language)
  const own = units.filter(({ isTotal }) => !isTotal)
  const first = 3
  const range = `$B$${first}:$B$${first + own.length - 1}`
  const head = (value: string) => ({ value, style: 'head' as const })
  const root = model.lines[0]!
  // A unit without an error has no place, but its points stand in the column that RANK reads.
  const isRanked = (at: number) => ranks?.some(({ unit }) => unit === units[at]!.id) ?? false
  const isEveryRanked = own.every((_, at) => isRanked(at) || typeof model.shareOrMark(root, at) === 'string')
  return {
    name: names.ranks,
    widths: [30, 11, 20, 12, 15, 10, 17, 17, 12],
    headRows: 2,
    headColumns: 1,
    rows: [
      [{ value: t.title, style: 'title' }],
      t.heads.map(head),
      ...units.map((unit, at): SheetCell[] => {
        const share = model.shareOrMark(root, at)
        const points = typeof share === 'number' ? share * index.scale.max : share
        const x = `B${first + at}`
        const place = ranks?.find((one) => one.unit === unit.id)
        const cell = unit.cells.find(({ criterion }) => criterion === index.slug)
        const graded = typeof points === 'number' ? inLanguage(gradeOf(index, points).name, language) : ''
        return [
          unit.name,
          { formula: model.grid.at('points', root, at), value: points, format: formats.two, style: 'strong' },
          { formula: `IF(ISNUMBER(${x}),${grade(x)},"")`, value: graded, style: 'label' },
          place ? rankCell(isEveryRanked ? `RANK(${x},${range},0)` : null, place.rank) : null,
          place ? { value: place.lower, format: formats.integer } : null,
          place ? { value: place.upper, format: formats.integer } : null,
          { value: cell?.low ?? null, format: formats.two },
          { value: cell?.high ?? null, format: formats.two },
          { value: cell?.n ?? null, format: formats.integer },
        ]
      }),
      [],
      [{ value: ranks ? t.note : t.none }],
    ],
  }
}

const rankCell = (formula: string | null, value: number): SheetCell =>
  formula ? { formula, value, format: formats.integer } : { value, format: formats.integer }

function gradeFormula(index: IndexFile, book: RuleBook, language: Language): (x: string) => string {
  const t = texts[language]
  const decimals = book.number(t.decimals, index.gradeDecimals ?? 9)
  const bands = book.pairs(
    t.bands,
    index.bands.map(({ from, name }) => [from, inLanguage(name, language)]),
  )
  const lowest = bands.cells[0]![0]
  return (x) => `LOOKUP(MAX(ROUND(${x},${decimals}),${lowest}),${bands.first},${bands.second})`
}
