// The README that lies beside the stages: which file is which, what was done, and how it differs from nothing at all.
import type { BuiltIndex } from '#lib/composite/build-index'
import type { Stage } from '#lib/composite/structure'

const about: Record<string, [string, string]> = {
  Raw: ['số liệu gốc', 'figures as read'],
  Denominated: ['chia cho mẫu số', 'divided by denominators'],
  Imputed: ['điền chỗ thiếu', 'gaps filled'],
  Screened: ['bỏ đơn vị thiếu số liệu', 'units with too little data removed'],
  Treated: ['xử lý giá trị ngoại lai', 'outliers treated'],
  Normalised: ['chuẩn hóa, đã xoay chiều', 'normalised, turned so that more is better'],
  Aggregated: ['tổng hợp theo từng mức', 'aggregated level by level'],
}

/** Markdown, Vietnamese and English side by side. */
export function readmeOfOutput({ structure, stages, options, treatment }: BuiltIndex): string {
  const treated = treatment.filter((line) => line.treatment !== '')
  return [
    '# Chỉ số tổng hợp / Composite index',
    '',
    `${structure.indicators.length} chỉ tiêu / indicators, ${structure.aggregates.length} nhóm / aggregates, ${structure.levels} mức / levels.`,
    '',
    '| tệp / file | là gì / what | đơn vị / units | ô thiếu / gaps |',
    '|---|---|---|---|',
    ...stages.map(({ name, stage }) => stageLine(name, stage)),
    '| Ranks.csv | thứ hạng của mọi cột ở bước cuối, 1 là cao nhất / ranks of every column of the last stage, 1 is the highest | | |',
    '| results.csv | đơn vị xếp từ cao xuống / units from the highest down | | |',
    '| weights.csv | trọng số và trọng số thực / weights and effective weights | | |',
    '| treatment.csv | độ lệch, độ nhọn, cách xử lý / skewness, kurtosis, treatment | | |',
    '| recipe.json | mọi tham số đã dùng / every setting used | | |',
    '',
    `Các bước / steps: ${options.steps.join(' → ')}. Mỗi bước đọc kết quả của bước trước / each step reads the one before.`,
    `Đã xử lý ngoại lai / treated for outliers: ${treated.map(({ code, treatment: done }) => `${code} (${done})`).join(', ') || '0'}.`,
    '',
    'Đây là chỉ số nghiên cứu: min-max, z-score, thứ hạng phụ thuộc vào tập đơn vị, không so sánh được giữa các năm.',
    'A research index: min-max, z-scores and ranks depend on the set of units and cannot be compared between years.',
    '',
  ].join('\n')
}

function stageLine(name: string, { units, columns }: Stage): string {
  const gaps = [...columns.values()].reduce((sum, column) => sum + column.filter(Number.isNaN).length, 0)
  const [vi, en] = about[name]!
  return `| ${name}.csv | ${vi} / ${en} | ${units.length} | ${gaps} |`
}
