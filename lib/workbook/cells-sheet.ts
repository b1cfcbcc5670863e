// The cells of the page as a long table: what no formula can give, intervals and standard errors from the design, and the
// words beside each number.
import { flagWords, statusWords } from '#lib/charts/status-words'
import { formats, type Sheet, type SheetCell } from '#lib/exports/sheet'
import { inLanguage } from '#lib/surveys/local-text'
import type { Model } from '#lib/workbook/model'

const texts = {
  vi: {
    title: 'Số công bố trên trang, khoảng tin cậy và ghi chú (giá trị, không phải công thức)',
    heads: [
      'Mã đơn vị',
      'Đơn vị',
      'Mã',
      'Tiêu chí',
      'Giá trị',
      'Cận dưới 95 %',
      'Cận trên 95 %',
      'Sai số chuẩn',
      'Bậc tự do',
      'Tối đa',
      'Số người',
      'Tình trạng',
      'Ghi chú',
    ],
  },
  en: {
    title: 'Numbers of the page, intervals and notes (values, no formulas)',
    heads: [
      'Unit code',
      'Unit',
      'Code',
      'Criterion',
      'Value',
      'Low 95 %',
      'High 95 %',
      'Standard error',
      'Degrees of freedom',
      'Maximum',
      'People',
      'Status',
      'Notes',
    ],
  },
}

export function cellsSheet({ language, names, units, lines }: Model): Sheet {
  const t = texts[language]
  const title = new Map(lines.filter(({ tree }) => tree === '').map((line) => [line.code, line.name]))
  const number = (value: number | null, format: string = formats.four): SheetCell => ({ value, format })
  return {
    name: names.cells,
    widths: [18, 26, 22, 44, 11, 11, 11, 11, 9, 10, 10, 20, 60],
    headRows: 2,
    headColumns: 1,
    hasFilter: true,
    isWide: true,
    rows: [
      [{ value: t.title, style: 'title' }],
      t.heads.map((value) => ({ value, style: 'head' as const })),
      ...units.flatMap((unit) =>
        unit.cells.map((cell): SheetCell[] => [
          unit.id,
          unit.name,
          cell.criterion,
          inLanguage(title.get(cell.criterion) ?? { vi: cell.criterion }, language),
          number(cell.value),
          number(cell.low),
          number(cell.high),
          number(cell.standardError),
          number(cell.degreesOfFreedom, formats.integer),
          number(cell.maximum, formats.two),
          number(cell.n, formats.integer),
          { value: statusWords[cell.status][language] || null, style: 'label' },
          {
            value: cell.flags.map((flag) => inLanguage(flagWords[flag], language)).join('; ') || null,
            style: 'label',
          },
        ]),
      ),
    ],
  }
}
