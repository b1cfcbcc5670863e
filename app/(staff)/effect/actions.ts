'use server'
// What officers do about the effect of campaigns: draw roll-outs, write studies down and declare them.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { addStudyWave } from '#lib/flows/add-study-wave'
import { declareStudy } from '#lib/flows/declare-study'
import { drawRollout } from '#lib/flows/draw-rollout'
import { saveStudy } from '#lib/flows/save-study'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export const drawRolloutAction = action<undefined>(async (actor, form) => {
  const names = ['unit', 'title', 'first', 'steps', 'monthsBetween', 'match', 'seed'] as const
  const units = form.getAll('units').filter((unit) => typeof unit === 'string')
  const hasComparison = form.get('hasComparison') !== null
  const { id } = await drawRollout(actor, { ...textFields(form, names), units, hasComparison })
  redirect(`/effect/rollouts/${id}`)
})

export const saveStudyAction = action<undefined>(async (actor, form) => {
  const { rollout, primary, minimum, multiplicity, ...facts } = textFields(form, [
    'title',
    'titleEn',
    'unit',
    'rollout',
    'primary',
    'minimum',
    'multiplicity',
  ])
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const channels = all('channels')
  const id = await saveStudy(actor, {
    ...facts,
    rollout: rollout || null,
    waves: all('waves'),
    plan: {
      primary: readOutcome(primary),
      secondary: all('secondary')
        .filter((key) => key !== primary)
        .map(readOutcome),
      channels,
      comparison: rollout
        ? { by: 'rollout' }
        : { by: 'activities', channels, areas: [], minimum: Number(minimum) || 1 },
      multiplicity: multiplicity === 'bh' ? 'bh' : 'holm',
      adults: readAdults(form),
    },
  })
  redirect(`/effect/${id}`)
})

export const declareStudyAction = action<undefined>(async (actor, form) => {
  const { study } = textFields(form, ['study'])
  await declareStudy(actor, { id: study, isConfirmed: (form.get('isConfirmed') !== null) as true })
  redirect(`/effect/${study}`)
})

export const addStudyWaveAction = action<undefined>(async (actor, form) => {
  const { study, wave } = textFields(form, ['study', 'wave'])
  await addStudyWave(actor, { id: study, wave })
  revalidatePath(`/effect/${study}`)
  return undefined
})

/** "awareness.v1/knowledge" as index and criterion. */
function readOutcome(key: string) {
  const [index = '', criterion = null] = key.split('/')
  return { index, criterion }
}

/** Numbers of adults as typed, "12.400" too; fields left empty are not known. */
function readAdults(form: FormData): Record<string, number> {
  return Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => {
      const count = typeof value === 'string' ? Number(value.replace(/[\s.,]/g, '')) : 0
      return name.startsWith('adults.') && count > 0 ? [[name.slice('adults.'.length), count]] : []
    }),
  )
}
