// What is not there, named: units that handed in late or never, criteria that do not apply, figures that are missing and
// survey parts with too little data.
import { statusWords } from '#lib/charts/status-words'
import type { Criterion } from '#lib/definitions/index-file'
import type { Block } from '#lib/reports/report'
import type { RoundFacts } from '#lib/reports/round-facts'
import type { RoundWords } from '#lib/reports/round-words'
import { stepNames } from '#lib/rounds/refusal-sentence'

export function gapBlocks(facts: RoundFacts, words: RoundWords): Block[] {
  return [...lateBlocks(facts, words), ...missingBlocks(facts, words)]
}

function lateBlocks({ units }: RoundFacts, { say, unit, language }: RoundWords): Block[] {
  const items = units.flatMap(({ id, handedInLate, step }) => {
    const words = [
      ...(handedInLate === null ? [say('chưa nộp', 'never handed in')] : []),
      ...((handedInLate ?? 0) > 0
        ? [say(`nộp muộn ${handedInLate} ngày`, `handed in ${handedInLate} days late`)]
        : []),
      ...(step !== 'settled'
        ? [
            say(
              `chốt khi đang ở bước “${stepNames[step].vi}”, chỉ tính điểm đã thẩm định`,
              `frozen at the step “${stepNames[step].en}”, only appraised scores count`,
            ),
          ]
        : []),
    ]
    return words.length > 0 ? [`${unit(id)}: ${words.join('; ')}.`] : []
  })
  if (items.length === 0)
    return [
      {
        type: 'paragraph',
        text: say(
          'Mọi đơn vị nộp đúng hạn và đã qua đủ các bước.',
          'Every unit handed in in time and went through all steps.',
        ),
      },
    ]
  const lead = say(
    `${items.length} trong ${units.length} đơn vị nộp muộn hoặc chưa qua đủ các bước${language === 'vi' ? ':' : ''}`,
    `${items.length} of ${units.length} units were late or did not go through all steps:`,
  )
  return [
    { type: 'paragraph', text: lead },
    { type: 'list', items },
  ]
}

/** One row for each unit and reason, with the criteria. */
function missingBlocks({ units, cells, index }: RoundFacts, words: RoundWords): Block[] {
  const { say } = words
  const leaves = new Set(leavesOf(index.criteria))
  const rows = units.flatMap((unit) => {
    const reasons = new Map<string, string[]>()
    for (const cell of cells) {
      if (cell.unit !== unit.id || cell.value !== null || !leaves.has(cell.criterion)) continue
      const standing = unit.lines.find(({ criterion }) => criterion === cell.criterion)
      const isUnjudged = standing !== undefined && standing.standing === null
      const reason = isUnjudged
        ? say('chưa được thẩm định', 'never appraised')
        : statusWords[cell.status][words.language]
      reasons.set(reason, [...(reasons.get(reason) ?? []), words.criterion(cell.criterion)])
    }
    return [...reasons].map(([reason, criteria]) => [words.unit(unit.id), reason, criteria.join('; ')])
  })
  if (rows.length === 0)
    return [
      {
        type: 'paragraph',
        text: say(
          'Không có tiêu chí nào không áp dụng hoặc thiếu số liệu.',
          'No criterion is without a figure, and all apply.',
        ),
      },
    ]
  return [
    {
      type: 'table',
      table: {
        caption: say(
          'Tiêu chí không áp dụng hoặc không có số',
          'Criteria that do not apply or have no figure',
        ),
        columns: [
          { head: say('Đơn vị', 'Unit'), share: 0.2 },
          { head: say('Lý do', 'Reason'), share: 0.22 },
          { head: say('Tiêu chí', 'Criteria') },
        ],
        rows,
        note: say(
          '“Không áp dụng” ra khỏi điểm tối đa; thiếu số liệu không phải là 0 điểm trừ khi bộ tiêu chí quy định.',
          '“Does not apply” leaves the maximum; a missing figure is not a zero unless the index says so.',
        ),
      },
    },
  ]
}

const leavesOf = (criteria: readonly Criterion[]): string[] =>
  criteria.flatMap(({ code, children }) => (children ? leavesOf(children) : [code]))
