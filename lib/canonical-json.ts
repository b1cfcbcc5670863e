// One text for one value: JSON in the form of RFC 8785, so that a leaf can be recomputed in any language from the answers
// alone. Members are sorted as text even where they look like numbers ("10" before "9"), which JavaScript would not do.

/** RFC 8785. Members whose value is undefined are left out, as in JSON. Throws RangeError for what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') return `{${members(value).join(',')}}`
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('canonical JSON has finite numbers only')
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
    throw new RangeError('canonical JSON has no half of a surrogate pair')
  const text = typeof value === 'bigint' ? undefined : (JSON.stringify(value) as string | undefined)
  if (text === undefined) throw new RangeError(`canonical JSON has no ${typeof value}`)
  return text
}

function members(object: object): string[] {
  return Object.entries(object)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`)
}
