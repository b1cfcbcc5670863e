// A study of a made-up campaign in the database: the made-up survey before and after, some communes treated in between.
import { database } from '#lib/db/client'
import { insertStudy } from '#lib/db/effect-studies'
import type { StudyPlan } from '#lib/effects/study-plan'
import { makeActor } from './make'

/** "access" of the made-up index decides; treated since the first activity. */
export const studyPlanOf = (given: Partial<StudyPlan> = {}): StudyPlan => ({
  primary: { index: 'made-up.v1', criterion: 'access' },
  secondary: [],
  areas: [],
  channels: [],
  comparison: { by: 'activities', channels: [], areas: [], minimum: 1 },
  multiplicity: 'holm',
  reach: { unprompted: null, prompted: null, falseRecall: null, codeFrame: null },
  adults: {},
  ...given,
})

let counter = 0

/** A draft; returns its id. */
export async function makeStudy(given: {
  unitId: string
  waves?: string[]
  plan?: Partial<StudyPlan>
}): Promise<string> {
  const id = `study-${++counter}`
  const { id: indexId } = await database().prisma.definition.findUniqueOrThrow({
    where: { kind_slug_version: { kind: 'index', slug: 'made-up', version: 1 } },
  })
  const draft = {
    id,
    unitId: given.unitId,
    title: 'Loa xã có tác dụng không?',
    titleEn: 'Do loudspeakers work?',
    plan: studyPlanOf(given.plan),
    waveIds: given.waves ?? [],
    indexId,
    rolloutId: null,
  }
  await insertStudy(makeActor({ role: 'district' }), draft, { action: 'save-study', subject: id })
  return id
}
