// Everything that can go wrong for a reason a person can understand, in one catalogue: flows throw `problems.waveClosed(…)`,
// only the wrappers in app/_server catch. A new problem goes into the file of its part of the house in lib/problems; what
// stands here is the list of the parts.
import { answeringProblems } from '#lib/problems/answering-problems'
import { ballotProblems } from '#lib/problems/ballot-problems'
import { campaignProblems } from '#lib/problems/campaign-problems'
import { contactProblems } from '#lib/problems/contact-problems'
import { contestProblems } from '#lib/problems/contest-problems'
import { ledgerProblems } from '#lib/problems/ledger-problems'
import { messageProblems } from '#lib/problems/message-problems'
import { planProblems } from '#lib/problems/plan-problems'
import { requestProblems } from '#lib/problems/request-problems'
import { signInProblems } from '#lib/problems/sign-in-problems'
import { staffProblems } from '#lib/problems/staff-problems'
import { visitCodeProblems } from '#lib/problems/visit-code-problems'

export { type Fault, Problem, type Sentence } from '#lib/problems/define-problem'

export const problems = {
  ...requestProblems,
  ...answeringProblems,
  ...visitCodeProblems,
  ...ballotProblems,
  ...ledgerProblems,
  ...signInProblems,
  ...staffProblems,
  ...campaignProblems,
  ...contactProblems,
  ...contestProblems,
  ...messageProblems,
  ...planProblems,
}
