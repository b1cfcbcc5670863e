// The ways to draw. `simple` inside strata is the stratified sample; `cluster` draws clusters and takes all or some of their
// people; `pps` draws with probability proportional to size.

export const drawMethods = ['all', 'simple', 'systematic', 'cluster', 'pps'] as const
export type DrawMethod = (typeof drawMethods)[number]
