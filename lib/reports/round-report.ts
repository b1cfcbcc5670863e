// The report on a frozen scoring round: scores with what they cannot tell apart, self-score against appraisal with every
// reason, what is late or missing, corrections, and how the numbers came about. Only frozen figures are written.
import type { Block, Letterhead, Report } from '#lib/reports/report'
import { appraisalBlocks } from '#lib/reports/round-appraisal-blocks'
import type { RoundFacts } from '#lib/reports/round-facts'
import { gapBlocks } from '#lib/reports/round-gap-blocks'
import { methodBlocks } from '#lib/reports/round-method-blocks'
import { revisionBlocks } from '#lib/reports/round-revision-blocks'
import { acrossTables, scoreBlocks } from '#lib/reports/round-score-blocks'
import { type RoundWords, roundWords } from '#lib/reports/round-words'
import { timedSteps } from '#lib/rounds/deadlines'
import { stepNames } from '#lib/rounds/refusal-sentence'
import { listCriteria } from '#lib/scoring/name-criteria'

/** The letterhead names who issues it. Only the first part of the round that the reader may see is in it. */
export function roundReport(facts: RoundFacts, letterhead: Letterhead, language: 'vi' | 'en'): Report {
  const words = roundWords(facts, language)
  const { say } = words
  const { round, units, isExtract } = facts
  const heading = (text: string): Block => ({ type: 'heading', level: 1, text })
  const whose = isExtract && units[0] ? `, ${words.unit(units[0].id)}` : ''
  return {
    language,
    letterhead,
    kind: say('Báo cáo', 'Report'),
    subject: say(`Kết quả ${inSentence(round.title)}${whose}`, `Results: ${round.titleEn}${whose}`),
    addressees: letterhead.parent ? [letterhead.parent] : [],
    ...numbered(
      words,
      [
        heading(say('I. Đợt chấm điểm', 'I. The scoring round')),
        ...roundBlocks(facts, words),
        heading(say('II. Kết quả', 'II. Results')),
        ...scoreBlocks(facts, words),
        heading(say('III. Tự chấm và thẩm định', 'III. Self-score and appraisal')),
        ...appraisalBlocks(facts, words),
        heading(say('IV. Nộp muộn, không áp dụng, thiếu số liệu', 'IV. Late, not applicable, missing')),
        ...gapBlocks(facts, words),
        heading(say('V. Đính chính', 'V. Corrections')),
        ...revisionBlocks(facts, words),
        heading(say('VI. Cách tính', 'VI. Method')),
        ...methodBlocks(facts, words),
      ],
      annexBlocks(facts, words),
    ),
    signature: {
      authority: say('TM. Ủy ban nhân dân', 'For the People’s Committee'),
      position: say('Chủ tịch', 'Chair'),
      name: '',
    },
    recipients: [
      ...(letterhead.parent ? [say('Như trên', 'As above')] : []),
      say('Các đơn vị trong báo cáo', 'Units in this report'),
      say('Lưu: VT', 'File'),
    ],
    mark: round.isSample
      ? say('Dữ liệu mẫu: số liệu không có thật', 'Sample data: the figures are not real')
      : '',
  }
}

/** Officers call a round “Chấm điểm …” or give it a name. */
const inSentence = (title: string) =>
  title.startsWith('Chấm điểm') ? title.replace('Chấm', 'chấm') : `đợt chấm điểm “${title}”`

/** Tables and pictures are numbered as they come: which there are depends on the round. */
function numbered({ say }: RoundWords, blocks: readonly Block[], annex: readonly Block[]) {
  const last = { table: 0, chart: 0 }
  const number = (block: Block): Block => {
    if (block.type === 'chart')
      return { ...block, caption: `${say('Hình', 'Figure')} ${++last.chart}. ${block.caption}` }
    if (block.type !== 'table') return block
    const caption = `${say('Bảng', 'Table')} ${++last.table}. ${block.table.caption}`
    return { ...block, table: { ...block.table, caption } }
  }
  return { blocks: blocks.map(number), annex: annex.map(number) }
}

function roundBlocks({ round, index, appraiser, units, revisions }: RoundFacts, words: RoundWords): Block[] {
  const { say, day, name } = words
  const [frozen] = revisions
  const reported = revisions.at(-1)!
  const deadlines = timedSteps.map(
    (step) => `${stepNames[step][words.language].toLowerCase()} ${day(round.deadlines[step])}`,
  )
  return [
    {
      type: 'paragraph',
      text: say(
        `${round.title}, bộ tiêu chí “${name(index.title)}” (phiên bản ${index.version}), do ${appraiser.name} thẩm định, có ${units.length} đơn vị trong báo cáo này. Hạn của từng bước: ${deadlines.join('; ')}.`,
        `${round.titleEn}, index “${name(index.title)}” (version ${index.version}), appraised by ${appraiser.nameEn}, with ${units.length} units in this report. Deadlines: ${deadlines.join('; ')}.`,
      ),
    },
    {
      type: 'paragraph',
      text: say(
        `Kết quả được chốt ngày ${day(frozen!.at)}, người chốt: ${frozen!.actorName}.${frozen!.reason ? ` Lý do chốt: ${frozen!.reason.replace(/\.$/, '')}.` : ''} Báo cáo này theo bản ${reported.number}, ngày ${day(reported.at)}; tên đơn vị là tên vào ngày chốt.`,
        `The result was frozen on ${day(frozen!.at)} by ${frozen!.actorName}.${frozen!.reason ? ` Reason: ${frozen!.reason.replace(/\.$/, '')}.` : ''} This report follows revision ${reported.number} of ${day(reported.at)}; units are named as on the day of the freeze.`,
      ),
    },
  ]
}

/** Every criterion that has points of its own, below the areas, with every unit. */
function annexBlocks(facts: RoundFacts, words: RoundWords): Block[] {
  const criteria = listCriteria(facts.index).filter(({ level, isCounted }) => level > 1 && isCounted)
  if (criteria.length === 0) return []
  return acrossTables(
    facts,
    words,
    criteria.map(({ code }) => code),
    words.say('Điểm từng tiêu chí', 'Points of every criterion'),
  )
}
