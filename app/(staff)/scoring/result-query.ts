// What the address of a results page can hold.
export const tabs = ['overview', 'ranking', 'change', 'distributions', 'counts'] as const
export type Tab = (typeof tabs)[number]

export type ResultQuery = {
  index?: string
  wave?: string
  baseline?: string
  tab?: string
  criterion?: string
  unit?: string
  detail?: string
}

/** What every view is told: index, wave and baseline ('' for none), and the rest of the address. */
export type ViewProps = { place: { index: string; wave: string; baseline: string }; query: ResultQuery }
