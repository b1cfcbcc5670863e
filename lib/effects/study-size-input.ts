// The settings of the planner as people type them: percent and points instead of shares, "12.000.000" as well as 12000000.
// Each number that is missing or out of range gets its sentence, and the others stay.
import type { StudySizePlan } from '#lib/effects/study-size'

export type SizeField = keyof StudySizePlan
type Range = { start: string; least: number; most: number; isWhole?: true; scale?: number; isOptional?: true }

/** Starting value, limits as typed, and by how much a typed number is divided. */
export const sizeFields: Record<SizeField, Range> = {
  communes: { start: '9', least: 4, most: 200, isWhole: true },
  exposed: { start: '4', least: 2, most: 198, isWhole: true },
  answers: { start: '120', least: 20, most: 100_000, isWhole: true },
  waves: { start: '2', least: 2, most: 10, isWhole: true },
  proportion: { start: '40', least: 5, most: 95, scale: 100 },
  lift: { start: '10', least: 1, most: 60, scale: 100 },
  communeCorrelation: { start: '0,01', least: 0, most: 0.3 },
  communeAutocorrelation: { start: '0,6', least: 0, most: 0.99 },
  designEffect: { start: '1,5', least: 1, most: 10 },
  responseRate: { start: '80', least: 5, most: 100, scale: 100 },
  adults: { start: '', least: 50, most: 10_000_000, isWhole: true, isOptional: true },
  costPerInterview: { start: '50000', least: 0, most: 10_000_000, isWhole: true },
  campaignCost: { start: '0', least: 0, most: 1e12, isWhole: true },
}

export type SizeFault = { field: SizeField; least: number; most: number; isWhole: boolean }
export type ReadSize = { typed: Record<SizeField, string>; faults: SizeFault[]; plan: StudySizePlan | null }

/** Fields that are not given take `start`, or the starting value of the table. */
export function readStudySize(
  given: Record<string, string | undefined>,
  start: Partial<Record<SizeField, string>> = {},
): ReadSize {
  const names = Object.keys(sizeFields) as SizeField[]
  const typed = Object.fromEntries(
    names.map((name) => [name, given[name] ?? start[name] ?? sizeFields[name].start]),
  ) as Record<SizeField, string>
  const read = new Map(names.map((name) => [name, readNumber(typed[name], sizeFields[name])]))
  const faults = names
    .filter((name) => read.get(name) === undefined)
    .map((field) => faultOf(field, sizeFields[field].most))
  const communes = read.get('communes')
  const exposed = read.get('exposed')
  // two communes must be left to compare with
  if (communes != null && exposed != null && exposed > communes - 2)
    faults.push(faultOf('exposed', communes - 2))
  const plan = faults.length > 0 ? null : (Object.fromEntries(read) as StudySizePlan)
  return { typed, faults, plan }
}

const faultOf = (field: SizeField, most: number): SizeFault => ({
  field,
  least: sizeFields[field].least,
  most,
  isWhole: sizeFields[field].isWhole ?? false,
})

/** undefined for what is no number in the range; null for an optional one left empty. */
function readNumber(text: string, range: Range): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return range.isOptional ? null : undefined
  const plain = range.isWhole ? trimmed.replace(/[\s.,]/g, '') : trimmed.replace(',', '.')
  if (!(range.isWhole ? /^\d{1,15}$/ : /^\d{1,4}(\.\d{1,6})?$/).test(plain)) return undefined
  const number = Number(plain)
  return number < range.least || number > range.most ? undefined : number / (range.scale ?? 1)
}
