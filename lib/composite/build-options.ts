// How a research index is built: which steps, in which order, with which functions. Names and defaults are those of COINr
// (bluefoxr.github.io/COINr), so that a recipe written for one runs in the other and the numbers can be compared.
// A step left out of the file runs as in COINr's own example; a step named without settings takes that function's defaults.
import { z } from 'zod'
import { logarithms } from '#lib/stats/outliers'
import { tieRules } from '#lib/stats/rank-values'

export const stepNames = ['Denominate', 'Impute', 'Screen', 'Treat', 'Normalise', 'Aggregate'] as const
export type StepName = (typeof stepNames)[number]

const denominate = z.strictObject({
  denomby: z
    .array(z.strictObject({ iCode: z.string(), Denominator: z.string(), ScaleFactor: z.number().optional() }))
    .optional(),
  f_denom: z.enum(['/', '*', '+', '-']).default('/'),
})

const impute = z.strictObject({
  f_i: z.enum(['none', 'i_mean', 'i_median', 'i_mean_grp', 'i_median_grp']).default('i_mean'),
  use_group: z.string().optional(),
  impute_by: z.enum(['column', 'row']).default('column'),
  group_level: z.number().int().min(2).optional(),
  normalise_first: z.boolean().optional(),
  disable: z.boolean().default(false),
})

const screen = z.strictObject({
  unit_screen: z.enum(['byNA', 'byzeros', 'byNAandzeros']),
  dat_thresh: z
    .number()
    .min(0)
    .max(1)
    .default(2 / 3),
  nonzero_thresh: z.number().min(0).max(1).default(0.05),
  Force: z.record(z.string(), z.boolean()).default({}),
})

const thresholds = {
  'na.rm': z.boolean().optional(),
  skew_thresh: z.number().optional(),
  kurt_thresh: z.number().optional(),
}
const treatment = z.enum(['winsorise', 'boxcox', ...logarithms])
const treatmentSettings = z.strictObject({
  ...thresholds,
  winmax: z.number().int().min(0).nullable().optional(),
  force_win: z.boolean().optional(),
  lambda: z.number().optional(),
  makepos: z.boolean().optional(),
})

const treatSpecs = z.strictObject({
  f1: treatment.optional(),
  f1_para: treatmentSettings.optional(),
  f2: treatment.nullable().optional(),
  f2_para: treatmentSettings.optional(),
  f_pass: z.literal('check_SkewKurt').optional(),
  f_pass_para: z.strictObject(thresholds).optional(),
})

const treat = z.strictObject({
  global_specs: z.union([z.literal('none'), treatSpecs]).default({}),
  indiv_specs: z.record(z.string(), z.union([z.literal('none'), treatSpecs])).default({}),
  combine_treat: z.boolean().default(false),
  disable: z.boolean().default(false),
})

const pair = z.tuple([z.number(), z.number()])
const normaliseSettings = z.strictObject({
  l_u: pair.optional(),
  npara: pair.optional(),
  scale_factor: z.number().optional(),
  m_sd: pair.optional(),
  iref: z.union([z.number().int().min(1), z.string()]).optional(),
  targ: z.number().optional(),
  direction: z.union([z.literal(1), z.literal(-1)]).optional(),
  cap_max: z.boolean().optional(),
  'ties.method': z.enum(tieRules).optional(),
  gposts: z.tuple([z.number(), z.number(), z.number()]).optional(),
  trunc2posts: z.boolean().optional(),
})
export const scaleNames = [
  'none',
  'n_minmax',
  'n_scaled',
  'n_zscore',
  'n_dist2max',
  'n_dist2ref',
  'n_dist2targ',
  'n_fracmax',
  'n_prank',
  'n_rank',
  'n_borda',
  'n_goalposts',
] as const
const normaliseSpecs = z.strictObject({
  f_n: z.enum(scaleNames).default('n_minmax'),
  f_n_para: z.union([z.literal('use_iMeta'), normaliseSettings]).default({}),
})

const normalise = z.strictObject({
  global_specs: normaliseSpecs.default({ f_n: 'n_minmax', f_n_para: {} }),
  indiv_specs: z.record(z.string(), normaliseSpecs).default({}),
})

export const meanNames = [
  'a_amean',
  'a_gmean',
  'a_hmean',
  'a_genmean',
  'a_copeland',
  'mean',
  'median',
  'min',
  'max',
  'sum',
  'prod',
] as const
const weightSet = z.union([z.enum(['none', 'Original']), z.record(z.string(), z.number().min(0))])
const meanSettings = z.strictObject({ p: z.number().optional(), 'na.rm': z.boolean().optional() })
const share = z.number().min(0).max(1)

/** One setting for all levels, or one for each step up. */
const byLevel = <Setting extends z.ZodType>(setting: Setting) =>
  z.union([setting, z.array(setting.nullable()).min(1)]).optional()

const aggregate = z.strictObject({
  f_ag: z.union([z.enum(meanNames), z.array(z.enum(meanNames)).min(1)]).default('a_amean'),
  w: byLevel(weightSet),
  f_ag_para: byLevel(meanSettings),
  dat_thresh: byLevel(share),
})

export const buildOptions = z.strictObject({
  time: z.string().optional(),
  exclude: z.array(z.string()).default([]),
  steps: z.array(z.enum(stepNames)).default([...stepNames]),
  Denominate: denominate.optional(),
  Impute: impute.optional(),
  Screen: screen.optional(),
  Treat: treat.optional(),
  Normalise: normalise.optional(),
  Aggregate: aggregate.optional(),
})

export type BuildOptions = z.output<typeof buildOptions>
export type DenominateOptions = z.output<typeof denominate>
export type ImputeOptions = z.output<typeof impute>
export type ScreenOptions = z.output<typeof screen>
export type TreatOptions = z.output<typeof treat>
export type TreatSpecs = z.output<typeof treatSpecs>
export type TreatmentName = z.output<typeof treatment>
export type TreatmentSettings = z.output<typeof treatmentSettings>
export type NormaliseOptions = z.output<typeof normalise>
export type NormaliseSpecs = z.output<typeof normaliseSpecs>
export type AggregateOptions = z.output<typeof aggregate>
export type MeanName = (typeof meanNames)[number]
export type MeanSettings = z.output<typeof meanSettings>
