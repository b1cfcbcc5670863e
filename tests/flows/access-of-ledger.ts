// Who may use the flows of the public log: everybody, except for the file with the answers.
import { randomUUID } from 'node:crypto'
import type { MaybeActor } from '#lib/access'
import { exportLedger } from '#lib/flows/export-ledger'
import { exportOpenedLedger } from '#lib/flows/export-opened-ledger'
import { findReceipt } from '#lib/flows/find-receipt'
import { listLedgers } from '#lib/flows/list-ledgers'
import { loadLedger } from '#lib/flows/load-ledger'
import { logAnswers } from '#lib/flows/log-answers'
import { makeReceipt } from '#lib/flows/make-receipt'
import { proveConsistency } from '#lib/flows/prove-consistency'
import { proveLeaf } from '#lib/flows/prove-leaf'
import { forgetWave } from '#lib/flows/recall-wave'
import { submitAnswers } from '#lib/flows/submit-answers'
import { ownUnit } from '../support/access-scene'
import { everybody, type Line } from './access-line'

const wave = 'later'
const begun = () => logAnswers(null, { wave, isAtOnce: true })

async function read(flow: typeof exportLedger, actor: MaybeActor) {
  await begun()
  const { texts } = await flow(actor, { wave })
  const lines: string[] = []
  for await (const text of texts) lines.push(text)
  return lines
}

export const accessOfLedger: Record<string, Line> = {
  'log-answers': { may: everybody, run: (actor) => logAnswers(actor, { wave }) },
  'list-ledgers': { may: everybody, run: (actor) => listLedgers(actor) },
  'load-ledger': {
    may: everybody,
    run: async (actor) => {
      await begun()
      return loadLedger(actor, { wave })
    },
  },
  'prove-leaf': {
    may: everybody,
    run: async (actor) => {
      await begun()
      const { firstLeaf } = await loadLedger(actor, { wave })
      return proveLeaf(actor, { wave, leaf: firstLeaf })
    },
  },
  'prove-consistency': {
    may: everybody,
    run: async (actor) => {
      await begun()
      return proveConsistency(actor, { wave, from: 1, to: 1 })
    },
  },
  'find-receipt': { may: everybody, run: (actor) => findReceipt(actor, { wave, receipt: randomUUID() }) },
  'make-receipt': {
    may: everybody,
    run: async (actor) => {
      forgetWave(wave) // of the scene before
      const place = { wave, unit: ownUnit, cluster: 'v0' }
      const sent = { ...place, receipt: randomUUID(), answers: {} }
      await submitAnswers(actor, sent)
      return makeReceipt(actor, sent)
    },
  },
  'export-ledger': { may: everybody, run: (actor) => read(exportLedger, actor) },
  'export-opened-ledger': {
    may: ['admin', 'analyst'],
    sensitiveRead: ['admin', 'analyst'],
    run: (actor) => read(exportOpenedLedger, actor),
  },
}
