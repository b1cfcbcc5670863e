// Two scripts stand on the page of a ballot that SurveyJS shows: ours gets the ballot, the other one shows the form. The
// desk, how this answer is kept and sent, is handed over through the window, as a promise, because either may be first.
import type { SessionSettings } from '#lib/surveys/light-form/browser/form-session'

export type Desk = Pick<SessionSettings, 'drafts' | 'handIn' | 'onDone'>
type Place = { thuocDoDesk?: Promise<Desk> }

export function offerDesk(desk: Promise<Desk>): void {
  ;(window as Place).thuocDoDesk = desk
}

/** Undefined on pages that are not of a ballot. */
export const offeredDesk = (): Promise<Desk> | undefined => (window as Place).thuocDoDesk
