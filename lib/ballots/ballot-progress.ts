// How far one group of a confidential wave is: counts, which pages may show.

export type BallotProgress = {
  unitId: string
  stratum: string
  invited: number
  /** Tokens signed. */
  issued: number
  /** Ballots in the box; never more than tokens. */
  cast: number
}
