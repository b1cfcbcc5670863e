// Every indicator on one scale, first turned round where less is better. Settings come from the recipe or, with
// "use_iMeta", from further columns of the structure file.
import type { NormaliseOptions, NormaliseSpecs } from '#lib/composite/build-options'
import { type BuildFault, columnOf, type Member, type Stage, type Structure } from '#lib/composite/structure'
import { type ColumnScale, normaliseColumn } from '#lib/stats/normalise-column'

type Settings = Exclude<NormaliseSpecs['f_n_para'], 'use_iMeta'>

/** Settings that a function needs and does not get. */
export function normaliseFaults(
  structure: Structure,
  units: string[],
  options: NormaliseOptions,
): BuildFault[] {
  return structure.indicators.flatMap((member): BuildFault[] => {
    const scale = scaleOf(member, units, options)
    if (typeof scale !== 'string') return []
    return [
      {
        where: `Normalise ${member.code}`,
        vi: `thiếu hoặc sai tham số “${scale}”.`,
        en: `the setting “${scale}” is missing or wrong.`,
      },
    ]
  })
}

export function normalise(stage: Stage, structure: Structure, options: NormaliseOptions): Stage {
  const columns = structure.indicators.map((member): [string, number[]] => {
    const scale = scaleOf(member, stage.units, options)
    if (typeof scale === 'string') throw new RangeError(`${member.code}: ${scale}`)
    const turned = columnOf(stage, member.code).map((value) => value * member.direction)
    return [member.code, normaliseColumn(turned, scale)]
  })
  return { units: stage.units, columns: new Map(columns) }
}

/** The scale of an indicator, or the name of the setting that is missing. */
function scaleOf(member: Member, units: string[], options: NormaliseOptions): ColumnScale | string {
  const specs = options.indiv_specs[member.code] ?? options.global_specs
  const settings = specs.f_n_para === 'use_iMeta' ? settingsOf(member, specs.f_n) : specs.f_n_para
  if (typeof settings === 'string') return settings
  const ties = settings['ties.method'] ?? 'min'
  switch (specs.f_n) {
    case 'none':
      return { method: 'none' }
    case 'n_minmax':
      return { method: 'min-max', to: settings.l_u ?? [0, 100] }
    case 'n_scaled':
      return { method: 'scaled', from: settings.npara ?? [0, 100], factor: settings.scale_factor ?? 100 }
    case 'n_zscore': {
      const [mean, deviation] = settings.m_sd ?? [0, 1]
      return deviation > 0 ? { method: 'z-score', mean, deviation } : 'm_sd'
    }
    case 'n_dist2max':
      return { method: 'distance-to-best' }
    case 'n_dist2ref':
      return referenceScale(units, settings)
    case 'n_dist2targ': {
      const { targ, direction = 1, cap_max = false } = settings
      return targ === undefined
        ? 'targ'
        : { method: 'distance-to-target', target: targ, direction, isCapped: cap_max }
    }
    case 'n_fracmax':
      return { method: 'fraction-of-best' }
    case 'n_prank':
      return { method: 'percentile-rank', ties }
    case 'n_rank':
      return { method: 'rank', ties }
    case 'n_borda':
      return { method: 'borda', ties }
    case 'n_goalposts': {
      if (!settings.gposts) return 'gposts'
      const [low, high, factor] = settings.gposts
      const { direction = 1, trunc2posts = true } = settings
      return { method: 'goalposts', low, high, factor, direction, isCut: trunc2posts }
    }
  }
}

function referenceScale(units: string[], { iref, cap_max = false }: Settings): ColumnScale | string {
  const place = typeof iref === 'string' ? units.indexOf(iref) : (iref ?? 0) - 1
  if (place < 0 || place >= units.length) return 'iref'
  return { method: 'distance-to-reference', place, isCapped: cap_max }
}

/** Settings written in the structure file, turned round with the indicator; or the name of the missing column. */
function settingsOf({ settings, direction }: Member, name: NormaliseSpecs['f_n']): Settings | string {
  const wanted = columnsByScale[name]
  if (!wanted) return 'use_iMeta'
  const values = wanted.map((column) => Number(settings[column] || Number.NaN))
  const missing = values.findIndex(Number.isNaN)
  if (missing >= 0) return wanted[missing]!
  const [first, second, third] = values as [number, number, number]
  const turned: [number, number] = direction === -1 ? [-second, -first] : [first, second]
  switch (name) {
    case 'n_minmax':
      return { l_u: [first, second] }
    case 'n_zscore':
      return { m_sd: [first, second] }
    case 'n_scaled':
      return { npara: turned, scale_factor: third }
    case 'n_dist2targ':
      return { targ: first * direction, cap_max: isYes(settings.dist2targ_cap_max) }
    default:
      return { gposts: [...turned, third], trunc2posts: isYes(settings.goalpost_trunc2posts) }
  }
}

const columnsByScale: Partial<Record<NormaliseSpecs['f_n'], string[]>> = {
  n_minmax: ['minmax_lower', 'minmax_upper'],
  n_scaled: ['scaled_lower', 'scaled_upper', 'scale_factor'],
  n_zscore: ['zscore_mean', 'zscore_sd'],
  n_dist2targ: ['Target'],
  n_goalposts: ['goalpost_lower', 'goalpost_upper', 'goalpost_scale'],
}

function isYes(cell: string | undefined): boolean {
  return ['TRUE', 'true', 'T', '1'].includes(cell ?? '')
}
