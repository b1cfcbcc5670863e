// How the numbers of a round came about: the words of the index, its settings, what no official text prescribes, and what
// a reader must know beside the figures.
import { flagWords } from '#lib/charts/status-words'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import { withoutText } from '#lib/definitions/without-text'
import type { Block } from '#lib/reports/report'
import type { RoundFacts } from '#lib/reports/round-facts'
import type { RoundWords } from '#lib/reports/round-words'

export function methodBlocks({ index, waves, cells }: RoundFacts, words: RoundWords): Block[] {
  const { say, name, plain } = words
  const bands = index.bands.map((band) =>
    say(`${name(band.name)} từ ${plain(band.from)}`, `${name(band.name)} from ${plain(band.from)}`),
  )
  const titles = waves.map(({ title, titleEn }) => say(title, titleEn)).join('; ')
  const flags = [...new Set(cells.flatMap((cell) => cell.flags))]
  return [
    { type: 'paragraph', text: name(index.method) },
    {
      type: 'list',
      items: [
        ...basisNotes(index, words),
        waves.length > 0
          ? say(`Khảo sát ghép vào: ${titles}.`, `Surveys that joined: ${titles}.`)
          : say('Không ghép khảo sát nào.', 'No survey joined.'),
        say(
          'Chỉ điểm đã được thẩm định mới được tính; tự chấm một mình không thành điểm.',
          'Only appraised scores count; a self-score alone earns nothing.',
        ),
        index.missing === 'zero'
          ? say(
              'Tiêu chí thiếu số liệu tính 0 điểm, theo quy định của bộ tiêu chí.',
              'A criterion without a figure earns no points, as the index says.',
            )
          : say(
              `Tiêu chí thiếu số liệu không tính là 0: phần còn lại được quy về điểm tối đa khi có ít nhất ${plain(index.minimum.share * 100)} % điểm.`,
              `A criterion without a figure is not a zero: the rest is re-scaled where at least ${plain(index.minimum.share * 100)} % of the points are there.`,
            ),
        say(
          'Tiêu chí không áp dụng ra khỏi điểm tối đa: chỉ số = điểm đạt / điểm tối đa của tiêu chí áp dụng.',
          'Criteria that do not apply leave the maximum: index = points achieved / maximum of those that apply.',
        ),
        say(
          `Dưới ${index.minimum.answers} người trả lời thì phần khảo sát không có số.`,
          `Below ${index.minimum.answers} answers a survey part has no figure.`,
        ),
        say(`Xếp loại: ${bands.join('; ')}.`, `Grades: ${bands.join('; ')}.`),
        say(
          'Số trong bảng được làm tròn khi in; không số nào được cộng từ số đã làm tròn.',
          'Figures are rounded when printed; none is a sum of rounded ones.',
        ),
        ...flags.map((flag) => `${flagWords[flag][words.language]}.`),
      ],
    },
  ]
}

/** The decisions that prescribe points, and what none prescribes: “chưa có văn bản”. Silence counts as none. */
function basisNotes(index: IndexFile, { say, criterion }: RoundWords): string[] {
  const documents = documentsOf(index.criteria, index.basis)
  const leaves = leavesOf(index.criteria)
  const own = withoutText(index)
  const without = leaves.filter((code) => own.has(code)).map(criterion)
  const names = without.join('; ')
  const none = say(
    'Chưa có văn bản: danh mục tiêu chí và điểm của bộ này là thiết lập, chưa theo quyết định nào.',
    'No official text: the criteria and points of this index are settings and follow no decision.',
  )
  const some = say(
    `Chưa có văn bản (điểm là thiết lập): ${names}.`,
    `No official text (points are settings): ${names}.`,
  )
  return [
    ...(documents.length > 0
      ? [
          say(
            `Văn bản quy định điểm: ${documents.join('; ')}.`,
            `Points prescribed by: ${documents.join('; ')}.`,
          ),
        ]
      : []),
    ...(without.length === 0 ? [] : [without.length === leaves.length ? none : some]),
  ]
}

const leavesOf = (criteria: readonly Criterion[]): string[] =>
  criteria.flatMap(({ code, children }) => (children ? leavesOf(children) : [code]))

function documentsOf(criteria: readonly Criterion[], basis: Criterion['basis']): string[] {
  const own = basis?.document ? [basis.document] : []
  const below = criteria.flatMap((one) => documentsOf(one.children ?? [], one.basis))
  return [...new Set([...own, ...below])]
}
