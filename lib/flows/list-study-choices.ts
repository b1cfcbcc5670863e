// What a new study can be about: outcomes that people answer, roll-outs, waves, channels, and the units whose campaign it is.
import { allow, type MaybeActor } from '#lib/access'
import type { Vocabulary } from '#lib/campaigns/vocabulary'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import { listMeasuredWaves, type WaveLine } from '#lib/db/measured-waves'
import { listRolloutRows } from '#lib/db/rollouts'
import { listUnits, type UnitLine } from '#lib/db/units'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import { outcomeDefinition } from '#lib/effects/outcome-definition'
import { outcomeKey } from '#lib/effects/study-plan'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import type { LocalText } from '#lib/surveys/variable'

export type StudyChoices = {
  owners: UnitLine[]
  communes: UnitLine[]
  rollouts: { id: string; unitId: string; title: string }[]
  outcomes: { key: string; name: LocalText; index: LocalText }[]
  channels: Vocabulary['channels']
  /** Latest first. */
  waves: WaveLine[]
  /** Knowledge decides unless somebody chooses otherwise; satisfaction stands beside it. */
  suggestedPrimary: string
  suggestedSecondary: string[]
}

export async function listStudyChoices(actor: MaybeActor): Promise<StudyChoices> {
  allow(actor, 'effects.write')
  const [definitions, measured, rollouts, units, { channels }] = await Promise.all([
    listDefinitionsOfKind('index'),
    listMeasuredWaves(),
    listRolloutRows(),
    listUnits(),
    readVocabulary(),
  ])
  const waves = measured.filter(({ audience }) => audience === 'citizens')
  const asked = new Set(waves.map(({ form }) => form))
  const indexes = newestOfEach(definitions).map(({ body }) => body as IndexFile)
  const outcomes = indexes.flatMap((index) => outcomesOf(index, asked))
  const measuredUnits = new Set(waves.flatMap(({ unitIds }) => unitIds))
  const communes = units.filter(({ id }) => measuredUnits.has(id))
  const owners = new Set([
    ...communes.map(({ parentId }) => parentId),
    ...rollouts.map(({ unitId }) => unitId),
  ])
  const has = (wanted: RegExp) => outcomes.find(({ key }) => wanted.test(key))?.key
  return {
    owners: units.filter(({ id }) => owners.has(id)),
    communes,
    rollouts: rollouts.map(({ id, unitId, title }) => ({ id, unitId, title })),
    outcomes,
    channels,
    waves,
    suggestedPrimary: has(/^awareness\.v\d+\/knowledge$/) ?? outcomes[0]?.key ?? '',
    suggestedSecondary: [has(/^awareness\.v\d+\/self_rating$/), has(/^sipas\.v\d+$/)].flatMap(
      (key) => key ?? [],
    ),
  }
}

/** The index itself and its criteria of the first level, where they are answered by people in one form that some wave asks. */
function outcomesOf(index: IndexFile, asked: ReadonlySet<string>) {
  const name = `${index.slug}.v${index.version}`
  const codes: (string | null)[] = [null, ...index.criteria.map(({ code }: Criterion) => code)]
  return codes.flatMap((criterion) => {
    const outcome = outcomeDefinition(index, criterion)
    if (!outcome || !asked.has(outcome.form)) return []
    return [{ key: outcomeKey({ index: name, criterion }), name: outcome.name, index: index.title }]
  })
}

const newestOfEach = <One extends { slug: string }>(newestFirst: readonly One[]): One[] => [
  ...new Map([...newestFirst].reverse().map((one) => [one.slug, one])).values(),
]
