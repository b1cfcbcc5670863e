// What one criterion of a sheet is given, whoever's turn it is.
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Step } from '#lib/rounds/round-event'
import type { SheetLine } from '#lib/rounds/sheet'
import type { EvidenceActions, EvidenceLimits } from './evidence-list'
import type { SaveLine } from './use-autosave'
import type { ReportState } from './use-report-state'

export type LineProps = {
  place: { round: string; unit: string }
  criterion: AskedCriterion
  line: SheetLine
  step: Step
  /** The actor's turn, or only reading. */
  mode: 'score' | 'appraise' | 'explain' | 'read'
  save: SaveLine
  evidence: EvidenceActions
  limits: EvidenceLimits
  onSaved: (line: SheetLine) => void
  onState: ReportState
}
