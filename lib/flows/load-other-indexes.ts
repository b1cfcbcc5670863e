// The indexes that an index reads, and those that they read in turn, each with the figures entered for a year.
import { allow, type MaybeActor } from '#lib/access'
import { findDefinition } from '#lib/db/definitions'
import { listRoundsOfYear } from '#lib/db/rounds'
import type { IndexFile } from '#lib/definitions/index-file'
import { otherIndexes } from '#lib/definitions/sources-of'
import { findSmallestGroup } from '#lib/flows/find-smallest-group'
import { openRound, readSheets } from '#lib/flows/open-round-sheet'
import { problems } from '#lib/problem'
import { enteredFigures } from '#lib/rounds/entered-figures'
import { raiseMinimum } from '#lib/scoring/raise-minimum'
import type { EnteredFigure } from '#lib/scoring/score-input'
import type { UnitsInput } from '#lib/scoring/score-units'

export type OtherIndexes = NonNullable<UnitsInput['others']>
export type Entered = Map<string, Map<string, EnteredFigure>>

/** By "slug.vN". Throws notFound for one that was never published. */
export async function loadOtherIndexes(
  actor: MaybeActor,
  { index, year }: { index: IndexFile; year: number },
): Promise<OtherIndexes> {
  allow(actor, 'results.read', actor?.unitId)
  const others = new Map<string, { index: IndexFile; entered: Entered }>()
  const least = await findSmallestGroup()
  const waiting = otherIndexes(index.criteria)
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (others.has(name)) continue
    const definition = await findIndex(name)
    const body = raiseMinimum(definition.body as IndexFile, least)
    others.set(name, { index: body, entered: await loadEntered(definition.id, year) })
    waiting.push(...otherIndexes(body.criteria))
  }
  return others
}

/** The published definition "sipas.v1". Throws notFound. */
export async function findIndex(name: string) {
  const [, slug, version] = /^([a-z][a-z0-9-]*)\.v(\d{1,4})$/.exec(name) ?? []
  const definition = slug ? await findDefinition('index', slug, Number(version)) : null
  if (!definition) throw problems.notFound({ what: 'chỉ số', id: name })
  return definition
}

/** Unit -> criterion -> figure, as appraised in the scoring rounds of the year. What nobody has appraised is not there. */
export async function loadEntered(indexId: number, year: number): Promise<Entered> {
  const entered: Entered = new Map()
  const rounds = new Set((await listRoundsOfYear(indexId, year)).map(({ roundId }) => roundId))
  for (const id of rounds)
    for (const { unitId, sheet } of await readSheets(await openRound(id)))
      entered.set(unitId, enteredFigures(sheet.lines.values()))
  return entered
}
