// One palette: what the component library gets is what tokens.css says, and text can be read on its backgrounds.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { theme } from '../../app/_ui/theme'

const css = readFileSync(new URL('../../app/_ui/tokens.css', import.meta.url), 'utf8')
const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)![1]!

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

describe('the palette', () => {
  it('is the same for the component library and for plain pages', () => {
    const teal = theme.colors!.teal!
    expect(teal[7]).toBe(token('primary'))
    expect(teal[8]).toBe(token('primary-strong'))
    expect(teal[0]).toBe(token('primary-soft'))
    expect(theme.black).toBe(token('ink'))
  })

  it.each([
    ['ink', 'surface'],
    ['ink-soft', 'surface'],
    ['ink-soft', 'paper'],
    ['primary', 'surface'],
    ['primary', 'paper'],
    ['primary-strong', 'primary-soft'],
    ['paper', 'primary'],
    ['warning', 'warning-soft'],
    ['danger', 'danger-soft'],
    ['success', 'success-soft'],
  ])('shows %s on %s with a contrast of at least 4.5 (WCAG AA)', (text, background) => {
    expect(contrast(token(text), token(background))).toBeGreaterThanOrEqual(4.5)
  })
})
