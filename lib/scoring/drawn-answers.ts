// Answers of drawn people as the design wants them: each with the weight of its group, and a "village" of its own, for people were
// drawn and not villages.
import { groupKey, type ResponseGroup } from '#lib/contacts/response-design'
import type { AnswerToCount } from '#lib/scoring/tally-answers'

/**
 * The same answers with cluster and weight of the design, in an order of their own content, so that sums come out the same to
 * the last bit. Throws RangeError for an answer of a group that is not in the design.
 */
export function drawnAnswers<Answer extends AnswerToCount>(
  answers: readonly Answer[],
  groups: ReadonlyMap<string, ResponseGroup>,
): Answer[] {
  const keyed = answers.map((answer) => ({ answer, text: Array.from(answer.coded).join(' ') }))
  keyed.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  return keyed.map(({ answer }, at) => {
    const group = groups.get(groupKey({ unitId: answer.unit, stratum: answer.stratum }))
    if (!group) throw new RangeError(`Nobody was drawn in ${answer.unit}, "${answer.stratum}"`)
    const cluster = group.cluster || `#${String(at).padStart(6, '0')}`
    return { ...answer, weight: group.weight, cluster }
  })
}
