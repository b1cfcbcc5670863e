// What no JSON Schema can see in a series file: figures of dimensions that are not there, values off their scale, two
// figures for one year.
import { duplicates, type Finding, finding } from '#lib/definitions/finding'
import type { SeriesFile } from '#lib/definitions/series-file'

export function checkSeries(series: SeriesFile): Finding[] {
  const codes = series.dimensions.map((dimension) => dimension.code)
  const place = ({ unit, year, dimension = '' }: SeriesFile['figures'][number]) =>
    `${unit} ${year} ${dimension}`.trim()
  return [
    ...duplicates(codes).map((code) =>
      finding(
        'duplicate_code',
        'dimensions',
        `Mã “${code}” bị lặp lại.`,
        `Code “${code}” appears more than once.`,
      ),
    ),
    ...duplicates(series.breaks.map(({ from }) => String(from))).map((from) =>
      finding(
        'duplicate_break',
        'breaks',
        `Năm ${from} được ghi hai lần.`,
        `The year ${from} appears twice.`,
      ),
    ),
    ...duplicates(series.figures.map(place)).map((double) =>
      finding('duplicate_figure', 'figures', `Hai số cho “${double}”.`, `Two figures for “${double}”.`),
    ),
    ...series.figures.flatMap((figure, at) => checkFigure(series, figure, `figures.${at}`)),
  ]
}

function checkFigure(series: SeriesFile, figure: SeriesFile['figures'][number], where: string): Finding[] {
  const dimension = series.dimensions.find(({ code }) => code === figure.dimension)
  if (figure.dimension && !dimension)
    return [
      finding(
        'unknown_dimension',
        `${where}.dimension`,
        `Không có nội dung “${figure.dimension}”.`,
        `There is no dimension “${figure.dimension}”.`,
      ),
    ]
  const { min, max } = dimension?.scale ?? series.scale
  const found: Finding[] = []
  if (figure.value < min || figure.value > max)
    found.push(
      finding(
        'off_scale',
        `${where}.value`,
        `${figure.value} nằm ngoài thang ${min}–${max}.`,
        `${figure.value} lies outside the scale ${min} to ${max}.`,
      ),
    )
  if (figure.rank && figure.outOf && figure.rank > figure.outOf)
    found.push(
      finding(
        'rank_beyond',
        `${where}.rank`,
        `Hạng ${figure.rank} trong ${figure.outOf}.`,
        `Rank ${figure.rank} of ${figure.outOf}.`,
      ),
    )
  return found
}
