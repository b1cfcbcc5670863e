// Who may plan a study and draw a roll-out: lines of access-table.ts. Everybody on the staff reads every draw: that nobody
// drew until it pleased is the point of it.
import { insertRollout } from '#lib/db/rollouts'
import { drawRollout } from '#lib/flows/draw-rollout'
import { exportRollout } from '#lib/flows/export-rollout'
import { listRollouts } from '#lib/flows/list-rollouts'
import { listStudyChoices } from '#lib/flows/list-study-choices'
import { loadRollout } from '#lib/flows/load-rollout'
import { planStudy } from '#lib/flows/plan-study'
import { ownUnit } from '../support/access-scene'
import { makeActor, makeUnit } from '../support/make'
import { everybody, type Line, officers } from './access-line'

const staff = everybody.filter((who) => who !== 'nobody' && who !== 'delegate')

async function makeRollout(): Promise<string> {
  const id = crypto.randomUUID()
  const units = ['a', 'b', 'c', 'd'].map((unitId) => ({ unitId, value: null }))
  const steps = [
    { startsOn: '2027-01-01', units: ['a', 'b'] },
    { startsOn: null, units: ['c', 'd'] },
  ]
  await insertRollout(
    makeActor({ role: 'admin' }),
    {
      id,
      unitId: ownUnit,
      title: 'Lịch',
      method: 'simple',
      seed: 's',
      frame: { matchedOn: null, units },
      steps,
    },
    { action: 'draw-rollout' },
  )
  return id
}

export const accessOfRollouts: Record<string, Line> = {
  'draw-rollout': {
    may: officers,
    run: async (actor) => {
      const parent = await makeUnit({ level: 'district' })
      const units = await Promise.all(Array.from({ length: 4 }, () => makeUnit({ parentId: parent.id })))
      const [unit, ids] = [parent.id, units.map(({ id }) => id)]
      const plan = { first: '2027-01-01', steps: '2', monthsBetween: '3', hasComparison: true, match: '' }
      return drawRollout(actor, { unit, units: ids, title: 'Lịch rút thăm', ...plan })
    },
  },
  'list-rollouts': { may: staff, run: listRollouts },
  'list-study-choices': { may: officers, run: listStudyChoices },
  'load-rollout': { may: staff, run: async (actor) => loadRollout(actor, { id: await makeRollout() }) },
  'export-rollout': {
    may: staff,
    run: async (actor) => exportRollout(actor, { rollout: await makeRollout() }),
  },
  'plan-study': { may: staff, run: (actor) => planStudy(actor, {}) },
}
