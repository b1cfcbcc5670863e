// What must not happen to a sheet, as a pure function of sheet, event and moment: the one lock of the scoring round's
// steps. It answers with a reason instead of throwing, because a refusal is an expected thing; flows make a Problem of it.
import { type Deadlines, daysLate, deadlineOf, isUnitsTurn } from '#lib/rounds/deadlines'
import { isSameAnswer, type RoundEvent, type Step, steps } from '#lib/rounds/round-event'
import {
  isAppraisersWork,
  isChanged,
  isContested,
  isUnitsWork,
  type Sheet,
  standingAnswer,
} from '#lib/rounds/sheet'

/** Evidence files of one criterion. */
export const evidenceLimit = 10

export type Refusal =
  | { code: 'wrong-step'; step: Step }
  | { code: 'unknown-criterion'; criterion: string }
  | { code: 'too-late'; deadline: Date }
  | { code: 'not-late-yet'; deadline: Date }
  | { code: 'own-work' } // who scored a unit may not appraise it, nor the other way round
  | { code: 'reason-missing' }
  | { code: 'note-missing' } // "not applicable" and "no figure" need a word of explanation
  | { code: 'too-many-files'; limit: number }
  | { code: 'unknown-file' }
  | { code: 'incomplete'; criteria: string[] }
  | { code: 'not-changed' } // there is nothing to explain, to contest or to correct
  | { code: 'no-such-step'; step: Step }

export type Moment = { at: Date; actorId: string; deadlines: Deadlines; allowsLate: boolean }

/** Why the event must not happen, or null when it may. */
export function refusalOf(sheet: Sheet, event: RoundEvent, moment: Moment): Refusal | null {
  return (
    stepRefusal(sheet, event) ??
    personRefusal(sheet, event, moment) ??
    timeRefusal(sheet, event, moment) ??
    contentRefusal(sheet, event)
  )
}

/** The step in which an event belongs; the others are free of steps but not of the freeze. */
const stepOf: Partial<Record<RoundEvent['kind'], Step>> = {
  'self-score': 'self-scoring',
  'add-evidence': 'self-scoring',
  'remove-evidence': 'self-scoring',
  submit: 'self-scoring',
  appraise: 'appraisal',
  'finish-appraisal': 'appraisal',
  explain: 'explanation',
  'finish-explanation': 'explanation',
  'close-explanation': 'explanation',
  'appraise-again': 'second-appraisal',
  'finish-second-appraisal': 'second-appraisal',
  correct: 'frozen',
}

function stepRefusal({ step }: Sheet, event: RoundEvent): Refusal | null {
  const needed = stepOf[event.kind]
  const fits = needed ? step === needed : step !== 'frozen'
  return fits ? null : { code: 'wrong-step', step }
}

function personRefusal(sheet: Sheet, event: RoundEvent, { actorId }: Moment): Refusal | null {
  const isBoth =
    (isAppraisersWork(event) && sheet.scorers.has(actorId)) ||
    (isUnitsWork(event) && sheet.appraisers.has(actorId))
  return isBoth ? { code: 'own-work' } : null
}

function timeRefusal(sheet: Sheet, event: RoundEvent, moment: Moment): Refusal | null {
  const deadline = deadlineOf(sheet, moment.deadlines)
  if (!deadline) return null
  const isLate = daysLate(deadline, moment.at) > 0
  if (event.kind === 'close-explanation') return isLate ? null : { code: 'not-late-yet', deadline }
  if (!isUnitsWork(event) || !isUnitsTurn(sheet.step)) return null
  return isLate && !moment.allowsLate ? { code: 'too-late', deadline } : null
}

function contentRefusal(sheet: Sheet, event: RoundEvent): Refusal | null {
  if ('criterion' in event) return criterionRefusal(sheet, event)
  if ('reason' in event && event.kind !== 'freeze' && event.reason.trim() === '')
    return { code: 'reason-missing' }
  switch (event.kind) {
    case 'submit':
      return incomplete(sheet, ({ self }) => self === null)
    case 'finish-appraisal':
      return incomplete(sheet, ({ appraisal }) => appraisal === null)
    case 'finish-explanation':
      return incomplete(sheet, (line) => isChanged(line) && line.explanation === null)
    case 'finish-second-appraisal':
      return incomplete(sheet, (line) => isContested(line) && line.second === null)
    case 'reopen':
      return reopenRefusal(sheet, event.step)
    case 'extend':
      return event.step === sheet.step ? null : { code: 'no-such-step', step: event.step }
    case 'freeze':
      return sheet.step === 'settled' || event.reason.trim() !== '' ? null : { code: 'reason-missing' }
    default:
      return null
  }
}

function criterionRefusal(sheet: Sheet, event: Extract<RoundEvent, { criterion: string }>): Refusal | null {
  const line = sheet.lines.get(event.criterion)
  if (!line) return { code: 'unknown-criterion', criterion: event.criterion }
  switch (event.kind) {
    case 'self-score':
      return event.answer.kind === 'figure' || event.note.trim() !== '' ? null : { code: 'note-missing' }
    case 'add-evidence':
      return line.evidence.length < evidenceLimit ? null : { code: 'too-many-files', limit: evidenceLimit }
    case 'remove-evidence':
      return line.evidence.some(({ id }) => id === event.fileId) ? null : { code: 'unknown-file' }
    case 'appraise': {
      const isAccepted = line.self !== null && isSameAnswer(line.self.answer, event.answer)
      return isAccepted || event.reason.trim() !== '' ? null : { code: 'reason-missing' }
    }
    case 'explain':
      if (!isChanged(line)) return { code: 'not-changed' }
      return !event.isContested || event.text.trim() !== '' ? null : { code: 'reason-missing' }
    case 'appraise-again':
      if (!isContested(line)) return { code: 'not-changed' }
      return event.reason.trim() !== '' ? null : { code: 'reason-missing' }
    case 'correct': {
      const before = standingAnswer(line)
      if (before && isSameAnswer(before, event.answer)) return { code: 'not-changed' }
      return event.reason.trim() !== '' ? null : { code: 'reason-missing' }
    }
  }
}

/** Only back, and only to a step in which something is to be done. */
function reopenRefusal(sheet: Sheet, step: Step): Refusal | null {
  const lines = [...sheet.lines.values()]
  const isEarlier = steps.indexOf(step) < steps.indexOf(sheet.step)
  const hasWork =
    step === 'self-scoring' ||
    step === 'appraisal' ||
    (step === 'explanation' && lines.some(isChanged)) ||
    (step === 'second-appraisal' && lines.some(isContested))
  return isEarlier && hasWork ? null : { code: 'no-such-step', step }
}

function incomplete(
  sheet: Sheet,
  isOpen: (line: Parameters<typeof isChanged>[0]) => boolean,
): Refusal | null {
  const criteria = [...sheet.lines.values()].filter(isOpen).map(({ criterion }) => criterion)
  return criteria.length > 0 ? { code: 'incomplete', criteria } : null
}
