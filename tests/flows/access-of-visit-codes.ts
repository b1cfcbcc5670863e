// Who may hand out visit codes and use them, and who holds off floods of answers: lines of access-table.ts.
import { database } from '#lib/db/client'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { findVisitPlace } from '#lib/flows/find-visit-place'
import { listVisitBatches } from '#lib/flows/list-visit-batches'
import { loadProtection } from '#lib/flows/load-protection'
import { needsProof } from '#lib/flows/needs-proof'
import { revokeVisitBatch } from '#lib/flows/revoke-visit-batch'
import { saveVisitFigures } from '#lib/flows/save-visit-figures'
import { setProtection } from '#lib/flows/set-protection'
import { ownUnit } from '../support/access-scene'
import { makeActor, makeWave } from '../support/make'
import { elsewhere, everybody, type Line, signedIn } from './access-line'

const slips = { unit: ownUnit, count: 20, validFrom: '2020-01-01', validTo: '2099-01-01' }
const makeCodeWave = () => makeWave({ units: [ownUnit], entries: ['visit-code'] })

/** A batch of codes, and the id of the batch. */
async function makeVisitCodes(wave: string): Promise<{ codes: string[]; batch: string }> {
  const { codes } = await createVisitCodes(makeActor({ role: 'admin' }), { ...slips, wave })
  const { id } = await database().prisma.visitBatch.findFirstOrThrow({ where: { waveId: wave } })
  return { codes, batch: id }
}

export const accessOfVisitCodes: Record<string, Line> = {
  'create-visit-codes': {
    may: ['admin', 'district', 'commune'],
    run: async (actor) => createVisitCodes(actor, { ...slips, wave: (await makeCodeWave()).id }),
  },
  'list-visit-batches': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => {
      const { id } = await makeCodeWave()
      await makeVisitCodes(id)
      return listVisitBatches(actor, { wave: id })
    },
  },
  'save-visit-figures': {
    may: ['admin', 'district', 'commune'],
    run: async (actor) => {
      const { batch } = await makeVisitCodes((await makeCodeWave()).id)
      return saveVisitFigures(actor, { batch, handedOut: '1', visits: '' })
    },
  },
  'revoke-visit-batch': {
    may: ['admin', 'district', 'commune'],
    run: async (actor) => revokeVisitBatch(actor, await makeVisitCodes((await makeCodeWave()).id)),
  },
  'find-visit-place': {
    may: everybody,
    run: async (actor) => {
      const { codes } = await makeVisitCodes((await makeCodeWave()).id)
      return findVisitPlace(actor, { code: codes[0]! })
    },
  },

  'needs-proof': {
    may: everybody,
    run: async (actor) => needsProof(actor, { wave: (await makeCodeWave()).id }),
  },
  'load-protection': { may: ['admin'], run: (actor) => loadProtection(actor) },
  'set-protection': { may: ['admin'], run: (actor) => setProtection(actor, { isOn: false }) },
}
