// What keeps a plan of communication from being changed now.
import { defineProblem, type Sentence } from '#lib/problems/define-problem'

export const planProblems = {
  planRefused: defineProblem<{ refusal: string; sentence: Sentence }>(
    'plan_refused',
    409,
    ({ sentence }) => sentence,
  ),
}
