// Before single answers leave the house as a file: could someone who knows a neighbour's sex, age and job find the row?
// The surprise: a large class protects nobody when all its members gave the same answer, hence l-diversity.

type Key = string | number | boolean | null

export interface AnonymityReport {
  /** records */
  n: number
  /** distinct combinations of the quasi-identifiers; missing is a value of its own */
  classes: number
  /** records in the smallest class, 0 without records */
  smallestClass: number
  /** records that are alone in their class */
  uniques: number
  /** classes with fewer than k records, and the records in them */
  classesBelow: number
  recordsBelow: number
  /** smallest number of different sensitive values in a class */
  distinctDiversity: number
  /** smallest exp(entropy) of the sensitive values in a class: 1 when all are equal */
  entropyDiversity: number
  /** 1 for a record in a class with fewer than k records, else 0 */
  isBelow: Uint8Array
}

/**
 * k-anonymity and l-diversity of a file.
 *
 * Formula: records that agree in all quasi-identifiers form a class; k is the smallest class; distinct l the smallest
 * number of different sensitive values in a class; entropy l the smallest exp(-sum of share * log share).
 * Source: Sweeney (2002) Int. J. Uncertainty 10; Machanavajjhala et al. (2007) ACM TKDD 1, definitions 3.1 and 4.1.
 * @param quasiIdentifiers what others may know about a person: one column each, one value per record
 * @param sensitive the answer to protect, one per record
 * @param k records wanted in every class
 * @throws RangeError when columns differ in length or k is not at least 1
 * @example
 * anonymity([['F', 'F', 'M'], [30, 30, 41]], [5, 4, 4], 2).uniques // => 1
 */
export function anonymity(
  quasiIdentifiers: ArrayLike<Key>[],
  sensitive: ArrayLike<Key>,
  k: number,
): AnonymityReport {
  if (!(k >= 1)) throw new RangeError(`k must be at least 1, got ${k}`)
  if (quasiIdentifiers.some((column) => column.length !== sensitive.length)) {
    throw new RangeError('every column must have one value per record')
  }
  const classes = new Map<string, number[]>()
  for (let record = 0; record < sensitive.length; record++) {
    const key = JSON.stringify(quasiIdentifiers.map((column) => column[record] ?? null))
    const members = classes.get(key)
    if (members) members.push(record)
    else classes.set(key, [record])
  }
  const groups = [...classes.values()]
  const below = groups.filter((members) => members.length < k)
  const isBelow = new Uint8Array(sensitive.length)
  for (const record of below.flat()) isBelow[record] = 1
  const answers = groups.map((members) => countValues(members.map((record) => sensitive[record] ?? null)))
  return {
    n: sensitive.length,
    classes: groups.length,
    smallestClass: smallest(groups.map((members) => members.length)),
    uniques: groups.filter((members) => members.length === 1).length,
    classesBelow: below.length,
    recordsBelow: below.flat().length,
    distinctDiversity: smallest(answers.map((counts) => counts.length)),
    entropyDiversity: smallest(answers.map(effectiveValues)),
    isBelow,
  }
}

function countValues(values: Key[]): number[] {
  const counts = new Map<Key, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()]
}

/** exp(entropy): the number of equally frequent values that would be as varied. */
function effectiveValues(counts: number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return Math.exp(-counts.reduce((sum, count) => sum + (count / total) * Math.log(count / total), 0))
}

function smallest(values: number[]): number {
  return values.reduce((least, value) => Math.min(least, value), values.length > 0 ? Infinity : 0)
}
