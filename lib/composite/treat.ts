// Outliers of each indicator: checked, treated once, checked again, treated in another way. The surprise: where the first
// way does not suffice, the second starts again from the untreated figures (unless `combine_treat`).
import type { TreatmentName, TreatmentSettings, TreatOptions, TreatSpecs } from '#lib/composite/build-options'
import type { Stage } from '#lib/composite/structure'
import { boxCox, isWithinThresholds, kurtosis, logarithm, skewness, winsorise } from '#lib/stats/outliers'

export type TreatmentLine = {
  code: string
  skewnessBefore: number
  kurtosisBefore: number
  /** What was done, e.g. "winsorise 3", "log_CT"; empty: nothing had to be; "untreatable": it could not be told. */
  treatment: string
  skewnessAfter: number
  kurtosisAfter: number
}

export type TreatmentRule = {
  f1: TreatmentName
  f1_para: TreatmentSettings
  f2: TreatmentName | null
  f2_para: TreatmentSettings
  f_pass_para: Pick<TreatmentSettings, 'na.rm' | 'skew_thresh' | 'kurt_thresh'>
}

const defaults: TreatmentRule = {
  f1: 'winsorise',
  f1_para: { 'na.rm': true, winmax: 5, skew_thresh: 2, kurt_thresh: 3.5, force_win: false },
  f2: 'log_CT',
  f2_para: { 'na.rm': true },
  f_pass_para: { 'na.rm': true, skew_thresh: 2, kurt_thresh: 3.5 },
}

export function treat(stage: Stage, options: TreatOptions): { stage: Stage; lines: TreatmentLine[] } {
  if (options.disable) return { stage, lines: [] }
  const lines: TreatmentLine[] = []
  const columns = [...stage.columns].map(([code, values]): [string, number[]] => {
    const specs = specsOf(code, options)
    if (specs === 'none') return [code, values]
    const { values: treated, treatment } = treatColumn(values, specs, options.combine_treat)
    lines.push({
      code,
      skewnessBefore: skewness(values),
      kurtosisBefore: kurtosis(values),
      treatment,
      skewnessAfter: skewness(treated),
      kurtosisAfter: kurtosis(treated),
    })
    return [code, treated]
  })
  return { stage: { units: stage.units, columns: new Map(columns) }, lines }
}

/**
 * The specifications of one indicator. Individual ones begin without any settings (`na.rm` false, so that an indicator
 * with gaps cannot be judged and stays as it is) unless they name the same function again: so does COINr.
 */
function specsOf(code: string, options: TreatOptions): TreatmentRule | 'none' {
  const own = options.indiv_specs[code]
  if (own === undefined)
    return options.global_specs === 'none' ? 'none' : mergeSpecs(defaults, options.global_specs)
  if (own === 'none') return 'none'
  const base = options.global_specs === 'none' ? defaults : mergeSpecs(defaults, options.global_specs)
  return mergeSpecs(
    {
      ...base,
      f1_para: own.f1 === base.f1 ? base.f1_para : {},
      f2_para: own.f2 === base.f2 ? base.f2_para : {},
      f_pass_para: own.f_pass ? base.f_pass_para : {},
    },
    own,
  )
}

function mergeSpecs(base: TreatmentRule, own: TreatSpecs): TreatmentRule {
  return {
    f1: own.f1 ?? base.f1,
    f1_para: { ...base.f1_para, ...own.f1_para },
    f2: own.f2 === undefined ? base.f2 : own.f2,
    f2_para: { ...base.f2_para, ...own.f2_para },
    f_pass_para: { ...base.f_pass_para, ...own.f_pass_para },
  }
}

/** One indicator, checked, treated, checked again, treated in another way; and what was done, as in `TreatmentLine`. */
export function treatColumn(values: readonly number[], specs: TreatmentRule, isCombined: boolean) {
  const untreated = (treatment: string) => ({ values: [...values], treatment })
  const before = passes(values, specs.f_pass_para)
  if (before === null) return untreated('untreatable')
  if (before) return untreated('')
  const first = apply(specs.f1, values, specs.f1_para)
  const afterFirst = first && passes(first.values, specs.f_pass_para)
  if (!first || afterFirst === null) return untreated('untreatable')
  if (afterFirst || specs.f2 === null) return first
  const second = apply(specs.f2, isCombined ? first.values : values, specs.f2_para)
  if (!second || passes(second.values, specs.f_pass_para) === null) return untreated('untreatable')
  return isCombined ? { ...second, treatment: `${first.treatment} + ${second.treatment}` } : second
}

function passes(values: readonly number[], settings: TreatmentRule['f_pass_para']): boolean | null {
  if (!settings['na.rm'] && values.some(Number.isNaN)) return null
  return isWithinThresholds(values, thresholdsOf(settings))
}

/** Null where the treatment cannot be carried out. */
function apply(name: TreatmentName, values: readonly number[], settings: TreatmentSettings) {
  const isBlocked = !settings['na.rm'] && values.some(Number.isNaN)
  if (name === 'winsorise') {
    const most = settings.winmax === undefined ? 5 : settings.winmax
    const result = isBlocked ? null : winsorise(values, thresholdsOf(settings), most, settings.force_win)
    return result && { values: result.values, treatment: `winsorise ${result.count}` }
  }
  if (isBlocked && name !== 'log_CT_plus') return null
  if (name === 'boxcox')
    return {
      values: boxCox(values, settings.lambda ?? Number.NaN, settings.makepos ?? true),
      treatment: name,
    }
  return { values: logarithm(values, name), treatment: name }
}

function thresholdsOf({ skew_thresh, kurt_thresh }: TreatmentRule['f_pass_para']) {
  return { skewness: skew_thresh ?? 2, kurtosis: kurt_thresh ?? 3.5 }
}
