import { expect, it } from 'vitest'
import { readWhole } from '#lib/campaigns/read-whole'

it('reads money as people type it', () => {
  const written = [
    '0',
    '1500000',
    '1.500.000',
    '1,500,000',
    '1 500 000',
    '1.500.000 đ',
    '1500000đồng',
    '12 VND',
  ]
  expect(written.map(readWhole)).toEqual([0, 1500000, 1500000, 1500000, 1500000, 1500000, 1500000, 12])
})

it('refuses what could mean two amounts, and what is none', () => {
  for (const text of [
    '1,5',
    '1.5',
    '1.500.00',
    '1,500.000',
    '-5',
    '1e6',
    '1,5 triệu',
    'đ',
    '',
    '1.500.000.000.000.000.000',
  ])
    expect(readWhole(text), text).toBeNull()
})
