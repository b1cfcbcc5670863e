// What the address of a results page can hold.
import type { EntryChoice } from '#lib/surveys/collection'

export const tabs = [
  'overview',
  'ranking',
  'change',
  'distributions',
  'counts',
  'quality',
  'why',
  'try',
] as const
export type Tab = (typeof tabs)[number]

export type ResultQuery = {
  index?: string
  wave?: string
  baseline?: string
  entry?: string
  tab?: string
  criterion?: string
  unit?: string
  detail?: string
  family?: string
  /** Weights tried: one field each. */
  [weight: `w.${string}`]: string | undefined
}

/** What every view is told: index, wave, baseline ('' for none), answers asked for, and the rest of the address. */
export type ViewProps = {
  place: { index: string; wave: string; baseline: string; entry?: EntryChoice }
  query: ResultQuery
}

/** What the cells of a view and their file are asked for by. */
export function placeOfCells({ baseline: _other, ...place }: ViewProps['place']) {
  return place
}
