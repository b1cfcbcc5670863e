// The address that a citizen opens or scans. One place knows it, so that posters, links and lists cannot disagree.

export type AnswerPlace = {
  wave: string
  unit: string
  cluster?: string
  mode?: string
  place?: string
  collector?: string
  visitCode?: string
}

/** E.g. https://example.vn/s/hai-long-2026?u=22870-2. `origin` is where people reach us, without a path. */
export function answerLink(origin: string, { wave, unit, ...rest }: AnswerPlace): string {
  const url = new URL(`/s/${encodeURIComponent(wave)}`, origin)
  const { cluster, mode, place, collector, visitCode } = rest
  const parts = { u: unit, c: cluster, m: mode, p: place, r: collector, v: visitCode }
  for (const [name, value] of Object.entries(parts)) if (value) url.searchParams.set(name, value)
  return url.href
}
