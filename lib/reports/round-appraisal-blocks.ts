// Self-score, appraisal and result side by side: by unit, by criterion, and every single change with its reason and what
// the unit said to it.
import type { Block, ReportCell, ReportTable } from '#lib/reports/report'
import type { RoundFacts } from '#lib/reports/round-facts'
import type { RoundWords } from '#lib/reports/round-words'
import { answerPoints } from '#lib/rounds/answer-points'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import { isSameAnswer } from '#lib/rounds/round-event'
import type { ResultLine } from '#lib/rounds/round-result'

type Unit = RoundFacts['units'][number]

export function appraisalBlocks(facts: RoundFacts, words: RoundWords): Block[] {
  const changes = listChanges(facts)
  return [
    { type: 'paragraph', text: summary(facts, changes, words) },
    { type: 'table', table: unitTable(facts, words) },
    { type: 'table', table: criterionTable(facts, words) },
    ...(changes.length > 0 ? [{ type: 'table' as const, table: changeTable(changes, words) }] : []),
  ]
}

type Change = { unit: Unit; criterion: AskedCriterion; line: ResultLine }

/** The appraisal gave something else than the unit. */
export const isChangedLine = ({ self, appraised }: ResultLine) =>
  self !== null && appraised !== null && !isSameAnswer(self, appraised)

function listChanges({ units, asked }: RoundFacts): Change[] {
  return units.flatMap((unit) =>
    asked.flatMap((criterion) => {
      const line = unit.lines.find((one) => one.criterion === criterion.code)
      return line && isChangedLine(line) ? [{ unit, criterion, line }] : []
    }),
  )
}

function summary({ units }: RoundFacts, changes: readonly Change[], { say }: RoundWords): string {
  const judged = units.flatMap(({ lines }) => lines.filter((line) => line.self && line.appraised)).length
  const contested = changes.filter(({ line }) => line.explanation?.isContested)
  const moved = contested.filter(
    ({ line }) => line.second && line.appraised && !isSameAnswer(line.second, line.appraised),
  )
  const files = units.reduce(
    (sum, { lines }) => sum + lines.reduce((count, { evidence }) => count + evidence, 0),
    0,
  )
  return say(
    `Đơn vị thẩm định xem xét ${judged} mục tự chấm kèm ${files} tệp tài liệu kiểm chứng, đổi ${changes.length} mục. Đơn vị được chấm không đồng ý ${contested.length} mục; thẩm định lần 2 đổi lại ${moved.length} mục trong số đó.`,
    `The appraisers looked at ${judged} self-scored items with ${files} evidence files and changed ${changes.length}. The units contested ${contested.length}; the second appraisal moved ${moved.length} of these.`,
  )
}

function unitTable({ units }: RoundFacts, words: RoundWords): ReportTable {
  const { say } = words
  return {
    caption: say('Tự chấm và kết quả theo đơn vị', 'Self-score and result by unit'),
    columns: [
      { head: say('Đơn vị', 'Unit') },
      { head: say('Tự chấm', 'Self-score'), isNumber: true, share: 0.13 },
      { head: say('Kết quả', 'Result'), isNumber: true, share: 0.13 },
      { head: say('Tối đa', 'Maximum'), isNumber: true, share: 0.12 },
      { head: say('Tự chấm cao hơn', 'Self-score above'), isNumber: true, share: 0.13 },
      { head: say('Số mục bị đổi', 'Changed'), isNumber: true, share: 0.11 },
      { head: say('Không đồng ý', 'Contested'), isNumber: true, share: 0.11 },
    ],
    rows: units.map(({ id, compared, lines }) => {
      const changed = lines.filter(isChangedLine)
      const sums =
        compared.inflation === null
          ? ['–', '–', '–']
          : [compared.self.points, compared.standing.points, compared.standing.maximum].map(words.figure)
      return [
        words.unit(id),
        ...sums,
        words.signed(compared.inflation),
        words.count(changed.length),
        words.count(changed.filter(({ explanation }) => explanation?.isContested).length),
      ]
    }),
    note: say(
      'Chỉ gồm tiêu chí do đơn vị nhập và đã được thẩm định; phần khảo sát không tự chấm. Số mục bị đổi là ở thẩm định lần 1; kết quả gồm cả đính chính (mục V).',
      'Only criteria that units enter and that were appraised; survey parts are not self-scored. Changed: by the first appraisal; the result includes corrections (part V).',
    ),
  }
}

