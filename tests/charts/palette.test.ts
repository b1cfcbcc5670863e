import { describe, expect, it } from 'vitest'
import { levelColours, palette, shades, silentColours } from '#lib/charts/palette'

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

describe('palette of the charts', () => {
  it('lets every number be read on its cell (contrast of at least 4.5)', () => {
    for (const { background, ink } of [...shades, { background: palette.noData, ink: palette.ink }])
      expect(contrast(background, ink)).toBeGreaterThanOrEqual(4.5)
  })

  it('gets darker with every step, so that it ranks without hue', () => {
    const steps = shades.map(({ background }) => luminance(background))
    expect(steps).toEqual([...steps].sort((a, b) => b - a))
    expect(new Set(steps).size).toBe(steps.length)
  })

  it('parts bars and error bars from the paper (contrast of at least 3)', () => {
    for (const colour of [palette.bar, palette.ink, palette.up, palette.down])
      expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(3)
  })

  it('has a colour of its own for every answer', () => {
    for (const count of [1, 2, 3, 4, 5]) {
      const colours = [...levelColours(count), ...silentColours]
      expect(new Set(colours).size).toBe(count + 4)
    }
    expect(levelColours(9)).toHaveLength(9)
  })
})
