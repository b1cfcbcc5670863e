// The rule of an entered figure, and which figures it takes. The short form { max } of the first index files is the
// straight line from 0 to max.
import type { EnteredRule, EnteredSource } from '#lib/definitions/index-source'
import type { Sentence } from '#lib/problem'

/** The rule of an entered source, in its full form. */
export function ruleOf(entered: EnteredSource['entered']): EnteredRule {
  return 'rule' in entered ? entered.rule : { kind: 'linear', zero: 0, full: entered.max }
}

/** Smallest and largest figure that a rule takes; null: no bound on that side. */
export function figureRange(rule: EnteredRule): { low: number | null; high: number | null } {
  switch (rule.kind) {
    case 'linear':
      return { low: Math.min(rule.zero, rule.full), high: Math.max(rule.zero, rule.full) }
    case 'steps':
      return { low: rule.steps[0]!.from, high: null }
    case 'deduction':
      return { low: 0, high: null }
    case 'choice': {
      const values = rule.options.map(({ value }) => value)
      return { low: Math.min(...values), high: Math.max(...values) }
    }
    case 'points':
      return { low: 0, high: rule.full }
    case 'figure':
      return { low: rule.low ?? null, high: rule.high ?? null }
  }
}

/** The range in signs: "0–100", "≥ 0". */
export function rangeText(rule: EnteredRule): string {
  const { low, high } = figureRange(rule)
  if (low === null) return high === null ? '' : `≤ ${high}`
  return high === null ? `≥ ${low}` : `${low}–${high}`
}

/** What is wrong with a figure under a rule, as a sentence; null when the rule takes it. */
export function figureFault(rule: EnteredRule, figure: number): Sentence | null {
  if (!Number.isFinite(figure)) return { vi: 'hãy nhập một số.', en: 'enter a number.' }
  if (rule.kind === 'choice' && !rule.options.some(({ value }) => value === figure)) {
    return {
      vi: `hãy chọn một trong: ${rule.options.map(({ name }) => name.vi).join('; ')}.`,
      en: `choose one of: ${rule.options.map(({ name }) => name.en ?? name.vi).join('; ')}.`,
    }
  }
  const { low, high } = figureRange(rule)
  if ((low === null || figure >= low) && (high === null || figure <= high)) return null
  if (high === null)
    return { vi: `hãy nhập một số từ ${low} trở lên.`, en: `enter a number of ${low} or more.` }
  if (low === null)
    return { vi: `hãy nhập một số không quá ${high}.`, en: `enter a number of at most ${high}.` }
  return { vi: `hãy nhập một số từ ${low} đến ${high}.`, en: `enter a number from ${low} to ${high}.` }
}

/** The rule in words, as pages print it beside the criterion. */
export function describeRule(rule: EnteredRule, unit: string): Sentence {
  const of = unit === '' ? '' : ` ${unit}`
  switch (rule.kind) {
    case 'linear':
      return {
        vi: `0 điểm ở ${rule.zero}${of}, điểm tối đa ở ${rule.full}${of}, ở giữa theo đường thẳng`,
        en: `no points at ${rule.zero}${of}, full marks at ${rule.full}${of}, a straight line between`,
      }
    case 'steps': {
      const steps = rule.steps.map(({ from, points }) => `≥ ${from}${of}: ${points}/${rule.full}`).join('; ')
      return { vi: `theo bậc ${steps}`, en: `in steps ${steps}` }
    }
    case 'deduction': {
      const { full, perUnit, least = 0 } = rule
      return {
        vi: `${full} trừ ${perUnit} cho mỗi trường hợp, không dưới ${least} (trên ${full})`,
        en: `${full} less ${perUnit} for each case, not below ${least} (of ${full})`,
      }
    }
    case 'choice':
      return {
        vi: rule.options.map(({ name, points }) => `${name.vi}: ${points}/${rule.full}`).join('; '),
        en: rule.options
          .map(({ name, points }) => `${name.en ?? name.vi}: ${points}/${rule.full}`)
          .join('; '),
      }
    case 'points':
      return { vi: `điểm nhập / ${rule.full}`, en: `points entered / ${rule.full}` }
    case 'figure':
      return { vi: 'giá trị thô, chuẩn hóa giữa các đơn vị', en: 'raw figure, normalised among the units' }
  }
}
