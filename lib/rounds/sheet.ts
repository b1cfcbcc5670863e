// The present sheet of a unit, computed from its events. The surprise: whatever changes an earlier stage of a criterion
// empties the later ones (a changed self-score has not been appraised, a changed appraisal has not been explained), so a
// judgement always speaks of what stands there now. The history keeps what was emptied.
import {
  type Answer,
  type EvidenceFile,
  isSameAnswer,
  type RecordedEvent,
  type RoundEvent,
  type Step,
} from '#lib/rounds/round-event'

export type Judged = { answer: Answer; reason: string }

/** One entered criterion of the sheet. */
export type SheetLine = {
  criterion: string
  self: { answer: Answer; note: string } | null
  evidence: EvidenceFile[]
  appraisal: Judged | null
  explanation: { isContested: boolean; text: string } | null
  second: Judged | null
  correction: Judged | null
  /** Number of the last event about this criterion; 0: none yet. What a page has seen, to notice what it has not. */
  seen: number
}

export type Sheet = {
  step: Step
  /** When the step began; null before anything happened. */
  since: Date | null
  /** Criterion -> line, in the order of the index. */
  lines: ReadonlyMap<string, SheetLine>
  /** Number of the last event. */
  events: number
  /** When the unit handed in last; null while it never has. */
  submittedAt: Date | null
  /** Deadlines of this unit alone, where they were moved. */
  extended: Partial<Record<Step, Date>>
  /** Who worked for the unit, and who appraised it: nobody may be in both. */
  scorers: ReadonlySet<string>
  appraisers: ReadonlySet<string>
}

/** The sheet before anything happened, for the entered criteria of the index. */
export function emptySheet(criteria: readonly string[]): Sheet {
  return {
    step: 'self-scoring',
    since: null,
    lines: new Map(criteria.map((criterion) => [criterion, emptyLine(criterion)])),
    events: 0,
    submittedAt: null,
    extended: {},
    scorers: new Set(),
    appraisers: new Set(),
  }
}

/** The sheet after the events, in their order. Throws RangeError for an event about a criterion that is not asked. */
export function replay(criteria: readonly string[], events: readonly RecordedEvent[]): Sheet {
  return events.reduce(nextSheet, emptySheet(criteria))
}

/** The sheet after one more event. What must not happen is refusal.ts' matter: here it has happened. */
export function nextSheet(sheet: Sheet, event: RecordedEvent): Sheet {
  const step = nextStep(sheet, event)
  return {
    ...sheet,
    step,
    since: step === sheet.step ? (sheet.since ?? event.at) : event.at,
    lines: nextLines(sheet, event),
    events: event.number,
    submittedAt: event.kind === 'submit' ? event.at : sheet.submittedAt,
    extended: nextDeadlines(sheet, event),
    scorers: isUnitsWork(event) ? new Set([...sheet.scorers, event.actorId]) : sheet.scorers,
    appraisers: isAppraisersWork(event) ? new Set([...sheet.appraisers, event.actorId]) : sheet.appraisers,
  }
}

/** The last step before the freeze. */
export function stepReached(criteria: readonly string[], events: readonly RecordedEvent[]): Step {
  const frozen = events.findIndex(({ kind }) => kind === 'freeze')
  return replay(criteria, frozen < 0 ? events : events.slice(0, frozen)).step
}

/** Where the sheet stands after an event. */
export function nextStep(sheet: Sheet, event: RoundEvent): Step {
  const lines = [...sheet.lines.values()]
  switch (event.kind) {
    case 'submit':
      return 'appraisal'
    case 'finish-appraisal':
      return lines.some(isChanged) ? 'explanation' : 'settled'
    case 'finish-explanation':
    case 'close-explanation':
      return lines.some(isContested) ? 'second-appraisal' : 'settled'
    case 'finish-second-appraisal':
      return 'settled'
    case 'reopen':
      return event.step
    case 'freeze':
      return 'frozen'
    default:
      return sheet.step
  }
}

/** The appraisal differs from the self-score. */
export function isChanged(line: SheetLine): boolean {
  return (
    line.self !== null && line.appraisal !== null && !isSameAnswer(line.self.answer, line.appraisal.answer)
  )
}

/** The unit does not agree with the change. */
export function isContested(line: SheetLine): boolean {
  return isChanged(line) && line.explanation?.isContested === true
}

/** The appraised answer that counts; null while nobody has appraised: a self-score alone never counts. */
export function standingAnswer(line: SheetLine): Answer | null {
  return (line.correction ?? line.second ?? line.appraisal)?.answer ?? null
}

function nextLines(sheet: Sheet, event: RecordedEvent): Sheet['lines'] {
  if (!('criterion' in event)) return sheet.lines
  const line = sheet.lines.get(event.criterion)
  if (!line) throw new RangeError(`event ${event.number}: ${event.criterion} is not asked in this round`)
  return new Map(sheet.lines).set(event.criterion, { ...line, ...changeOf(line, event), seen: event.number })
}

type AboutCriterion = Extract<RecordedEvent, { criterion: string }>
const notJudged = { appraisal: null, explanation: null, second: null }

function changeOf(line: SheetLine, event: AboutCriterion): Partial<SheetLine> {
  switch (event.kind) {
    case 'self-score':
      return { self: { answer: event.answer, note: event.note }, ...notJudged }
    case 'add-evidence':
      return { evidence: [...line.evidence, event.file], ...notJudged }
    case 'remove-evidence':
      return { evidence: line.evidence.filter(({ id }) => id !== event.fileId), ...notJudged }
    case 'appraise':
      return { ...notJudged, appraisal: { answer: event.answer, reason: event.reason } }
    case 'explain':
      return { explanation: { isContested: event.isContested, text: event.text }, second: null }
    case 'appraise-again':
      return { second: { answer: event.answer, reason: event.reason } }
    case 'correct':
      return { correction: { answer: event.answer, reason: event.reason } }
  }
}

/** A deadline moved for this unit alone; the last word on a step holds. */
function nextDeadlines(sheet: Sheet, event: RecordedEvent): Sheet['extended'] {
  return event.kind === 'extend' ? { ...sheet.extended, [event.step]: new Date(event.until) } : sheet.extended
}

const unitsWork = ['self-score', 'add-evidence', 'remove-evidence', 'submit', 'explain', 'finish-explanation']
const appraisersWork = [
  'appraise',
  'finish-appraisal',
  'close-explanation',
  'appraise-again',
  'finish-second-appraisal',
  'correct',
]

/** The event is the unit's own doing. */
export const isUnitsWork = ({ kind }: RoundEvent) => unitsWork.includes(kind)
/** The event judges the unit. */
export const isAppraisersWork = ({ kind }: RoundEvent) => appraisersWork.includes(kind)

function emptyLine(criterion: string): SheetLine {
  return {
    criterion,
    self: null,
    evidence: [],
    appraisal: null,
    explanation: null,
    second: null,
    correction: null,
    seen: 0,
  }
}
