// Indicators to aggregates, level by level, each level with its own mean, weights and least share of known parts. Parts
// that are not known leave the mean; their weight goes to the others.
import type { AggregateOptions, MeanName, MeanSettings } from '#lib/composite/build-options'
import { groupBy } from '#lib/composite/group-by'
import { compareCodes } from '#lib/composite/read-structure'
import { type BuildFault, columnOf, type Member, type Stage, type Structure } from '#lib/composite/structure'
import { copelandScores } from '#lib/stats/copeland-scores'
import { weightedAggregate } from '#lib/stats/weighted-aggregate'

type Step = {
  mean: MeanName
  /** Null: the mean takes no weights. */
  weightOf: ((member: Member) => number) | null
  settings: MeanSettings
  /** Least share of known parts. */
  least: number
}

/** A stage with all aggregates, or the faults that make it impossible (no logarithm of zero, no weight). */
export function aggregate(
  stage: Stage,
  structure: Structure,
  options: AggregateOptions,
): { stage: Stage; faults: BuildFault[] } {
  const columns = new Map(stage.columns)
  const faults: BuildFault[] = lengthFaults(structure.levels, options)
  const members = [...structure.indicators, ...structure.aggregates]
  for (let level = 2; level <= structure.levels && faults.length === 0; level++) {
    const step = stepOf(options, level - 2)
    const parts = members.filter((member) => member.level === level - 1)
    const families = groupBy(parts, ({ parent }) => parent ?? '')
    for (const parent of [...families.keys()].sort(compareCodes)) {
      const family = families.get(parent)!
      const scores = family.map(({ code }) => columnOf({ units: stage.units, columns }, code))
      const fault = familyFault(parent, family, scores, step)
      if (fault) faults.push(fault)
      else columns.set(parent, aggregateFamily(stage.units, family, scores, step))
    }
  }
  return { stage: { units: stage.units, columns }, faults }
}

function stepOf({ f_ag, w, f_ag_para, dat_thresh }: AggregateOptions, at: number): Step {
  const weights = pick(w, at) ?? 'Original'
  const weightOf = (member: Member) =>
    weights === 'Original' ? member.weight : ((weights as Record<string, number>)[member.code] ?? Number.NaN)
  return {
    mean: Array.isArray(f_ag) ? f_ag[at]! : f_ag,
    weightOf: weights === 'none' ? null : weightOf,
    settings: pick(f_ag_para, at) ?? {},
    least: pick(dat_thresh, at) ?? -1,
  }
}

function pick<Setting>(
  setting: Setting | (Setting | null)[] | undefined,
  at: number,
): Setting | null | undefined {
  return Array.isArray(setting) ? setting[at] : setting
}

function lengthFaults(levels: number, options: AggregateOptions): BuildFault[] {
  return (['f_ag', 'w', 'f_ag_para', 'dat_thresh'] as const).flatMap((name): BuildFault[] => {
    const setting = options[name]
    if (!Array.isArray(setting) || setting.length === levels - 1) return []
    return [
      {
        where: `Aggregate ${name}`,
        vi: `có ${setting.length} giá trị, phải có ${levels - 1} (mỗi lần lên một mức).`,
        en: `${setting.length} values, there must be ${levels - 1} (one for each step up).`,
      },
    ]
  })
}

function aggregateFamily(units: string[], family: Member[], scores: number[][], step: Step): number[] {
  const weights = family.map(step.weightOf ?? (() => 1))
  const rows = units.map((_, row) => scores.map((column) => column[row]!))
  if (step.mean === 'a_copeland') return copelandScores(rows, weights)
  return rows.map((row) => {
    const known = row.filter((value) => !Number.isNaN(value)).length
    return known / row.length < step.least ? Number.NaN : meanOf(row, weights, step)
  })
}

const weightedMeans = { a_amean: 'arithmetic', a_gmean: 'geometric', a_hmean: 'harmonic' } as const

function meanOf(row: number[], weights: number[], { mean, settings }: Step): number {
  if (mean === 'a_amean' || mean === 'a_gmean' || mean === 'a_hmean') {
    const places = [...row.keys()].filter((at) => !Number.isNaN(row[at]))
    const own = places.map((at) => weights[at]!)
    // No weight at all on what is known: there is no mean to take.
    if (!own.some((weight) => weight > 0)) return Number.NaN
    const scores = places.map((at) => row[at]!)
    return weightedAggregate(scores, own, weightedMeans[mean]).value
  }
  if (mean === 'a_genmean') {
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    const power = settings.p!
    return (row.reduce((sum, value, at) => sum + weights[at]! * value ** power, 0) / whole) ** (1 / power)
  }
  const known = settings['na.rm'] ? row.filter((value) => !Number.isNaN(value)) : row
  return known.some(Number.isNaN) || known.length === 0 ? Number.NaN : plainMean(known, mean)
}

function plainMean(values: number[], mean: MeanName): number {
  const sum = values.reduce((total, value) => total + value, 0)
  switch (mean) {
    case 'mean':
      return sum / values.length
    case 'sum':
      return sum
    case 'prod':
      return values.reduce((product, value) => product * value, 1)
    case 'min':
      return Math.min(...values)
    case 'max':
      return Math.max(...values)
    default: {
      const sorted = [...values].sort((a, b) => a - b)
      const middle = (sorted.length - 1) / 2
      return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
    }
  }
}

/** Why a family has no such mean, or undefined. */
function familyFault(
  parent: string,
  family: Member[],
  scores: number[][],
  { mean, weightOf, settings }: Step,
): BuildFault | undefined {
  const where = `Aggregate ${parent}`
  const lost = weightOf && family.find((member) => Number.isNaN(weightOf(member)))
  if (lost)
    return { where, vi: `bộ trọng số thiếu “${lost.code}”.`, en: `the weight set lacks “${lost.code}”.` }
  if (weightOf === null && mean === 'a_amean')
    return {
      where,
      vi: 'a_amean cần trọng số; hãy dùng mean hoặc bỏ w = none.',
      en: 'a_amean needs weights; use mean, or leave out w = none.',
    }
  if (mean === 'a_genmean' && !settings.p)
    return { where, vi: 'a_genmean cần tham số p khác 0.', en: 'a_genmean needs a setting p other than 0.' }
  const values = scores.flat()
  const isBarred =
    (mean === 'a_gmean' && values.some((value) => value <= 0)) ||
    (mean === 'a_hmean' && values.some((value) => value === 0)) ||
    (mean === 'a_genmean' && settings.p! < 0 && values.some((value) => value <= 0))
  if (!isBarred) return undefined
  return {
    where,
    vi: `${mean} không tính được với giá trị 0 hoặc âm; hãy chuẩn hóa về khoảng dương, ví dụ --range 1,100.`,
    en: `${mean} cannot be taken of zero or negative scores; normalise to a range above zero, e.g. --range 1,100.`,
  }
}
