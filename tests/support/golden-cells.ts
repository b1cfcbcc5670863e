// Cells written by hand, one of every kind that a page can meet.
import type { ChartLabels } from '#lib/charts/chart-definition'
import type { Cell } from '#lib/scoring/cell'

const base: Cell = {
  unit: 'hau',
  criterion: 'access',
  period: 'w1',
  value: 82.34,
  low: 78.1,
  high: 86.2,
  standardError: 2,
  degreesOfFreedom: 10,
  maximum: 100,
  n: 380,
  entry: 'drawn',
  status: 'ok',
  flags: [],
  scale: 'percent',
  method: 'made-up.v1; made-up-form.v1; Taylor, t, 95 %',
}

const cell = (part: Partial<Cell>): Cell => ({ ...base, ...part })
const noNumber = { value: null, low: null, high: null, standardError: null, degreesOfFreedom: null }

/** Two criteria by three units; one cell with too few answers. */
export const levelCells: Cell[] = [
  cell({ unit: 'hau' }),
  cell({ unit: 'hau', criterion: 'staff', value: 91.05, low: 88, high: 93.4 }),
  cell({ unit: 'son', value: 61.2, low: 55.5, high: 66.9, n: 371 }),
  cell({ unit: 'son', criterion: 'staff', ...noNumber, n: 12, status: 'too-few' }),
  cell({ unit: 'huu', value: 44.4, low: null, high: null, status: 'single-cluster', n: 40 }),
  cell({ unit: 'huu', criterion: 'staff', ...noNumber, n: 0, status: 'missing' }),
]

/** One criterion of an open survey: no ranking may be drawn. */
export const openCells: Cell[] = ['hau', 'son'].map((unit) =>
  cell({ unit, low: null, high: null, standardError: null, degreesOfFreedom: null, status: 'no-design' }),
)

export const changeOfUnits: Cell[] = [
  cell({ unit: 'hau', period: 'w0→w1', scale: 'difference', value: 6.2, low: 1.1, high: 11.3 }),
  cell({ unit: 'son', period: 'w0→w1', scale: 'difference', value: -7.5, low: -12, high: -3 }),
  cell({
    unit: 'huu',
    period: 'w0→w1',
    scale: 'difference',
    value: 1.4,
    low: -3,
    high: 5.8,
    flags: ['unclear'],
  }),
  cell({
    unit: 'dan',
    period: 'w0→w1',
    scale: 'difference',
    ...noNumber,
    status: 'not-comparable',
    flags: ['units-changed'],
  }),
]

export const answerCells: Cell[] = ['access_1', 'access_2'].flatMap((question, row) =>
  [
    ['1', 4],
    ['2', 6],
    ['3', 20],
    ['4', 40],
    ['5', 20],
    ['98', 5],
    ['no-answer', 3],
    ['not-asked', 2],
  ].map(([answer, value]) =>
    cell({
      criterion: `${question}=${answer}`,
      value: Number(value) + (row === 0 ? 0 : answer === '4' ? -10 : answer === '5' ? 10 : 0),
    }),
  ),
)

export const countOfUnits: Cell[] = ['hau', 'son'].flatMap((unit, row) =>
  [
    ['answers', 60 - row * 25],
    ['target', 50],
    ['mode=self', 40 - row * 20],
    ['mode=assisted', 20 - row * 5],
  ].map(([criterion, value]) =>
    cell({
      ...noNumber,
      unit,
      criterion: String(criterion),
      value: Number(value),
      n: Number(value),
      maximum: 50,
      scale: 'count',
    }),
  ),
)

/** Three years of a published index; the method changed before the second. */
export const publishedCells: Cell[] = [
  ['2021', 88.64],
  ['2022', 81.83],
  ['2023', 82.5],
].map(([period, value]) =>
  cell({
    ...noNumber,
    criterion: 'sipas',
    period: String(period),
    value: Number(value),
    n: 0,
    scale: 'points',
    flags: period === '2022' ? ['published', 'method-changed'] : ['published'],
  }),
)

export const labels: ChartLabels = {
  locale: 'vi',
  units: { hau: 'Xã Phước Hậu', son: 'Xã Phước Sơn', huu: 'Xã Phước Hữu', dan: 'Thị trấn Phước Dân' },
  criteria: {
    access: 'Tiếp cận dịch vụ',
    staff: 'Công chức',
    access_1: 'Biển chỉ dẫn dễ thấy',
    access_2: 'Nơi chờ sạch sẽ',
    'access_1=4': 'Hài lòng',
    'mode=self': 'Tự trả lời',
    'mode=assisted': 'Có người hỗ trợ',
  },
}

/** Waves around the start of a campaign: one before it, two after. */
export const eventCells: Cell[] = [
  cell({
    unit: 'all',
    criterion: 'knowledge',
    period: '1',
    scale: 'difference',
    value: 7.4,
    low: 2,
    high: 12.8,
  }),
  cell({
    unit: 'all',
    criterion: 'knowledge',
    period: '-2',
    scale: 'difference',
    value: 0.6,
    low: -4,
    high: 5.2,
  }),
  cell({
    unit: 'all',
    criterion: 'knowledge',
    period: '0',
    scale: 'difference',
    value: 4.1,
    low: -1,
    high: 9.2,
  }),
]

/** Two channels: what they reached and what they cost. */
export const spendingCells: Cell[] = [
  cell({ unit: 'leaflet', criterion: 'reach', value: 21.5, low: 17, high: 26 }),
  cell({ unit: 'leaflet', criterion: 'cost', scale: 'count', value: 4_500_000, low: null, high: null }),
  cell({ unit: 'loudspeaker', criterion: 'reach', value: 64, low: 58, high: 70 }),
  cell({ unit: 'loudspeaker', criterion: 'cost', scale: 'count', value: 12_000_000, low: null, high: null }),
]
