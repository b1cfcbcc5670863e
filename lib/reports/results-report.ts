// The report on an index measured in a wave: what came out, unit by unit with intervals, what the data cannot tell apart,
// and how the numbers came about. Only figures of the cells are written, never sums of rounded ones.
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { ranking } from '#lib/charts/ranking'
import { flagWords, statusWords } from '#lib/charts/status-words'
import type { IndexFile } from '#lib/definitions/index-file'
import { fingerprint, type Head } from '#lib/ledger/head'
import { type ComparedWaves, changeBlocks } from '#lib/reports/change-blocks'
import type { Block, Letterhead, Report, ReportTable } from '#lib/reports/report'
import type { Cell } from '#lib/scoring/cell'
import { listCriteria } from '#lib/scoring/name-criteria'
import { rankUnits } from '#lib/scoring/rank-units'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

type Unit = { id: string; name: string; nameEn: string }

export type MeasuredResults = {
  index: IndexFile
  wave: {
    title: string
    titleEn: string
    periodStart: Date
    periodEnd: Date
    design: string
    isSample: boolean
  }
  units: Unit[]
  /** Id of the total among `units`. */
  total: string
  cells: Cell[]
  answers: number
  /** The newest head of the public log of each wave behind the cells. */
  heads: readonly Head[]
}

type Words = (vi: string, en: string) => string

/** Cells as `loadResults` gives them, with what `loadChange` gives for an earlier wave; the letterhead names who issues it. */
export function resultsReport(
  results: MeasuredResults,
  letterhead: Letterhead,
  language: 'vi' | 'en',
  compared: ComparedWaves | null = null,
): Report {
  const say: Words = (vi, en) => (language === 'en' ? en : vi)
  const { index, wave } = results
  const title = inLanguage(index.title, language)
  const count = (people: number) => formatNumber(people, 'count', language)
  const day = (date: Date) =>
    date.toLocaleDateString(language === 'en' ? 'en-GB' : 'vi-VN', { timeZone: 'UTC' })
  return {
    language,
    letterhead,
    kind: say('Báo cáo', 'Report'),
    subject: say(`Kết quả đo ${title}, ${wave.title}`, `Results of ${title}, ${wave.titleEn}`),
    addressees: [],
    blocks: [
      { type: 'heading', level: 1, text: say('I. Cuộc khảo sát', 'I. The survey') },
      {
        type: 'paragraph',
        text: say(
          `${wave.title}, từ ${day(wave.periodStart)} đến ${day(wave.periodEnd)}, có ${count(results.answers)} phiếu trả lời hợp lệ ở ${results.units.length - 1} đơn vị. ${designWords(wave.design).vi}`,
          `${wave.titleEn}, ${day(wave.periodStart)} to ${day(wave.periodEnd)}, has ${count(results.answers)} valid answers in ${results.units.length - 1} units. ${designWords(wave.design).en}`,
        ),
      },
      { type: 'heading', level: 1, text: say('II. Kết quả', 'II. Results') },
      ...totalBlocks(results, say, language),
      ...unitBlocks(results, say, language),
      ...(compared ? changeBlocks(compared, language) : []),
      { type: 'heading', level: 1, text: say('III. Cách tính', 'III. Method') },
      { type: 'paragraph', text: inLanguage(index.method, language) },
      {
        type: 'list',
        items: [
          say(
            `Dưới ${index.minimum.answers} người trả lời thì không có số.`,
            `Below ${index.minimum.answers} answers there is no figure.`,
          ),
          say(
            'Số trong bảng được làm tròn khi in; không số nào được cộng từ số đã làm tròn.',
            'Figures are rounded when printed; none is a sum of rounded ones.',
          ),
          ...notes(results.cells, language),
        ],
      },
      ...logBlocks(results.heads, say),
    ],
    annex: [],
    signature: {
      authority: say('TM. Ủy ban nhân dân', 'For the People’s Committee'),
      position: say('Chủ tịch', 'Chair'),
      name: '',
    },
    recipients: [say('Các đơn vị trong báo cáo', 'Units in this report'), say('Lưu: VT', 'File')],
    mark: wave.isSample
      ? say('Dữ liệu mẫu: số liệu không có thật', 'Sample data: the figures are not real')
      : '',
  }
}

/** What the logs came to: whoever holds the printed report can check them later, and nobody can change what they hold. */
function logBlocks(heads: readonly Head[], say: Words): Block[] {
  if (heads.length === 0) return []
  return [
    {
      type: 'paragraph',
      text: say(
        'Sổ phiếu công khai khi lập báo cáo này (ai giữ báo cáo đều kiểm tra được về sau rằng không phiếu nào trước đó bị thêm, bỏ hay sửa; cách làm ở trang sổ phiếu):',
        'The public log of answers when this report was made (whoever holds the report can check later that no answer before it was added, dropped or changed; the page of the log says how):',
      ),
    },
    {
      type: 'list',
      items: heads.map(({ wave, size, root, day, key }) => {
        const signed = day.split('-').reverse().join('/')
        return say(
          `Đợt ${wave}: ${size} lá, gốc ${root}, ký ngày ${signed}, dấu của khóa ký ${fingerprint(key)}.`,
          `Wave ${wave}: ${size} leaves, root ${root}, signed on ${signed}, fingerprint of the key ${fingerprint(key)}.`,
        )
      }),
    },
  ]
}

