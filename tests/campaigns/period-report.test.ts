// The steps of a report on a period, and how late it is.
import { expect, test } from 'vitest'
import { daysAfter, type ReportEvent, reportSteps, stepAfter } from '#lib/campaigns/period-report'

test('a report is written until it is handed in, settled after that, and written again only once it was sent back', () => {
  const kinds: ReportEvent['kind'][] = ['save', 'submit', 'return', 'accept']
  const table = Object.fromEntries(
    reportSteps.map((step) => [step, kinds.map((kind) => stepAfter(step, kind) ?? '–').join(' ')]),
  )
  expect(table).toEqual({
    draft: 'draft submitted – –',
    submitted: '– – returned accepted',
    returned: 'returned submitted – –',
    accepted: '– – returned –',
  })
})

test('days late count from the day after the due day, and nobody is late where no day was set', () => {
  expect(daysAfter('2024-03-15', '2024-03-15')).toBe(0)
  expect(daysAfter('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysAfter('2024-03-15', '2024-01-01')).toBe(0)
  expect(daysAfter(null, '2024-01-01')).toBeNull()
})
