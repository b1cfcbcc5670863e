// From an entered figure to its share of full marks, by the scoring rule of its criterion. Entered figures are exact: they
// carry no sampling error.
import { figureFault } from '#lib/definitions/entered-rule'
import type { EnteredRule } from '#lib/definitions/index-source'

/**
 * Share of full marks that a figure earns, 0..1; the figure itself for the rule `figure`.
 * `code` names the criterion in the error.
 * @throws RangeError for a figure that the rule does not take (see `figureFault`)
 * @example
 * scoreFigure({ kind: 'deduction', full: 2, perUnit: 0.5 }, 3) // => 0.25
 */
export function scoreFigure(rule: EnteredRule, figure: number, code = 'a criterion'): number {
  const fault = figureFault(rule, figure)
  if (fault) throw new RangeError(`The figure entered for ${code} is ${figure}: ${fault.en}`)
  switch (rule.kind) {
    case 'linear':
      return (figure - rule.zero) / (rule.full - rule.zero)
    case 'steps':
      return rule.steps.findLast(({ from }) => figure >= from)!.points / rule.full
    case 'deduction':
      return Math.max(rule.least ?? 0, rule.full - rule.perUnit * figure) / rule.full
    case 'choice':
      return rule.options.find(({ value }) => value === figure)!.points / rule.full
    case 'points':
      return figure / rule.full
    case 'figure':
      return figure
  }
}