/** How those who answered were chosen, and what may be read from it. */
function designWords(design: string): LocalText & { en: string } {
  if (design === 'clusters')
    return {
      vi: 'Thôn, khu phố được chọn ngẫu nhiên; kết quả có quyền số và khoảng tin cậy 95 % theo thiết kế mẫu.',
      en: 'Villages were drawn at random; results are weighted and carry 95 % intervals from the design.',
    }
  if (design === 'people')
    return {
      vi: 'Người được mời lấy từ lần chọn mẫu đã ghi, trả lời bằng phiếu kín; kết quả có quyền số và khoảng tin cậy 95 % theo thiết kế mẫu. Người không trả lời được coi là giống những người cùng đơn vị và tầng đã trả lời; khoảng tin cậy không tính phần sai lệch nếu điều đó không đúng.',
      en: 'Invited people come out of a recorded draw and cast secret ballots; results are weighted and carry 95 % intervals from the design. Whoever did not answer is taken to be like those of the same unit and stratum who did; the intervals do not cover what is off if that is wrong.',
    }
  return {
    vi: 'Phiếu không theo mẫu ngẫu nhiên: kết quả chỉ mô tả người đã trả lời, không có khoảng tin cậy và không dùng để xếp hạng.',
    en: 'The answers are no random sample: the results describe those who answered, carry no interval and give no ranking.',
  }
}

/** The index and its areas for all units together. */
function totalBlocks({ index, cells, total }: MeasuredResults, say: Words, language: 'vi' | 'en'): Block[] {
  const criteria = listCriteria(index).filter(({ level, isCounted }) => isCounted && level <= 1)
  const rows = criteria.map(({ code, name }) => {
    const cell = cells.find((one) => one.unit === total && one.criterion === code)
    return [inLanguage(name, language), ...figures(cell, language)]
  })
  const caption = say('Bảng 1. Chung các đơn vị', 'Table 1. All units together')
  return [{ type: 'table', table: { caption, columns: columns(say, say('Nội dung', 'Criterion')), rows } }]
}

/** The index of each unit: the table in the order of the units, the picture in the order of the figures. */
function unitBlocks(results: MeasuredResults, say: Words, language: 'vi' | 'en'): Block[] {
  const { index, cells, total, units } = results
  const own = cells.filter((cell) => cell.criterion === index.slug && cell.unit !== total)
  if (own.length === 0) return []
  const nameOf = (id: string) => {
    const unit = units.find((one) => one.id === id)
    return unit ? say(unit.name, unit.nameEn) : id
  }
  const ranks = new Map(rankUnits(own).map((rank) => [rank.unit, rank]))
  const places = (unit: string) => {
    const rank = ranks.get(unit)
    if (!rank) return '–'
    return rank.lower === rank.upper ? String(rank.lower) : `${rank.lower} – ${rank.upper}`
  }
  const table: ReportTable = {
    caption: say('Bảng 2. Từng đơn vị', 'Table 2. Unit by unit'),
    columns: [
      ...columns(say, say('Đơn vị', 'Unit')),
      { head: say('Hạng có thể', 'Possible ranks'), isNumber: true },
    ],
    rows: own.map((cell) => [nameOf(cell.unit), ...figures(cell, language), places(cell.unit)]),
    note: say(
      'Hạng có thể: những thứ hạng mà số liệu không loại trừ, cùng đúng với xác suất 95 %. Hai đơn vị có hạng chồng nhau là chưa phân biệt được.',
      'Possible ranks: those the data do not rule out, jointly with 95 % confidence. Units whose ranks overlap cannot be told apart.',
    ),
  }
  const blocks: Block[] = [{ type: 'table', table }]
  if (ranking.accepts(own))
    blocks.push({
      type: 'chart',
      chart: 'ranking',
      cells: own,
      labels: {
        locale: language,
        units: Object.fromEntries(units.map(({ id }) => [id, nameOf(id)])),
        criteria: { [index.slug]: inLanguage(index.title, language) },
      },
      caption: say('Hình 1. Các đơn vị, với khoảng tin cậy 95 %', 'Figure 1. Units with 95 % intervals'),
    })
  return blocks
}

const columns = (say: Words, head: string): ReportTable['columns'] => [
  { head, share: 0.4 },
  { head: say('Giá trị', 'Value'), isNumber: true },
  { head: say('Khoảng tin cậy', 'Interval'), isNumber: true },
  { head: say('Số người', 'People'), isNumber: true },
]

function figures(cell: Cell | undefined, language: 'vi' | 'en'): string[] {
  if (!cell || cell.value === null)
    return [
      statusWords[cell?.status ?? 'missing'][language],
      '–',
      cell ? formatNumber(cell.n, 'count', language) : '–',
    ]
  return [
    formatNumber(cell.value, cell.scale, language),
    formatInterval(cell, language) ?? '–',
    cell.n > 0 ? formatNumber(cell.n, 'count', language) : '–',
  ]
}

/** What the flags of the cells say, once each. */
function notes(cells: readonly Cell[], language: 'vi' | 'en'): string[] {
  return [...new Set(cells.flatMap(({ flags }) => flags))].map((flag) => `${flagWords[flag][language]}.`)
}
