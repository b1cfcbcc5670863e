// The scores of a round: every unit with its interval, its grade, the ranks that the data do not rule out and the units it
// cannot be told apart from; then the areas. Tables and pictures are cut into parts that fit a page.
import { heatMap } from '#lib/charts/heat-map'
import { ranking } from '#lib/charts/ranking'
import type { Block, ReportCell, ReportTable } from '#lib/reports/report'
import type { RoundFacts } from '#lib/reports/round-facts'
import type { RoundWords } from '#lib/reports/round-words'
import type { Cell } from '#lib/scoring/cell'
import { gradeOf } from '#lib/scoring/grade-of'
import { listCriteria } from '#lib/scoring/name-criteria'
import { rankUnits } from '#lib/scoring/rank-units'

/** Units of a picture, so that it stays legible on a page. */
const unitsOfPicture = 24
/** Columns of units that fit beside the names of criteria. */
const unitsAcross = 9

export function scoreBlocks(facts: RoundFacts, words: RoundWords): Block[] {
  const { units, index, cells } = facts
  const { say } = words
  const totals = units.flatMap(({ total }) => (total ? [total] : []))
  const areas = listCriteria(index).filter(({ level }) => level === 1)
  const ofAreas = cells.filter(({ criterion }) => areas.some(({ code }) => code === criterion))
  const inOrder = units.flatMap(({ id }) => ofAreas.filter((cell) => cell.unit === id))
  return [
    { type: 'table', table: facts.isExtract ? extractTable(facts, words) : rankTable(facts, words) },
    ...(facts.isExtract ? [] : pictures('ranking', totals, facts, words, rankingCaption(totals, words))),
    ...acrossTables(
      facts,
      words,
      areas.map(({ code }) => code),
      say('Điểm theo lĩnh vực', 'Points by area'),
    ),
    ...pictures(
      'heat-map',
      inOrder,
      facts,
      words,
      say(
        'Điểm theo lĩnh vực, màu theo phần của điểm tối đa',
        'Points by area, coloured by their share of full marks',
      ),
    ),
  ]
}

function rankingCaption(totals: readonly Cell[], { say }: RoundWords): string {
  return totals.some(({ low }) => low !== null)
    ? say('Điểm của các đơn vị, với khoảng tin cậy 95 %', 'Scores of the units with 95 % intervals')
    : say('Điểm của các đơn vị', 'Scores of the units')
}

/** Criteria down, units across, in as many tables as it takes. */
export function acrossTables(
  { units, cells }: RoundFacts,
  words: RoundWords,
  criteria: readonly string[],
  caption: string,
): Block[] {
  const byPlace = new Map(cells.map((cell) => [JSON.stringify([cell.unit, cell.criterion]), cell]))
  const find = (unit: string, criterion: string) => byPlace.get(JSON.stringify([unit, criterion]))
  const isOne = units.length === 1
  const legend = isOne
    ? ''
    : words.say(' (cột: STT của đơn vị trong Bảng 1)', ' (columns: No. of the unit in Table 1)')
  const signs = { missing: '–', 'not-applicable': words.say('KAD', 'n/a') } as const
  const show = (cell: Cell | undefined): ReportCell => {
    if (cell?.value != null) return words.figure(cell.value)
    const status = cell?.status ?? 'missing'
    return status in signs ? signs[status as 'missing'] : '…'
  }
  return inParts(units, unitsAcross).map(({ items, from }): Block => {
    const rows = criteria.map((code) => {
      const maximum = Math.max(...items.map(({ id }) => find(id, code)?.maximum ?? 0))
      return [words.criterion(code), words.count(maximum), ...items.map(({ id }) => show(find(id, code)))]
    })
    return {
      type: 'table',
      table: {
        caption: `${caption}${legend}`,
        columns: [
          { head: words.say('Nội dung', 'Criterion'), share: 1 - 0.08 - 0.078 * items.length },
          { head: words.say('Tối đa', 'Max.'), isNumber: true, share: 0.08 },
          ...items.map((_, at) => ({
            head: isOne ? words.say('Điểm', 'Points') : String(from + at + 1),
            isNumber: true,
            share: 0.078,
          })),
        ],
        rows,
        note: noteOf(rows, words),
      },
    }
  })
}

/** What the signs in the place of a number mean: only those that stand there. */
function noteOf(rows: ReportCell[][], { say, star }: RoundWords): string | undefined {
  const has = (sign: string) => rows.some((row) => row.slice(2).includes(sign))
  const hasStar = rows.some(([name]) => typeof name === 'string' && name.endsWith(' *'))
  const notes = [
    ...(hasStar ? [star()] : []),
    ...(has('–') ? [say('–: chưa có số liệu', '–: no figure')] : []),
    ...(has(say('KAD', 'n/a')) ? [say('KAD: không áp dụng', 'n/a: does not apply')] : []),
    ...(has('…') ? [say('…: không đủ dữ liệu khảo sát', '…: too little survey data')] : []),
  ]
  return notes.length > 0 ? `${notes.join('; ')}.` : undefined
}

const scoreColumns = ({ say }: RoundWords) => [
  { head: say('Điểm', 'Score'), isNumber: true, share: 0.1 },
  { head: say('Khoảng tin cậy 95 %', '95 % interval'), isNumber: true, share: 0.19 },
  { head: say('Xếp loại', 'Grade'), share: 0.14 },
]

