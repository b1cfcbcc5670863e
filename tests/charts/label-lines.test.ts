import fc from 'fast-check'
import { expect, it } from 'vitest'
import { labelLines } from '#lib/charts/label-lines'

it('breaks a long name at its spaces, and leaves a short one whole', () => {
  expect(labelLines('Cuộc họp thôn, hội nghị, lớp tập huấn')).toEqual([
    'Cuộc họp thôn, hội nghị,',
    'lớp tập huấn',
  ])
  expect(labelLines('Zalo, Facebook')).toEqual(['Zalo, Facebook'])
  expect(labelLines('')).toEqual([''])
})

it('loses no word, and is no longer than asked except by one word', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (name, most) => {
      const lines = labelLines(name, most)
      expect(lines.join(' ')).toBe(name)
      for (const line of lines) expect(line.length <= most || !line.trim().includes(' ')).toBe(true)
    }),
  )
})