function criterionTable({ units, asked }: RoundFacts, words: RoundWords): ReportTable {
  const { say } = words
  const rows = asked.map((criterion) => criterionRow(criterion, units, words))
  const hasStar = asked.some(({ leaf }) => words.starred(leaf) !== words.criterion(leaf))
  return {
    caption: say(
      'Điểm trung bình theo tiêu chí: tự chấm, thẩm định lần 1, kết quả',
      'Mean points by criterion: self-score, first appraisal, result',
    ),
    columns: [
      { head: say('Tiêu chí', 'Criterion') },
      { head: say('Tối đa', 'Max.'), isNumber: true, share: 0.09 },
      { head: say('Tự chấm', 'Self-score'), isNumber: true, share: 0.11 },
      { head: say('Lần 1', 'First'), isNumber: true, share: 0.1 },
      { head: say('Kết quả', 'Result'), isNumber: true, share: 0.1 },
      { head: say('Số đơn vị', 'Units'), isNumber: true, share: 0.1 },
      { head: say('Bị đổi', 'Changed'), isNumber: true, share: 0.09 },
    ],
    rows,
    note: `${say(
      'Trung bình của các đơn vị có đủ ba điểm ở tiêu chí đó.',
      'Means over the units that have all three scores for the criterion.',
    )}${hasStar ? ` ${words.star()}.` : ''}`,
  }
}

function criterionRow(criterion: AskedCriterion, units: readonly Unit[], words: RoundWords): ReportCell[] {
  const lines = units.flatMap((unit) => unit.lines.filter((line) => line.criterion === criterion.code))
  const scored = lines.flatMap(({ self, appraised, standing }) => {
    const points = [self, appraised, standing].map((answer) => answerPoints(criterion, answer))
    return points.every((one) => one !== null) ? [points as number[]] : []
  })
  const mean = (at: number) =>
    scored.length > 0 ? scored.reduce((sum, points) => sum + points[at]!, 0) / scored.length : null
  return [
    words.starred(criterion.leaf),
    criterion.maximum === null ? '–' : words.figure(criterion.maximum),
    ...[0, 1, 2].map((at) => words.figure(mean(at))),
    words.count(scored.length),
    words.count(lines.filter(isChangedLine).length),
  ]
}

function changeTable(changes: readonly Change[], words: RoundWords): ReportTable {
  const { say } = words
  return {
    caption: say('Các mục bị đổi và lý do', 'Changed items and the reasons'),
    columns: [
      { head: say('Đơn vị', 'Unit'), share: 0.13 },
      { head: say('Tiêu chí', 'Criterion'), share: 0.19 },
      { head: say('Tự chấm', 'Self-score'), share: 0.15 },
      { head: say('Kết quả', 'Result'), share: 0.15 },
      { head: say('Lý do và giải trình', 'Reasons and explanations') },
    ],
    rows: changes.map(({ unit, criterion, line }) => [
      words.unit(unit.id),
      words.name(criterion.name),
      words.answer(criterion, line.self),
      words.answer(criterion, line.standing),
      story(criterion, line, words),
    ]),
  }
}

/** First appraisal, answer of the unit, second appraisal, one after the other. */
function story(criterion: AskedCriterion, line: ResultLine, words: RoundWords): string {
  const { say } = words
  const sentence = (head: string, text: string) => `${head}${text ? `: ${text.replace(/[.\s]+$/, '')}` : ''}.`
  const first = say(
    `Thẩm định lần 1, ${words.answer(criterion, line.appraised)}`,
    `First appraisal, ${words.answer(criterion, line.appraised)}`,
  )
  const parts = [sentence(first, line.reason)]
  if (line.explanation) {
    const stance = line.explanation.isContested
      ? say('Đơn vị không đồng ý', 'The unit contests')
      : say('Đơn vị đồng ý', 'The unit agrees')
    parts.push(sentence(stance, line.explanation.text))
  } else parts.push(say('Đơn vị không giải trình.', 'The unit gave no explanation.'))
  if (line.second) {
    const second = words.answer(criterion, line.second)
    parts.push(sentence(say(`Thẩm định lần 2, ${second}`, `Second appraisal, ${second}`), line.secondReason))
  }
  return parts.join(' ')
}
