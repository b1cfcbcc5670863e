// What the form of a prize draw says about its contest: for the page of marks, and for the form when it comes back with a fault.
import type { MaybeActor } from '#lib/access'
import { takesEntries } from '#lib/contests/contest-times'
import { drawConsent } from '#lib/contests/draw-consent'
import type { ContestRow } from '#lib/db/contests'
import { findKnownContest } from '#lib/flows/find-known-contest'
import type { LocalText } from '#lib/surveys/variable'

export type DrawFacts = {
  contest: string
  threshold: number
  /** The draw can still be entered. */
  isOpen: boolean
  consent: LocalText
  units: ContestRow['units']
}

/** Throws unknownContest. */
export async function loadDrawFacts(
  _anybody: MaybeActor,
  { contest }: { contest: string },
): Promise<DrawFacts> {
  return drawFacts(await findKnownContest(contest))
}

export function drawFacts(contest: ContestRow): DrawFacts {
  const { id, threshold, units } = contest
  return { contest: id, threshold, isOpen: takesEntries(contest), consent: drawConsent(contest), units }
}
