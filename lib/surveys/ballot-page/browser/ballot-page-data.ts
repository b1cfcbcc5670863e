// What the server has written into the page of a ballot for its script: the same for everybody.
import { byId } from '#lib/surveys/light-form/browser/page-data'

export type BallotPageData = {
  wave: string
  /** Absent on the page that asks for a code only. */
  unit?: string
  /** Whether answers are taken now; if not, ballots of before can still be looked at and sent on. */
  isOpen: boolean
  /** Milliseconds. */
  longestDelay: number
}

export const readBallotPageData = (): BallotPageData =>
  JSON.parse(byId('ballot-data').textContent ?? '') as BallotPageData
