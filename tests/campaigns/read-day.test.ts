import { expect, it } from 'vitest'
import { readDay } from '#lib/campaigns/read-day'

it('reads the day before the month, as in Viet Nam', () => {
  expect(
    ['05/03/2024', '5/3/2024', '5.3.2024', '05-03-2024', '2024-03-05', ' 2024-3-5 '].map(readDay),
  ).toEqual(Array(6).fill('2024-03-05'))
})

it('knows no day that does not exist', () => {
  for (const text of ['31/02/2024', '13/13/2024', '29/02/2023', '2024', '5/3/24', '1/1/1999', 'hôm nay', ''])
    expect(readDay(text), text).toBeNull()
})
