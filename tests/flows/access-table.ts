// Who may use which flow, in one table: one line per flow, with a minimal valid request about the unit "own-unit".
// access.test.ts runs every line as everybody and fails for a flow without a line. A new flow gets its line in the file of its
// part of the house, access-of-….ts.
import type { Line } from './access-line'
import { accessOfAccounts } from './access-of-accounts'
import { accessOfActivities } from './access-of-activities'
import { accessOfAnswering } from './access-of-answering'
import { accessOfBallots, ballotSteps } from './access-of-ballots'
import { accessOfContacts } from './access-of-contacts'
import { accessOfContests } from './access-of-contests'
import { accessOfDefinitions } from './access-of-definitions'
import { accessOfDesk } from './access-of-desk'
import { accessOfLedger } from './access-of-ledger'
import { accessOfMessages } from './access-of-messages'
import { accessOfPaper } from './access-of-paper'
import { accessOfPeriodReports } from './access-of-period-reports'
import { accessOfPlans } from './access-of-plans'
import { accessOfResults } from './access-of-results'
import { accessOfRollouts } from './access-of-rollouts'
import { accessOfRounds } from './access-of-rounds'
import { accessOfSignIn, signInSteps } from './access-of-sign-in'
import { accessOfStudies } from './access-of-studies'
import { accessOfVisitCodes } from './access-of-visit-codes'
import { accessOfWaves } from './access-of-waves'

export const accessTable: Record<string, Line> = {
  ...accessOfAccounts,
  ...accessOfActivities,
  ...accessOfAnswering,
  ...accessOfBallots,
  ...accessOfContacts,
  ...accessOfContests,
  ...accessOfDefinitions,
  ...accessOfDesk,
  ...accessOfLedger,
  ...accessOfMessages,
  ...accessOfPaper,
  ...accessOfPeriodReports,
  ...accessOfPlans,
  ...accessOfResults,
  ...accessOfRollouts,
  ...accessOfRounds,
  ...accessOfSignIn,
  ...accessOfStudies,
  ...accessOfVisitCodes,
  ...accessOfWaves,
}

/** Flows that look like sensitive reads and are none, and why. */
export const openReads: Record<string, string> = {
  'export-codebook': 'the questions of a published form',
  'export-index-table': 'a published index',
  'export-translation': 'the words of a form',
  'export-release': 'what was published',
  'export-plans': 'what offices plan to do',
  'report-plan': 'what offices plan to do',
  'export-ledger': 'the public log: hashes only',
  'list-forms-to-plan': 'published forms',
  'list-round-choices': 'names of indexes and units',
  'list-round-surveys': 'names of waves',
  'load-collecting': 'links and counts of visit codes',
  'list-paper-batches': 'numbers of stacks',
  'list-visit-batches': 'numbers of codes, in tens',
  'load-paper-batch': 'how far a stack is',
  'load-paper-entry': 'the sheets that the reader has keyed in',
  'load-sign-in-policy': 'rules and counts',
  'load-desk': 'what the delegate is asked',
  'open-box': 'changes something, and leaves the line of a change',
  'list-period-reports': 'which report was handed in when',
  'load-period-report': 'what the unit did and writes; the document leaves with report-period',
  'load-protection': 'counts of the last hour',
  'list-contact-lists': 'names of lists and counts',
  'list-draws': 'names of draws and counts',
  'load-draw': 'numbers in place of people: names come with export-draw',
  'list-village-draws': 'names of villages',
  'load-village-draw': 'names of villages',
  'load-mail-settings': 'passwords and secrets never come back',
  'load-message-words': 'words without people',
  'load-invitations': 'counts; a line in the log only when addresses that do not work are shown',
  'list-study-choices': 'published indexes and names of waves',
  'list-rollouts': 'draws of communes, which everybody may check',
  'load-rollout': 'draws of communes, which everybody may check',
  'export-rollout': 'draws of communes, which everybody may check',
  'load-activities': 'what units did in public: no person, no answer',
  'load-activity': 'the same',
  'load-activity-form': 'names of channels, areas and units',
  'load-activity-tiles': 'totals of activities',
  'export-activities': 'what units did in public',
  'export-activity-totals': 'totals of activities',
  'list-contests': 'names of contests and counts',
  'list-contest-choices': 'published forms and units',
  'load-contest': 'counts from the smallest group on; names come with load-winners',
  'load-public-contest': 'what everybody may know',
  'load-draw-facts': 'what everybody may know',
  'load-marks': 'the marks of answers that the reader sends along',
  'load-jobs': 'names of lanes and counts; jobs hold ids only',
}

/** Files of lib/flows that decide nothing by themselves, and why. */
export const notAsked: Record<string, string> = {
  ...ballotSteps,
  'find-contact-list': 'steps of the flows on contact lists',
  'build-list-frame': 'a step of the flows on draws',
  'load-drawn-people': 'a step of the flows that show results',
  'find-smallest-group': 'a step: the setting itself is public',
  'measure-effect': 'a step of load- and export-study-effect',
  'record-subject-request': 'a step of create- and send-subject-request',
  'check-keys': 'run by the start of the server, for nobody in particular',
  'reseal-fields': 'run by a command of the operator, who holds keys and database',
  'delete-expired-contacts': 'run by a job, for nobody in particular',
  'find-known-contest': 'a step of the flows on contests',
  'delete-expired-entries': 'run by a job, for nobody in particular',
  ...signInSteps,
  'change-report': 'a step of the flows on reports on a period',
  'find-report-place': 'a step of the flows on reports on a period',
  'gather-period-facts': 'a step of the flows on reports on a period',
  'open-round-sheet': 'steps of the flows of a round',
  'change-plan': 'steps of the flows of a plan',
  'find-activity': 'steps of the flows on one activity',
  'load-activity-book': 'a step of the flows that record activities',
  'read-vocabulary': 'published channels, areas and target groups',
  'read-study-input': 'a step of load- and export-study-effect',
  'read-matching': 'a step of draw-rollout',
  'read-typed': 'a step of the flows that take an answer',
  'run-in-steps': 'lets others go first while something long is computed',
  'score-round': 'a step of freeze-round and correct-round',
  'find-actor': 'finds out who the actor is',
  'find-paper-batch': 'steps of the flows on paper',
  'find-place': 'steps of submit-answers and open-form',
  'judge-visit-code': 'a step of submit-answers, open-form and find-visit-place',
  'take-turn': 'lets dear forms be judged one after the other',
  'find-confidential-wave': 'a step of the flows of invitations',
  'require-wave': 'a step of the flows that change a wave or make codes for it',
  'warn-late-units': 'the work of the lane "late-units"',
  'find-message-access': 'a step of the flows that send messages',
  'queue-messages': 'the work of the lane "mailings"',
  'send-message': 'the work of the lanes "mail" and "telephone"',
  'recall-wave': 'what submit-answers and open-form remember of a wave',
}
