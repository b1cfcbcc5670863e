// Who may take in paper: the lines of access-table.ts about stacks and their sheets.
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { closePaperBatch } from '#lib/flows/close-paper-batch'
import { listPaperBatches } from '#lib/flows/list-paper-batches'
import { loadPaperBatch } from '#lib/flows/load-paper-batch'
import { loadPaperDifferences } from '#lib/flows/load-paper-differences'
import { loadPaperEntry } from '#lib/flows/load-paper-entry'
import { loadPaperForm } from '#lib/flows/load-paper-form'
import { reconcilePaperSheet } from '#lib/flows/reconcile-paper-sheet'
import { registerPaperBatch } from '#lib/flows/register-paper-batch'
import { removePaperSheet } from '#lib/flows/remove-paper-sheet'
import { savePaperSheet } from '#lib/flows/save-paper-sheet'
import { type AccessScene, ownUnit, signedIn as signIntoScene } from '../support/access-scene'
import { makeWave } from '../support/make'
import { elsewhere, type Line, readers, signedIn } from './access-line'

const keyers = ['admin', 'district', 'commune'] as const

/** A wave that takes paper and lets units key it in. */
async function paperWave(): Promise<{ wave: string; unit: string; number: string }> {
  const wave = await makeWave({ units: [ownUnit], modes: ['paper'], isPaperKeyedByUnits: true })
  return { wave: wave.id, unit: ownUnit, number: '1' }
}

/** A stack with one sheet that two people read differently. */
async function paperBatch({ admin, users }: AccessScene) {
  const place = await paperWave()
  const day = dayInVietNam()
  await registerPaperBatch(admin, { ...place, sheets: 1, collectedOn: day, dueOn: day, isDouble: true })
  const sheet = (age: string) => ({ ...place, sheet: 1, keyed: { age_band: age } })
  await savePaperSheet(admin, sheet('2'))
  await savePaperSheet(await signIntoScene(users.district), sheet('3'))
  return place
}

export const accessOfPaper: Record<string, Line> = {
  'list-paper-batches': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor, scene) => {
      await paperBatch(scene)
      return listPaperBatches(actor)
    },
  },
  'load-paper-batch': {
    may: readers,
    run: async (actor, scene) => loadPaperBatch(actor, await paperBatch(scene)),
  },
  'register-paper-batch': {
    may: keyers,
    run: async (actor) => {
      const day = dayInVietNam()
      return registerPaperBatch(actor, { ...(await paperWave()), sheets: 1, collectedOn: day, dueOn: day })
    },
  },
  'load-paper-entry': {
    may: keyers,
    run: async (actor, scene) => loadPaperEntry(actor, await paperBatch(scene)),
  },
  'save-paper-sheet': {
    may: keyers,
    run: async (actor, scene) =>
      savePaperSheet(actor, { ...(await paperBatch(scene)), sheet: 2, keyed: { age_band: '2' } }),
  },
  'remove-paper-sheet': {
    may: keyers,
    run: async (actor, scene) => removePaperSheet(actor, { ...(await paperBatch(scene)), sheet: 1 }),
  },
  'load-paper-differences': {
    may: keyers,
    sensitiveRead: keyers,
    run: async (actor, scene) => loadPaperDifferences(actor, await paperBatch(scene)),
  },
  'reconcile-paper-sheet': {
    may: keyers,
    run: async (actor, scene) =>
      reconcilePaperSheet(actor, { ...(await paperBatch(scene)), sheet: 1, whole: 'first' }),
  },
  'close-paper-batch': {
    may: keyers,
    run: async (actor, scene) => {
      const place = await paperBatch(scene)
      await reconcilePaperSheet(scene.admin, { ...place, sheet: 1, whole: 'first' })
      return closePaperBatch(actor, place)
    },
  },
  'load-paper-form': {
    may: readers,
    run: async (actor) =>
      loadPaperForm(actor, { wave: (await makeWave({ units: [ownUnit] })).id, unit: ownUnit }),
  },
}
