// Figures of published indices as a table: series, unit, year, dimension, kind, value, rank, outof, derived, source.
// Nothing is guessed: a line that cannot be read, or a value off its scale, is named with its number.
import Papa from 'papaparse'
import type { SeriesFile } from '#lib/definitions/series-file'
import type { Sentence } from '#lib/problem'
import type { SeriesFigure } from '#lib/series/series-line'

export const figureColumns = ['series', 'unit', 'year', 'value', 'source'] as const
export const furtherFigureColumns = ['dimension', 'kind', 'rank', 'outof', 'derived'] as const

export type FigureFault = Sentence & { line: number }
type Unit = { id: string; code: string; validFrom: Date; validTo: Date | null }

/** An empty value takes a figure back. Units are named by id, or by the code they had at the end of that year. */
export function parseFigures(
  text: string,
  series: readonly SeriesFile[],
  units: readonly Unit[],
): { figures: SeriesFigure[]; faults: FigureFault[] } {
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (head) =>
      head
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase(),
    transform: (value) => value.trim(),
  })
  const missing = figureColumns.filter((column) => !meta.fields?.includes(column))
  if (missing.length > 0) return { figures: [], faults: [missingColumns(missing)] }
  const figures: SeriesFigure[] = []
  const faults: FigureFault[] = []
  const places = new Map<string, number>()
  for (const [index, row] of data.entries()) {
    const line = index + 2
    const read = readFigure(row, series, units)
    if ('vi' in read) {
      faults.push({ line, ...read })
      continue
    }
    const place = `${read.series} ${read.unitId} ${read.year} ${read.dimension} ${read.kind}`
    const first = places.get(place)
    if (first) faults.push({ line, ...twice(first) })
    places.set(place, line)
    figures.push(read)
  }
  return { figures, faults }
}

function readFigure(
  row: Record<string, string>,
  all: readonly SeriesFile[],
  units: readonly Unit[],
): SeriesFigure | Sentence {
  const field = (name: string) => row[name] ?? ''
  const series = all.find(({ slug, short }) =>
    [slug, short.toLowerCase()].includes(field('series').toLowerCase()),
  )
  if (!series) return unknown('chỉ số', 'index', field('series'), all.map(({ slug }) => slug).join(', '))
  const year = readWhole(field('year'))
  if (year === null || Number.isNaN(year) || year < 2000 || year > 2100)
    return says(
      `năm “${field('year')}” phải từ 2000 đến 2100.`,
      `the year “${field('year')}” must be 2000 to 2100.`,
    )
  const unit = units.find(
    (one) => one.id === field('unit') || (one.code === field('unit') && stoodIn(one, year)),
  )
  if (!unit) return unknown('đơn vị', 'unit', field('unit'), '58-1, 58 …')
  const dimension = series.dimensions.find(({ code }) => code === field('dimension'))
  if (field('dimension') && !dimension)
    return unknown(
      'nội dung',
      'dimension',
      field('dimension'),
      series.dimensions.map(({ code }) => code).join(', ') || '–',
    )
  const kind = field('kind') || 'value'
  if (kind !== 'value' && kind !== 'target') return unknown('loại', 'kind', kind, 'value, target')
  const value = readNumber(field('value'))
  const { min, max } = dimension?.scale ?? series.scale
  if (value !== null && !(value >= min && value <= max))
    return says(
      `giá trị “${field('value')}” phải là một số từ ${min} đến ${max}; số lẻ viết bằng dấu phẩy hoặc dấu chấm.`,
      `the value “${field('value')}” must be a number from ${min} to ${max}; write decimals with a comma or a point.`,
    )
  const rank = readWhole(field('rank'))
  const outOf = readWhole(field('outof'))
  if (
    Number.isNaN(rank) ||
    Number.isNaN(outOf) ||
    (rank !== null && rank < 1) ||
    (outOf !== null && outOf < (rank ?? 1))
  )
    return says(
      `hạng “${field('rank')}” trong “${field('outof')}” phải là số nguyên dương, hạng không lớn hơn tổng số.`,
      `rank “${field('rank')}” of “${field('outof')}” must be whole numbers, the rank not above the number ranked.`,
    )
  if (!field('source'))
    return says(
      'thiếu nguồn (văn bản hoặc nơi công bố).',
      'the source is missing (document or place of publication).',
    )
  return {
    series: series.slug,
    unitId: unit.id,
    year,
    dimension: dimension?.code ?? '',
    kind,
    value,
    rank,
    outOf,
    isDerived: ['1', 'x', 'true', 'yes', 'có'].includes(field('derived').toLowerCase()),
    source: field('source').slice(0, 500),
  }
}

function stoodIn(unit: Unit, year: number): boolean {
  return (
    unit.validFrom.getUTCFullYear() <= year && (!unit.validTo || unit.validTo >= new Date(`${year}-12-31`))
  )
}

/** Null when empty, NaN when it is no number. */
function readNumber(text: string): number | null {
  if (text === '') return null
  return /^-?\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

/** Null when empty, NaN when it is no whole number. */
function readWhole(text: string): number | null {
  if (text === '') return null
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
}

const says = (vi: string, en: string): Sentence => ({ vi, en })
const unknown = (vi: string, en: string, text: string, known: string) =>
  says(`không có ${vi} “${text}” (có: ${known}).`, `there is no ${en} “${text}” (known: ${known}).`)
const twice = (line: number) =>
  says(`trùng chỗ với dòng ${line}.`, `stands for the same place as line ${line}.`)

const missingColumns = (columns: string[]): FigureFault => ({
  line: 1,
  vi: `thiếu cột ${columns.join(', ')} (cần ${figureColumns.join(', ')}; có thể thêm ${furtherFigureColumns.join(', ')}).`,
  en: `column ${columns.join(', ')} is missing (needed: ${figureColumns.join(', ')}; further: ${furtherFigureColumns.join(', ')}).`,
})
