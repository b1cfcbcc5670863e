// What the log keeps of an error: which kind it is and where it was thrown, never its words. Databases and parsers repeat in
// theirs what they were given: a row of answers, an address, a half-typed password. Whoever needs our own words reads them in
// the line of the source that the first place names.

export type LoggedError = {
  kind: string
  /** Codes and names of the database: SQLSTATE, table, constraint. */
  facts: Record<string, string>
  /** Function, file and line, the innermost first. */
  places: string[]
  cause?: LoggedError
  /** Of an AggregateError. */
  errors?: LoggedError[]
}

const factNames = ['code', 'errno', 'syscall', 'table', 'column', 'constraint', 'routine', 'responseCode']
const mostPlaces = 12
const mostDeep = 4

/** The parts of an error that cannot hold what somebody has typed. */
export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (typeof error !== 'object' || error === null) return { kind: typeof error, facts: {}, places: [] }
  const { name, message, stack, cause, errors } = error as Partial<AggregateError>
  const inner = depth < mostDeep ? depth + 1 : null
  return {
    kind: word(error.constructor?.name) ?? word(name) ?? 'object',
    facts: factsOf(error),
    places: placesOf(String(stack ?? ''), String(message ?? '')),
    ...(cause !== undefined && inner ? { cause: errorForLog(cause, inner) } : {}),
    ...(Array.isArray(errors) && inner
      ? { errors: errors.slice(0, 5).map((one) => errorForLog(one, inner)) }
      : {}),
  }
}

/** Identifiers only: a value that is none could be anything. */
const word = (value: unknown): string | null =>
  (typeof value === 'string' || typeof value === 'number') && /^-?\w{1,63}$/.test(String(value))
    ? String(value)
    : null

function factsOf(error: object): Record<string, string> {
  const facts = factNames.map((name) => [name, word((error as Record<string, unknown>)[name])])
  return Object.fromEntries(facts.filter(([, value]) => value !== null))
}

/** The lines of a stack after the message, which may have many lines, too, and look like places. */
function placesOf(stack: string, message: string): string[] {
  const end = stack.indexOf(message)
  const lines = stack.slice(end < 0 ? 0 : end + message.length).split('\n')
  const places = lines.map((line) => /^\s+at (.*)$/.exec(line)?.[1])
  return places.filter((place) => place !== undefined).slice(0, mostPlaces)
}
