// A declared study on the three awareness waves: the communes that had loudspeakers, leaflets and meetings between them against
// those that had them later. What is built into the answers (awareness.ts): about ten points more right answers.
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { insertStudy, setDeclared } from '#lib/db/effect-studies'
import type { StudyPlan } from '#lib/effects/study-plan'
import { communes } from './communes'

const channels = ['loudspeaker', 'leaflet', 'poster', 'meeting', 'social']

/** Adults of a made-up commune: the same for the whole of the sample. */
const adults = Object.fromEntries(communes.map(({ unitId }, at) => [unitId, 5200 + 640 * ((at * 4) % 9)]))

const plan: StudyPlan = {
  primary: { index: 'awareness.v1', criterion: 'knowledge' },
  secondary: [
    { index: 'awareness.v1', criterion: 'self_rating' },
    { index: 'awareness.v1', criterion: 'use' },
    { index: 'sipas.v2', criterion: null },
  ],
  areas: [],
  channels,
  comparison: { by: 'activities', channels: ['loudspeaker', 'leaflet'], areas: [], minimum: 2 },
  multiplicity: 'holm',
  reach: {
    unprompted: 'heard',
    prompted: 'exposure',
    falseRecall: 'false_recall',
    codeFrame: 'heard-where.v1',
  },
  adults,
}

/** Declared in March 2024, before the campaign; waves of knowledge and of satisfaction. */
export async function storeSampleStudies(officer: Actor): Promise<void> {
  const index = await database().prisma.definition.findFirstOrThrow({
    where: { kind: 'index', slug: 'awareness', version: 1 },
  })
  const commune = await database().prisma.unit.findUniqueOrThrow({ where: { id: communes[0]!.unitId } })
  const id = 'tuyen-truyen-2024'
  const entry = { action: 'save-study', subject: id }
  await insertStudy(
    officer,
    {
      id,
      unitId: commune.parentId!,
      title: 'Tuyên truyền năm 2024 có làm người dân hiểu biết hơn không?',
      titleEn: 'Did the campaign of 2024 teach people more?',
      plan,
      waveIds: [
        'nhan-biet-2023',
        'nhan-biet-2024-1',
        'nhan-biet-2024-2',
        'hai-long-2024-1',
        'hai-long-2024-2',
      ],
      indexId: index.id,
      rolloutId: null,
      isSample: true,
    },
    entry,
  )
  await setDeclared(officer, id, new Date('2024-03-25T02:00:00Z'), { action: 'declare-study', subject: id })
}
