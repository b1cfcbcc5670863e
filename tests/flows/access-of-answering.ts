// Who may answer, and what must work before anybody is signed in: lines of access-table.ts, open to everybody but for files of
// answers that an officer hands in.
import { randomUUID } from 'node:crypto'
import { settle } from '#lib/env'
import { checkHealth } from '#lib/flows/check-health'
import { importAnswers } from '#lib/flows/import-answers'
import { loadMedia } from '#lib/flows/load-media'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { openForm } from '#lib/flows/open-form'
import { forgetWave } from '#lib/flows/recall-wave'
import { refreshTallies } from '#lib/flows/refresh-tallies'
import { submitAnswers } from '#lib/flows/submit-answers'
import { takeFormStep } from '#lib/flows/take-form-step'
import { makeOfficerKey, officerPublicKey } from '#lib/officer-key'
import { sealAnswerFile } from '#lib/surveys/answer-file'
import { ownUnit } from '../support/access-scene'
import { everybody, type Line } from './access-line'

export const accessOfAnswering: Record<string, Line> = {
  'check-health': { may: everybody, run: (actor) => checkHealth(actor) },
  'load-site-status': { may: everybody, run: (actor) => loadSiteStatus(actor) },
  'open-form': {
    may: everybody,
    run: (actor) => openForm(actor, { wave: 'later', unit: ownUnit, cluster: 'v0' }),
  },
  'submit-answers': {
    may: everybody,
    run: (actor) => {
      forgetWave('later') // of the scene before
      return submitAnswers(actor, {
        wave: 'later',
        unit: ownUnit,
        cluster: 'v0',
        receipt: randomUUID(),
        answers: {},
      })
    },
  },
  'take-form-step': {
    may: everybody,
    run: (actor) =>
      takeFormStep(
        actor,
        { wave: 'later', unit: ownUnit, cluster: 'v0', language: 'vi' },
        new URLSearchParams(),
      ),
  },
  'load-media': {
    may: everybody,
    run: (actor) =>
      loadMedia(actor, { hash: '0'.repeat(64) }).catch((problem) => {
        if (problem.code !== 'not_found') throw problem
      }),
  },
  'refresh-tallies': {
    may: everybody,
    run: (actor) => refreshTallies(actor, { wave: 'later' }),
    isInner: true,
  },
  'import-answers': {
    may: ['admin', 'district', 'commune', 'commune elsewhere'],
    run: async (actor) => {
      settle({ OFFLINE_KEY: makeOfficerKey() })
      const file = await sealAnswerFile([], officerPublicKey() ?? '')
      return importAnswers(actor, { wave: 'later', file: JSON.stringify(file) })
    },
  },
}
