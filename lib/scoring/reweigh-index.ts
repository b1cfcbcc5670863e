// An index with other weights among siblings, for analysts who ask what would come out. The surprise: weights need not add
// up. They are shares of what the family gives together, so that nobody has to mend nine numbers after changing one.
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { Sentence } from '#lib/problem'
import type { LocalText } from '#lib/surveys/variable'

/** A criterion whose children can be weighed against each other. */
export type Family = {
  /** Of the parent; the slug of the index for its top criteria. */
  code: string
  name: LocalText
  level: number
  /** `weight`: percent of the family; `points`. */
  kind: 'weight' | 'points'
  siblings: { code: string; name: LocalText; official: number }[]
}

export type WeightFault = Sentence & { code: string }

/** Largest number that may stand for a weight. */
const most = 1000

type Parent = Pick<Criterion, 'code' | 'name'> & { children?: Criterion[] }

/** Every family of two or more, top first. Bonus and minus points have no weight. */
export function listFamilies({ slug, title, criteria }: IndexFile): Family[] {
  const walk = ({ code, name, children = [] }: Parent, level: number): Family[] => {
    const siblings = children
      .filter(({ counts }) => counts === undefined)
      .map((one) => ({ code: one.code, name: one.name, official: officialWeight(one) }))
    const own: Family[] =
      siblings.length > 1
        ? [
            {
              code,
              name,
              level,
              kind: children.some(({ max }) => max !== undefined) ? 'points' : 'weight',
              siblings,
            },
          ]
        : []
    return [...own, ...children.flatMap((child) => walk(child, level + 1))]
  }
  return walk({ code: slug, name: title, children: criteria }, 0)
}

function officialWeight({ weight, max }: Criterion): number {
  return weight === undefined ? max! : Number((weight * 100).toFixed(6))
}

/** What is wrong with the weights; empty when the index can be reweighed. */
export function weightFaults(index: IndexFile, weights: ReadonlyMap<string, number>): WeightFault[] {
  const families = listFamilies(index)
  const known = new Map(
    families.flatMap(({ siblings }) => siblings.map((one) => [one.code, one.name] as const)),
  )
  const faults = [...weights].flatMap(([code, weight]): WeightFault[] => {
    const name = known.get(code)
    if (!name)
      return [
        {
          code,
          vi: `“${code}” không có trọng số để đổi.`,
          en: `“${code}” has no weight that could be changed.`,
        },
      ]
    if (weight >= 0 && weight <= most) return []
    return [
      {
        code,
        vi: `${name.vi}: hãy nhập một số từ 0 đến ${most}.`,
        en: `${name.en ?? name.vi}: enter a number from 0 to ${most}.`,
      },
    ]
  })
  if (faults.length > 0) return faults
  return families
    .filter(({ siblings }) => siblings.every((one) => (weights.get(one.code) ?? one.official) === 0))
    .map(({ code, name }) => ({
      code,
      vi: `${name.vi}: ít nhất một trọng số phải lớn hơn 0.`,
      en: `${name.en ?? name.vi}: at least one weight must be above 0.`,
    }))
}

/**
 * The index with these weights (percent or points as `listFamilies` gives them); whoever is not named keeps the official
 * one. Each family gives what it gave before, divided anew. Throws RangeError for weights that have faults.
 */
export function reweighIndex(index: IndexFile, weights: ReadonlyMap<string, number>): IndexFile {
  if (weightFaults(index, weights).length > 0) throw new RangeError('these weights have faults')
  return { ...index, criteria: reweighChildren(index.criteria, weights, 1) }
}

/** `grown`: how many times the points of the parent have become. */
function reweighChildren(
  children: readonly Criterion[],
  weights: ReadonlyMap<string, number>,
  grown: number,
): Criterion[] {
  const siblings = children.filter(({ counts }) => counts === undefined)
  const wanted = (one: Criterion) => weights.get(one.code) ?? officialWeight(one)
  const sum = (of: (one: Criterion) => number) => siblings.reduce((total, one) => total + of(one), 0)
  const [whole, official] = [sum(wanted), sum(officialWeight)]
  const isTouched = siblings.some(({ code }) => weights.has(code))
  return children.map((one) => {
    const factor =
      isTouched && !one.counts ? (wanted(one) * official) / (whole * (officialWeight(one) || 1)) : 1
    const own = grown * factor
    const below = one.children && { children: reweighChildren(one.children, weights, own) }
    if (one.max !== undefined) return { ...one, ...below, max: one.max * own }
    const weight = isTouched ? wanted(one) / whole : one.weight
    return { ...one, ...below, weight }
  })
}