function scoreCells({ index }: RoundFacts, words: RoundWords, total: Cell | null): ReportCell[] {
  const interval = total && words.interval(total)
  return [
    words.cell(total),
    interval ?? '–',
    total?.value == null ? '–' : words.name(gradeOf(index, total.value).name),
  ]
}

function extractTable(facts: RoundFacts, words: RoundWords): ReportTable {
  const { say } = words
  return {
    caption: say('Điểm của đơn vị', 'Score of the unit'),
    columns: [{ head: say('Đơn vị', 'Unit') }, ...scoreColumns(words)],
    rows: facts.units.map((unit) => [words.unit(unit.id), ...scoreCells(facts, words, unit.total)]),
    note: say(
      'Trích: báo cáo này chỉ có đơn vị của người xem, nên không có thứ hạng.',
      'Extract: this report holds the reader’s own unit only, hence no rank.',
    ),
  }
}

function rankTable(facts: RoundFacts, words: RoundWords): ReportTable {
  const { say } = words
  const ranks = new Map(
    rankUnits(facts.units.flatMap(({ total }) => (total ? [total] : []))).map((rank) => [rank.unit, rank]),
  )
  const numbers = new Map(facts.units.map(({ id }, at) => [id, at + 1]))
  const alike = (unit: string) => {
    const own = ranks.get(unit)
    if (!own) return '–'
    const others = [...ranks.values()].filter(
      (one) => one.unit !== unit && one.lower <= own.upper && one.upper >= own.lower,
    )
    return runs(others.map((one) => numbers.get(one.unit)!)) || '–'
  }
  return {
    caption: say('Điểm, xếp loại và thứ hạng', 'Scores, grades and ranks'),
    columns: [
      { head: say('STT', 'No.'), isNumber: true, share: 0.07 },
      { head: say('Đơn vị', 'Unit') },
      ...scoreColumns(words),
      { head: say('Hạng có thể', 'Possible ranks'), isNumber: true, share: 0.12 },
      { head: say('Không phân biệt được với STT', 'Cannot be told apart from No.'), share: 0.17 },
    ],
    rows: facts.units.map(({ id, total }, at) => {
      const rank = ranks.get(id)
      const places = rank && (rank.lower === rank.upper ? `${rank.lower}` : `${rank.lower} – ${rank.upper}`)
      return [
        words.count(at + 1),
        words.unit(id),
        ...scoreCells(facts, words, total),
        places ?? '–',
        alike(id),
      ]
    }),
    note: rankNote(facts, words),
  }
}

function rankNote({ units }: RoundFacts, { say }: RoundWords): string {
  const totals = units.flatMap(({ total }) => (total?.value == null ? [] : [total]))
  const notes = []
  if (totals.some(({ standardError }) => standardError !== null))
    notes.push(
      say(
        'Hạng có thể: những thứ hạng mà số liệu không loại trừ, cùng đúng với xác suất 95 %. Đơn vị có hạng chồng nhau là không phân biệt được; thứ tự trong bảng khi đó không nói lên ai hơn ai.',
        'Possible ranks: those the data do not rule out, jointly with 95 % confidence. Units whose ranks overlap cannot be told apart; their order in the table then says nothing about who is better.',
      ),
    )
  if (totals.some(({ status, flags }) => status === 'ok' && flags.includes('exact')))
    notes.push(
      say(
        'Điểm chỉ gồm số liệu nhập thì không có sai số mẫu; bằng điểm là cùng hạng.',
        'A score of entered figures only has no sampling error; equal scores share a rank.',
      ),
    )
  if (totals.some(({ status }) => status === 'no-design'))
    notes.push(
      say(
        'Điểm gồm cả khảo sát không theo mẫu ngẫu nhiên thì chỉ mô tả người đã trả lời: không có khoảng tin cậy và không xếp hạng; STT không phải là thứ hạng.',
        'A score with a survey that is no random sample describes those who answered: no interval, no rank; the number in the first column is no rank.',
      ),
    )
  if (totals.some(({ status }) => status === 'single-cluster'))
    notes.push(
      say(
        'Không tính được sai số thì không có khoảng tin cậy và không xếp hạng.',
        'Where the error cannot be told there is no interval and no rank.',
      ),
    )
  return notes.join(' ')
}

/** 2, 3, 4, 7 as "2 – 4, 7". */
function runs(numbers: readonly number[]): string {
  const found: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from} – ${to}`)).join(', ')
}

function pictures(
  chart: 'ranking' | 'heat-map',
  cells: readonly Cell[],
  { units, index }: RoundFacts,
  words: RoundWords,
  caption: string,
): Block[] {
  const { accepts } = chart === 'ranking' ? ranking : heatMap
  if (!accepts(cells)) return []
  const labels = {
    locale: words.language,
    units: Object.fromEntries(units.map(({ id }) => [id, words.unit(id)])),
    criteria: Object.fromEntries(listCriteria(index).map(({ code, name }) => [code, words.name(name)])),
  }
  return inParts(units, unitsOfPicture).map(({ items }): Block => {
    const shown = cells.filter(({ unit }) => items.some(({ id }) => id === unit))
    return { type: 'chart', chart, cells: shown, labels, caption }
  })
}

/** Equal parts of at most `size`, each with where it starts. */
function inParts<Item>(items: readonly Item[], size: number) {
  const count = Math.ceil(items.length / size)
  const length = Math.ceil(items.length / Math.max(1, count))
  return Array.from({ length: count }, (_, at) => ({
    items: items.slice(at * length, (at + 1) * length),
    from: at * length,
  }))
}
