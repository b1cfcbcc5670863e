// The first wording of a report names what is late or missing as plainly as what was done.
import { expect, test } from 'vitest'
import { makePeriodFacts } from '#lib/campaigns/make-period-facts'
import { suggestWords } from '#lib/campaigns/suggest-words'
import { levelCells } from '../support/golden-cells'
import { activity, factsInput } from './period-input'

test('tasks that are due and not begun are difficulties, areas without activities are named', () => {
  const words = suggestWords(
    makePeriodFacts(
      factsInput({ activities: [activity('a', { planItem: 'v1', amounts: { broadcasts: 20 } })] }),
    ),
  )
  expect(words.assessment).toContain(
    'Trong 3 việc của kế hoạch năm, đến hết kỳ đã làm xong 1, đang làm 0, đến hạn chưa làm 1.',
  )
  expect(words.assessment).toContain('Chưa có hoạt động nào về: chính phủ số.')
  expect(words.difficulties).toBe('Việc đã đến kỳ nhưng chưa làm: Phát tờ rơi.')
  expect(words.next).toBe('Tiếp tục thực hiện: Thi tìm hiểu.')
})

test('a survey result is written with its interval, one still under way is not', () => {
  const cell = {
    ...levelCells[0]!,
    value: 52.5,
    low: 48,
    high: 57,
    scale: 'percent' as const,
    status: 'ok' as const,
  }
  const survey = {
    ...{
      wave: 'w',
      title: 'Nhận biết 2024',
      titleEn: 'Awareness 2024',
      index: { vi: 'Nhận biết' },
      from: '2024-02-01',
    },
    ...{ to: '2024-02-20', isOpen: false, isSample: true, cells: [{ name: { vi: 'Hiểu biết' }, cell }] },
  }
  const results = (isOpen: boolean) =>
    suggestWords(makePeriodFacts(factsInput({ surveys: [{ ...survey, isOpen }] }))).results
  expect(results(false)).toBe('Nhận biết 2024: Hiểu biết 52,5 (khoảng tin cậy 95 %: 48,0 – 57,0).')
  expect(results(true)).toBe('')
})
