// Studies of campaigns, newest first; everybody on the staff knows what is being studied.
import { allow, type MaybeActor } from '#lib/access'
import { listStudyRows, type StudyRow } from '#lib/db/effect-studies'

export type StudyLine = Pick<
  StudyRow,
  'id' | 'unitId' | 'title' | 'titleEn' | 'plan' | 'declaredAt' | 'declaredByName' | 'isSample' | 'waveIds'
> & { rolloutId: string | null }

export async function listStudies(actor: MaybeActor): Promise<StudyLine[]> {
  allow(actor, 'effects.read', actor?.unitId)
  const rows = await listStudyRows()
  return rows.map(({ index: _index, createdAt: _createdAt, rollout, ...line }) => ({
    ...line,
    rolloutId: rollout?.id ?? null,
  }))
}
