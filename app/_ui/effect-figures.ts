// Numbers of the effect page as people read them: shares and points between 0 and 1 become 0 to 100, with their interval.
import { formatNumber } from '#lib/charts/format-number'
import type { Language } from './language'

export type Figure = { value: number; low: number | null; high: number | null }
type Scale = 'percent' | 'difference'

/** "41,2" or "+6,3". */
export const figureValue = (value: number, scale: Scale, language: Language) =>
  formatNumber(value * 100, scale, language)

/** "38,0 – 44,4", or '' without an interval. */
export function figureRange({ low, high }: Figure, scale: Scale, language: Language): string {
  if (low === null || high === null) return ''
  return `${figureValue(low, scale, language)} – ${figureValue(high, scale, language)}`
}

/** "41,2 (38,0 – 44,4)"; "–" for no number. */
export function figureText(figure: Figure | null, scale: Scale, language: Language): string {
  if (!figure) return '–'
  const range = figureRange(figure, scale, language)
  return figureValue(figure.value, scale, language) + (range && ` (${range})`)
}

/** Three decimals, never 0: "< 0,001". */
export function pText(p: number | null, language: Language): string {
  if (p === null) return '–'
  const shown = (value: number) =>
    value.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN', {
      minimumFractionDigits: 3,
      maximumFractionDigits: 3,
    })
  return p < 0.001 ? `< ${shown(0.001)}` : shown(p)
}
