// A first wording of a report from its figures, for the officer to change: what was done, what was found, what is still open.
// It praises nothing and leaves out nothing that is late.

import type { PeriodFacts, SurveyFact } from '#lib/campaigns/period-facts'
import type { ReportWords } from '#lib/campaigns/period-report'
import { formatInterval, formatNumber } from '#lib/charts/format-number'

/** Vietnamese, as the report is written; sections about which the figures say nothing stay empty. */
export function suggestWords(facts: PeriodFacts): ReportWords {
  const items = facts.plan?.items ?? []
  const open = items.filter(({ state }) => state === 'not-begun')
  const coming = items.filter(({ state }) => state === 'later' || state === 'begun')
  return {
    assessment: assessment(facts),
    results: facts.surveys.flatMap(surveySentence).join('\n'),
    difficulties: open.length > 0 ? `Việc đã đến kỳ nhưng chưa làm: ${titles(open)}.` : '',
    next: coming.length > 0 ? `Tiếp tục thực hiện: ${titles(coming)}.` : '',
    requests: '',
  }
}

const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title).join('; ')

function assessment({ plan, totals, areas }: PeriodFacts): string {
  const silent = areas.filter(({ activities }) => activities === 0)
  const items = plan?.items ?? []
  const sentences = [
    ...(items.length > 0
      ? [
          `Trong ${items.length} việc của kế hoạch năm, đến hết kỳ đã làm xong ${count(items, 'done')}, đang làm ${count(items, 'begun')}, đến hạn chưa làm ${count(items, 'not-begun')}.`,
        ]
      : []),
    ...(totals.activities > 0 && silent.length > 0
      ? [`Chưa có hoạt động nào về: ${silent.map(({ name }) => name.vi.toLowerCase()).join('; ')}.`]
      : []),
  ]
  return sentences.join(' ')
}

const count = (items: readonly { state: string }[], state: string) =>
  items.filter((item) => item.state === state).length

function surveySentence({ title, cells, isOpen }: SurveyFact): string[] {
  const [first] = cells
  if (!first || first.cell.value === null || isOpen) return []
  const interval = formatInterval(first.cell, 'vi')
  const value = formatNumber(first.cell.value, first.cell.scale, 'vi')
  const error = interval ? ` (khoảng tin cậy 95 %: ${interval})` : ''
  return [`${title}: ${first.name.vi} ${value}${error}.`]
}
