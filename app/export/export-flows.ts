// What can be downloaded: the name in the URL and the flow behind it. A new table is a flow and its line here.
import type { MaybeActor } from '#lib/access'
import type { Table } from '#lib/exports/table'
import { exportActivities } from '#lib/flows/export-activities'
import { exportActivityTotals } from '#lib/flows/export-activity-totals'
import { exportAuditLog } from '#lib/flows/export-audit-log'
import { exportCells } from '#lib/flows/export-cells'
import { exportChange } from '#lib/flows/export-change'
import { exportCodebook } from '#lib/flows/export-codebook'
import { exportCounts } from '#lib/flows/export-counts'
import { exportDistributions } from '#lib/flows/export-distributions'
import { exportDraw } from '#lib/flows/export-draw'
import { exportIndexTable } from '#lib/flows/export-index-table'
import { exportInvitations } from '#lib/flows/export-invitations'
import { exportPlans } from '#lib/flows/export-plans'
import { exportQuality } from '#lib/flows/export-quality'
import { exportRelease } from '#lib/flows/export-release'
import { exportResponses } from '#lib/flows/export-responses'
import { exportRollout } from '#lib/flows/export-rollout'
import { exportRoundStages } from '#lib/flows/export-round-stages'
import { exportStages } from '#lib/flows/export-stages'
import { exportStudyEffect } from '#lib/flows/export-study-effect'
import { exportTranslation } from '#lib/flows/export-translation'
import { exportTriedWeights } from '#lib/flows/export-tried-weights'
import { exportWinners } from '#lib/flows/export-winners'
import { exportYears } from '#lib/flows/export-years'

// Each flow checks the shape of what it gets; the query of a URL may hold anything.
type ExportFlow = (actor: MaybeActor, query: never) => Promise<Table>

export const exportFlows: ReadonlyMap<string, ExportFlow> = new Map<string, ExportFlow>([
  ['activities', exportActivities],
  ['activity-totals', exportActivityTotals],
  ['responses', exportResponses],
  ['codebook', exportCodebook],
  ['cells', exportCells],
  ['change', exportChange],
  ['distributions', exportDistributions],
  ['counts', exportCounts],
  ['invitations', exportInvitations],
  ['plans', exportPlans],
  ['quality', exportQuality],
  ['stages', exportStages],
  ['round-stages', exportRoundStages],
  ['release', exportRelease],
  ['round-change', exportYears],
  ['study-effect', exportStudyEffect],
  ['translation', exportTranslation],
  ['index-table', exportIndexTable],
  ['drawn-people', exportDraw],
  ['tried-weights', exportTriedWeights],
  ['audit-log', exportAuditLog],
  ['rollout', exportRollout],
  ['winners', exportWinners],
])
