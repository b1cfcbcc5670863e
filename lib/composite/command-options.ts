// The options of `npm run index -- build`: short flags for what is often changed, a recipe file for everything else.
// Flags are laid over the recipe.
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { type BuildOptions, buildOptions } from '#lib/composite/build-options'
import type { BuildFault } from '#lib/composite/structure'

const text = { type: 'string' } as const

const flags = {
  data: text,
  meta: text,
  out: text,
  config: text,
  help: { type: 'boolean', short: 'h' },
  time: text,
  steps: text,
  exclude: text,
  impute: text,
  group: text,
  screen: text,
  'screen-threshold': text,
  treat: text,
  winmax: text,
  skew: text,
  kurt: text,
  normalise: text,
  range: text,
  aggregate: text,
  weights: text,
  'data-threshold': text,
} as const

export type CommandLine = {
  isHelp: boolean
  data: string
  meta: string
  out: string
  config: string | undefined
  flags: Record<string, string>
}

/** The command line apart, or what is wrong with it. */
export function readCommandLine(argv: string[]): { line: CommandLine | null; faults: BuildFault[] } {
  let parsed: ReturnType<typeof parseArgs<{ args: string[]; options: typeof flags; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: argv, options: flags, allowPositionals: true })
  } catch (error) {
    const reason = (error as Error).message
    return { line: null, faults: [{ where: 'npm run index', vi: reason, en: reason }] }
  }
  const { values, positionals } = parsed
  const { data = '', meta = '', out = '', config, help = false, ...rest } = values
  const faults: BuildFault[] = []
  if (!help && (positionals[0] !== 'build' || positionals.length !== 1))
    faults.push({
      where: 'npm run index',
      vi: 'hãy viết: npm run index -- build --data D.csv --meta M.csv --out THƯMỤC',
      en: 'write: npm run index -- build --data D.csv --meta M.csv --out FOLDER',
    })
  for (const [name, value] of Object.entries({ data, meta, out }))
    if (!help && value === '')
      faults.push({ where: `--${name}`, vi: `thiếu --${name}.`, en: `--${name} is missing.` })
  if (faults.length > 0) return { line: null, faults }
  return { line: { isHelp: help, data, meta, out, config, flags: rest as Record<string, string> }, faults }
}

/** The recipe of a config file with the flags laid over it, or what is wrong with either. */
export function readOptions(
  recipe: unknown,
  given: Record<string, string>,
): { options: BuildOptions | null; faults: BuildFault[] } {
  const parsed = buildOptions.safeParse(layOver(recipe as Recipe, given))
  if (parsed.success) return { options: parsed.data, faults: [] }
  return { options: null, faults: parsed.error.issues.map(faultOf) }
}

type Recipe = Partial<Record<string, unknown>>

function layOver(recipe: Recipe, flags: Record<string, string>): Recipe {
  const { time, steps, exclude, impute, group, screen, treat, normalise, range, aggregate, weights } = flags
  const result: Recipe = { ...recipe }
  const set = (step: string, settings: Record<string, unknown>) => {
    result[step] = { ...(result[step] as object | undefined), ...settings }
  }
  if (time !== undefined) result.time = time
  if (steps !== undefined) result.steps = list(steps)
  if (exclude !== undefined) result.exclude = list(exclude)
  if (impute !== undefined) set('Impute', { f_i: impute })
  if (group !== undefined)
    set('Impute', { ...(impute === undefined && { f_i: 'i_mean_grp' }), use_group: group })
  if (screen === 'none') result.steps = without(result.steps, 'Screen')
  else if (screen !== undefined) set('Screen', { unit_screen: screen })
  if (flags['screen-threshold'] !== undefined)
    set('Screen', { unit_screen: screen ?? 'byNA', dat_thresh: Number(flags['screen-threshold']) })
  if (treat === 'none') set('Treat', { global_specs: 'none' })
  else if (treat !== undefined || flags.winmax || flags.skew || flags.kurt) set('Treat', treatSettings(flags))
  if (normalise !== undefined || range !== undefined) {
    const to = range === undefined ? {} : { f_n_para: { l_u: list(range).map(Number) } }
    set('Normalise', { global_specs: { f_n: normalise ?? 'n_minmax', ...to } })
  }
  if (aggregate !== undefined) set('Aggregate', { f_ag: one(list(aggregate)) })
  if (weights !== undefined) set('Aggregate', { w: one(list(weights)) })
  if (flags['data-threshold'] !== undefined)
    set('Aggregate', { dat_thresh: one(list(flags['data-threshold']).map(Number)) })
  return result
}

function treatSettings({ treat, winmax, skew, kurt }: Record<string, string>) {
  const thresholds = {
    ...(skew !== undefined && { skew_thresh: Number(skew) }),
    ...(kurt !== undefined && { kurt_thresh: Number(kurt) }),
  }
  const most = winmax === undefined ? {} : { winmax: winmax === 'none' ? null : Number(winmax) }
  return {
    global_specs: {
      f1_para: { ...thresholds, ...most },
      f_pass_para: thresholds,
      ...(treat !== undefined && { f2: treat === 'winsorise' ? null : treat }),
    },
  }
}

function list(value: string): string[] {
  return value.split(',').map((part) => part.trim())
}

/** A list of one is that one: it then holds for all levels. */
function one<Item>(items: Item[]): Item | Item[] {
  return items.length === 1 ? items[0]! : items
}

function without(steps: unknown, step: string): string[] {
  const all = (steps as string[] | undefined) ?? [
    'Denominate',
    'Impute',
    'Screen',
    'Treat',
    'Normalise',
    'Aggregate',
  ]
  return all.filter((name) => name !== step)
}

function faultOf(issue: z.core.$ZodIssue): BuildFault {
  return {
    where: issue.path.join('.') || 'config',
    vi: `tham số sai: ${issue.message}`,
    en: `wrong setting: ${issue.message}`,
  }
}
