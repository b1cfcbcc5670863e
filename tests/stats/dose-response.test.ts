import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { countChannels, doseResponse } from '#lib/stats/dose-response'

const rows = 40
const column = <T>(of: (row: number) => T) => Array.from({ length: rows }, (_, row) => of(row))
const design = makeDesign({
  weights: column((row) => 1 + (row % 3)),
  clusters: [column((row) => Math.floor(row / 4))],
})
const dose = column((row) => row % 4)

describe('doseResponse', () => {
  it('finds the slope when the outcome rises by the same step with every channel', () => {
    const { doses, trend } = doseResponse(
      design,
      dose.map((channels) => 2 + 3 * channels),
      dose,
    )
    expect(doses.map(({ mean }) => mean.value)).toEqual([2, 5, 8, 11])
    expect(trend!.value).toBeCloseTo(3, 10)
  })

  it('has no trend when everybody has the same dose', () => {
    const domain = dose.map((channels) => channels === 2)
    const { doses, trend } = doseResponse(design, dose, dose, { domain })
    expect(doses.map((one) => one.dose)).toEqual([2])
    expect(trend).toBeNull()
  })

  it('leaves rows with a gap out', () => {
    const outcome = dose.map((channels, row) => (row < 4 ? null : channels))
    expect(doseResponse(design, outcome, dose).doses[0]!.mean.n).toBe(9)
  })
})

describe('countChannels', () => {
  it('refuses to count nothing', () => {
    expect(() => countChannels([])).toThrow(RangeError)
  })
})
