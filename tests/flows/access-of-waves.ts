// Who may plan waves and end them: lines of access-table.ts.
import { randomUUID } from 'node:crypto'
import { createWave } from '#lib/flows/create-wave'
import { endWave } from '#lib/flows/end-wave'
import { listFormsToPlan } from '#lib/flows/list-forms-to-plan'
import { listWaves } from '#lib/flows/list-waves'
import { loadCollecting } from '#lib/flows/load-collecting'
import { loadWave } from '#lib/flows/load-wave'
import { setGraceDays } from '#lib/flows/set-grace-days'
import { setWaveLanguages } from '#lib/flows/set-wave-languages'
import { ownUnit } from '../support/access-scene'
import { makeWave } from '../support/make'
import { elsewhere, type Line, officers, signedIn } from './access-line'

const plan = {
  title: 'Đợt mới',
  form: 'citizen-satisfaction.v1',
  design: 'none' as const,
  modes: ['self' as const],
  entries: ['open' as const],
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  opensAt: '2026-01-01T07:00',
  closesAt: '2099-01-01T07:00',
  units: [{ id: ownUnit, target: 10 }],
}

export const accessOfWaves: Record<string, Line> = {
  'list-waves': { may: signedIn, run: (actor) => listWaves(actor) },
  'load-wave': { may: signedIn, blind: elsewhere, run: (actor) => loadWave(actor, { id: 'later' }) },
  'load-collecting': {
    may: ['admin', 'district', 'commune', 'commune elsewhere'],
    blind: elsewhere,
    run: (actor) => loadCollecting(actor, { id: 'later' }),
  },
  'list-forms-to-plan': { may: officers, run: listFormsToPlan },
  'create-wave': {
    may: officers,
    run: (actor) => createWave(actor, { ...plan, id: `w-${randomUUID().slice(0, 8)}` }),
  },
  'end-wave': {
    may: officers,
    run: async (actor) => endWave(actor, { id: (await makeWave({ units: [ownUnit] })).id, how: 'cancel' }),
  },
  'set-grace-days': {
    may: officers,
    run: async (actor) =>
      setGraceDays(actor, { id: (await makeWave({ units: [ownUnit] })).id, graceDays: '3' }),
  },
  'set-wave-languages': {
    may: officers,
    run: async (actor) =>
      setWaveLanguages(actor, { id: (await makeWave({ units: [ownUnit] })).id, languages: ['en'] }),
  },
}
