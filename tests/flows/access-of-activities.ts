// Who may do what with activities: the lines of access-table.ts about them.
import { randomUUID } from 'node:crypto'
import type { MaybeActor } from '#lib/access'
import { attachActivityFile } from '#lib/flows/attach-activity-file'
import { correctActivity } from '#lib/flows/correct-activity'
import { exportActivities } from '#lib/flows/export-activities'
import { exportActivityTotals } from '#lib/flows/export-activity-totals'
import { importActivities } from '#lib/flows/import-activities'
import { loadActivities } from '#lib/flows/load-activities'
import { loadActivity } from '#lib/flows/load-activity'
import { loadActivityForm } from '#lib/flows/load-activity-form'
import { loadActivityTiles } from '#lib/flows/load-activity-tiles'
import { recordActivity } from '#lib/flows/record-activity'
import { removeActivityFile } from '#lib/flows/remove-activity-file'
import { summariseActivities } from '#lib/flows/summarise-activities'
import { withdrawActivity } from '#lib/flows/withdraw-activity'
import { ownUnit } from '../support/access-scene'
import { makeActor } from '../support/make'
import { elsewhere, type Line, readers, scorers, signedIn } from './access-line'

const district = makeActor({ role: 'district' })
const facts = {
  unit: ownUnit,
  channel: 'leaflet',
  areas: ['digital'],
  startsOn: '2024-05-06',
  amounts: { copies: '500' },
  cost: '900.000',
}
const recorded = () => recordActivity(district, { ...facts, id: randomUUID() })
const pdf = { name: 'báo cáo.pdf', bytes: new TextEncoder().encode('%PDF-1.7 thử') }
const table = new TextEncoder().encode(
  `Đơn vị,Hình thức,Nội dung,Ngày,Số lượng\n${ownUnit},Tờ rơi,3,01/03/2024,7`,
)

const seen = (run: (actor: MaybeActor) => Promise<unknown>) => async (actor: MaybeActor) => {
  await recorded()
  return run(actor)
}
const rowsOf = async (made: ReturnType<typeof exportActivities>) => {
  const { batches } = await made
  return [...(batches as Iterable<readonly unknown[]>)].flat()
}

export const accessOfActivities: Record<string, Line> = {
  'load-activities': {
    may: signedIn,
    blind: elsewhere,
    run: seen(async (actor) => (await loadActivities(actor, { year: 2024 })).activities),
  },
  'load-activity': {
    may: readers,
    run: async (actor) => loadActivity(actor, await recorded()),
  },
  'load-activity-form': {
    may: scorers,
    run: (actor) => loadActivityForm(actor, { unit: ownUnit }),
  },
  'load-activity-tiles': {
    may: signedIn,
    blind: elsewhere,
    run: seen(async (actor) => {
      const { tiles } = await loadActivityTiles(actor, { year: 2024 })
      return tiles.filter(({ id }) => id === ownUnit)
    }),
  },
  'summarise-activities': {
    may: signedIn,
    blind: elsewhere,
    run: seen(async (actor) => (await summariseActivities(actor, { year: 2024, by: ['unit'] })).rows),
  },
  'export-activities': {
    may: signedIn,
    blind: elsewhere,
    run: seen((actor) => rowsOf(exportActivities(actor, { year: 2024 }))),
  },
  'export-activity-totals': {
    may: signedIn,
    blind: elsewhere,
    run: seen((actor) => rowsOf(exportActivityTotals(actor, { year: 2024, by: ['unit'] }))),
  },
  'record-activity': {
    may: scorers,
    run: (actor) => recordActivity(actor, { ...facts, id: randomUUID() }),
  },
  'correct-activity': {
    may: scorers,
    run: async (actor) => {
      const { id } = await recorded()
      return correctActivity(actor, { ...facts, id, seen: 1, reason: 'Đếm lại' })
    },
  },
  'withdraw-activity': {
    may: scorers,
    run: async (actor) => {
      const place = await recorded()
      return withdrawActivity(actor, { ...place, seen: 1, reason: 'Ghi nhầm', isWithdrawn: true })
    },
  },
  'attach-activity-file': {
    may: scorers,
    run: async (actor) => attachActivityFile(actor, await recorded(), pdf),
  },
  'remove-activity-file': {
    may: scorers,
    run: async (actor) => {
      const place = await recorded()
      const { id: fileId } = await attachActivityFile(district, place, pdf)
      return removeActivityFile(actor, { ...place, fileId, reason: 'Tệp nhầm' })
    },
  },
  'import-activities': {
    // whoever may write somewhere may try; rows of other units are refused one by one
    may: [...scorers, 'commune elsewhere'],
    blind: elsewhere,
    run: async (actor) => {
      const { rows } = await importActivities(actor, { bytes: table, isTrial: true })
      return rows.filter(({ unitId }) => unitId === ownUnit)
    },
  },
}
