// The colours of all charts. Ramps change in lightness as well as in hue, so they still rank for people who see colours
// differently and on a grey print; a test checks the contrast of the numbers written on them.

export const palette = {
  ink: '#15262d',
  paper: '#ffffff',
  line: '#7f939c',
  grid: '#d3dee2',
  bar: '#2f8ba1',
  up: '#0f6478',
  down: '#9c5b00',
  unclear: '#8a9aa2',
  noData: '#eef2f4',
  hatch: '#a9b8bf',
}

/** From low to high share of full marks. */
const ramp = ['#fdf3d8', '#f3e2a9', '#bcd9b4', '#7fbfb5', '#3f98a6', '#146a80', '#0a4356']

/** Background for a share of 0 to 1, and the colour of writing that can be read on it. */
export function shade(share: number): { background: string; ink: string } {
  const step = Math.min(ramp.length - 1, Math.max(0, Math.floor(share * ramp.length)))
  return { background: ramp[step]!, ink: step >= 5 ? palette.paper : palette.ink }
}

/** All shades, for tests and legends. */
export const shades = ramp.map((_, step) => shade((step + 0.5) / ramp.length))

/** Answers from the lowest to the highest level: brown to teal, light in the middle. */
const levels: Record<number, string[]> = {
  1: ['#2f8ba1'],
  2: ['#c98a2b', '#2f8ba1'],
  3: ['#c98a2b', '#d9dfe1', '#2f8ba1'],
  4: ['#a05a00', '#dcb36b', '#8cc5c9', '#146a80'],
  5: ['#8a4b00', '#dcb36b', '#e4e8e9', '#7fbfc4', '#0f5f73'],
}

/** Colours for `count` ordered answers. */
export function levelColours(count: number): string[] {
  const known = levels[count]
  if (known) return known
  return Array.from({ length: count }, (_, at) => shade(at / Math.max(1, count - 1)).background)
}

/** Kinds without an order, such as ways of answering. */
export const kindColours = ['#2f8ba1', '#0a4356', '#c98a2b', '#8cc5b4', '#7a4a00']

/** Don't know, no answer and not asked: greys, never part of the scale of opinions. */
export const silentColours = ['#7d8b92', '#a8b3b8', '#cbd3d6', '#e6eaec']
