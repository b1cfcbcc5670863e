// One line per flow: who may, and a minimal valid request about the unit "own-unit". access.test.ts runs every line as
// everybody and fails for a flow without a line. A new flow gets its line here.
import { randomUUID } from 'node:crypto'
import { database } from '#lib/db/client'
import { env, settle } from '#lib/env'
import { attachMedia } from '#lib/flows/attach-media'
import { changeOwnPassword } from '#lib/flows/change-own-password'
import { changeUser } from '#lib/flows/change-user'
import { checkAnswerPatterns } from '#lib/flows/check-answer-patterns'
import { checkHealth } from '#lib/flows/check-health'
import { createFirstAdmin } from '#lib/flows/create-first-admin'
import { createUser } from '#lib/flows/create-user'
import { createWave } from '#lib/flows/create-wave'
import { endWave } from '#lib/flows/end-wave'
import { explainResult } from '#lib/flows/explain-result'
import { exportAuditLog } from '#lib/flows/export-audit-log'
import { exportCells } from '#lib/flows/export-cells'
import { exportChange } from '#lib/flows/export-change'
import { exportCodebook } from '#lib/flows/export-codebook'
import { exportCounts } from '#lib/flows/export-counts'
import { exportDistributions } from '#lib/flows/export-distributions'
import { exportIndexTable } from '#lib/flows/export-index-table'
import { exportQuality } from '#lib/flows/export-quality'
import { exportRelease } from '#lib/flows/export-release'
import { exportResponses } from '#lib/flows/export-responses'
import { exportStages } from '#lib/flows/export-stages'
import { exportTranslation } from '#lib/flows/export-translation'
import { exportTriedWeights } from '#lib/flows/export-tried-weights'
import { exportWorkbook } from '#lib/flows/export-workbook'
import { findRelease } from '#lib/flows/find-release'
import { importAnswers } from '#lib/flows/import-answers'
import { importIndex } from '#lib/flows/import-index'
import { importTranslation } from '#lib/flows/import-translation'
import { listDefinitions } from '#lib/flows/list-definitions'
import { listFormsToPlan } from '#lib/flows/list-forms-to-plan'
import { listOwnSessions } from '#lib/flows/list-own-sessions'
import { listReleases } from '#lib/flows/list-releases'
import { listResultChoices } from '#lib/flows/list-result-choices'
import { listUsers } from '#lib/flows/list-users'
import { listWaves } from '#lib/flows/list-waves'
import { loadAuditLog } from '#lib/flows/load-audit-log'
import { loadChange } from '#lib/flows/load-change'
import { loadCollecting } from '#lib/flows/load-collecting'
import { loadCounts } from '#lib/flows/load-counts'
import { loadDefinition } from '#lib/flows/load-definition'
import { loadDistributions } from '#lib/flows/load-distributions'
import { loadIndexData } from '#lib/flows/load-index-data'
import { loadMedia } from '#lib/flows/load-media'
import { loadOtherIndexes } from '#lib/flows/load-other-indexes'
import { loadOwnUnit } from '#lib/flows/load-own-unit'
import { loadPublishedScores } from '#lib/flows/load-published-scores'
import { loadQuality } from '#lib/flows/load-quality'
import { loadResults } from '#lib/flows/load-results'
import { loadSample } from '#lib/flows/load-sample'
import { loadSampleLogins } from '#lib/flows/load-sample-logins'
import { loadSeries } from '#lib/flows/load-series'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { loadTranslation } from '#lib/flows/load-translation'
import { loadUnits } from '#lib/flows/load-units'
import { loadWave } from '#lib/flows/load-wave'
import { openForm } from '#lib/flows/open-form'
import { previewForm } from '#lib/flows/preview-form'
import { forgetWave } from '#lib/flows/recall-wave'
import { refreshTallies } from '#lib/flows/refresh-tallies'
import { releaseResults } from '#lib/flows/release-results'
import { removeSampleData } from '#lib/flows/remove-sample-data'
import { reportResults } from '#lib/flows/report-results'
import { resetPassword } from '#lib/flows/reset-password'
import { revokeOwnSessions } from '#lib/flows/revoke-own-sessions'
import { savePublishedFigures } from '#lib/flows/save-published-figures'
import { setGraceDays } from '#lib/flows/set-grace-days'
import { setWaveLanguages } from '#lib/flows/set-wave-languages'
import { signIn } from '#lib/flows/sign-in'
import { signOut } from '#lib/flows/sign-out'
import { submitAnswers } from '#lib/flows/submit-answers'
import { takeFormStep } from '#lib/flows/take-form-step'
import { tryForm } from '#lib/flows/try-form'
import { tryWeights } from '#lib/flows/try-weights'
import { withdrawRelease } from '#lib/flows/withdraw-release'
import { makeOfficerKey, officerPublicKey } from '#lib/officer-key'
import { samplePassword } from '#lib/sample-logins'
import { setupCode } from '#lib/setup-code'
import { sealAnswerFile } from '#lib/surveys/answer-file'
import { ownUnit } from '../support/access-scene'
import { index as madeUpIndex } from '../support/made-up-survey'
import { makeUser, makeWave } from '../support/make'
import {
  admins,
  elsewhere,
  everybody,
  type Line,
  officers,
  readers,
  signedIn,
  withDelegates,
} from './access-line'
import { accessOfBallots, ballotSteps } from './access-of-ballots'
import { accessOfContacts } from './access-of-contacts'
import { accessOfDesk } from './access-of-desk'
import { accessOfLedger } from './access-of-ledger'
import { accessOfMessages } from './access-of-messages'
import { accessOfPaper } from './access-of-paper'
import { accessOfRounds } from './access-of-rounds'
import { accessOfSignIn, signInSteps } from './access-of-sign-in'
import { accessOfVisitCodes } from './access-of-visit-codes'

const results = { index: 'made-up.v1', wave: 'later' }
const change = { ...results, baseline: 'earlier' }
const release = { ...results, title: 'Kết quả', isConfirmed: true as const }
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
const citizenForm = { slug: 'citizen-satisfaction', version: 1 }
const someone = () => makeUser({ role: 'viewer', login: `someone-${randomUUID()}` })

export const accessTable: Record<string, Line> = {
  // — open to everybody: citizens, and what must work before anybody is signed in —
  'check-health': { may: everybody, run: (actor) => checkHealth(actor) },
  'load-site-status': { may: everybody, run: (actor) => loadSiteStatus(actor) },
  'load-sample-logins': { may: everybody, run: (actor) => loadSampleLogins(actor, { address: '127.0.0.1' }) },
  'sign-in': {
    may: everybody,
    run: (actor, { users }) =>
      signIn(actor, { login: users.viewer.login, password: samplePassword, address: '127.0.0.1' }),
  },
  'sign-out': { may: everybody, run: (actor) => signOut(actor, { sessionId: randomUUID() }) },
  'create-first-admin': {
    may: everybody,
    run: async (actor) => {
      await database().prisma.user.deleteMany({ where: { role: 'admin', isSample: false } })
      const code = setupCode(env().AUTH_SECRET!)
      const person = { name: 'Quản trị', login: 'first-admin', password: 'một câu thật dài' }
      return createFirstAdmin(actor, { ...person, code, address: '127.0.0.1' })
    },
  },
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
  'list-releases': { may: everybody, run: (actor) => listReleases(actor) },
  'find-release': { may: everybody, run: (actor, { releaseId }) => findRelease(actor, { id: releaseId }) },
  'export-release': {
    may: everybody,
    run: (actor, { releaseId }) => exportRelease(actor, { id: releaseId }),
  },
  'refresh-tallies': {
    may: everybody,
    run: (actor) => refreshTallies(actor, { wave: 'later' }),
    isInner: true,
  },
  ...accessOfLedger,

  ...accessOfSignIn,

  // — the own account —
  'load-own-unit': { may: withDelegates, run: (actor) => loadOwnUnit(actor) },
  'list-own-sessions': { may: withDelegates, run: (actor) => listOwnSessions(actor) },
  'revoke-own-sessions': { may: withDelegates, run: (actor) => revokeOwnSessions(actor, {}) },
  'change-own-password': {
    may: withDelegates,
    run: (actor) =>
      changeOwnPassword(actor, {
        oldPassword: samplePassword,
        newPassword: 'một câu khác cũng dài',
        repeatedPassword: 'một câu khác cũng dài',
      }),
  },

  // — reading —
  'list-definitions': { may: signedIn, run: (actor) => listDefinitions(actor) },
  'load-definition': {
    may: signedIn,
    run: (actor) => loadDefinition(actor, { kind: 'index', slug: 'made-up', version: 1 }),
  },
  'preview-form': { may: signedIn, run: (actor) => previewForm(actor, citizenForm) },
  'try-form': {
    may: signedIn,
    run: (actor) => tryForm(actor, { ...citizenForm, fields: new URLSearchParams() }),
  },
  'load-translation': {
    may: signedIn,
    run: (actor) => loadTranslation(actor, { ...citizenForm, language: 'cjm' }),
  },
  'export-translation': {
    may: signedIn,
    run: (actor) => exportTranslation(actor, { ...citizenForm, version: '1', language: 'cjm' }),
  },
  'import-translation': {
    may: officers,
    run: (actor) =>
      importTranslation(actor, {
        ...citizenForm,
        language: 'cjm',
        file: 'key,cjm',
        review: 'draft',
        note: '',
      }),
  },
  'attach-media': {
    may: officers,
    run: (actor) => attachMedia(actor, { ...citizenForm, owner: 'age_band', language: 'vi', kind: 'audio' }),
  },
  'list-result-choices': { may: signedIn, run: (actor) => listResultChoices(actor) },
  'load-units': { may: signedIn, run: (actor) => loadUnits(actor) },
  'export-codebook': { may: signedIn, run: (actor) => exportCodebook(actor, { wave: 'later' }) },
  'load-results': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await loadResults(actor, results)).cells,
  },
  'explain-result': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await explainResult(actor, { ...results, unit: '', criterion: 'made-up' })).units,
  },
  'report-results': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: async (actor) => (await reportResults(actor, results)).blocks,
  },
  'load-change': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await loadChange(actor, change)).cells,
  },
  'load-counts': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await loadCounts(actor, { wave: 'later' })).cells,
  },
  'export-index-table': { may: signedIn, run: (actor) => exportIndexTable(actor, { index: 'made-up.v1' }) },
  'import-index': {
    may: officers,
    run: (actor) =>
      importIndex(actor, {
        base: 'made-up.v1',
        title: `Bộ ${randomUUID().slice(0, 8)}`,
        titleEn: '',
        document: '',
        bytes: new TextEncoder().encode('code,parent,name,weight,source\nall,,Tất cả,1,points'),
      }),
  },
  // the others see all units together
  'load-quality': {
    may: signedIn,
    blind: signedIn.filter((who) => who !== 'commune'),
    run: async (actor) => (await loadQuality(actor, results)).unit,
  },
  'export-quality': { may: signedIn, sensitiveRead: signedIn, run: (actor) => exportQuality(actor, results) },
  'check-answer-patterns': {
    may: ['admin', 'analyst'],
    sensitiveRead: ['admin', 'analyst'],
    run: (actor) => checkAnswerPatterns(actor, results),
  },
  'load-distributions': {
    may: readers,
    run: (actor) => loadDistributions(actor, { wave: 'later', unit: ownUnit }),
  },
  'load-index-data': { may: signedIn, run: (actor) => loadIndexData(actor, results), isInner: true },
  'load-other-indexes': {
    may: signedIn,
    run: (actor) => loadOtherIndexes(actor, { index: madeUpIndex, year: 2024 }),
    isInner: true,
  },
  'load-published-scores': {
    may: signedIn,
    run: (actor) => loadPublishedScores(actor, { indexes: [madeUpIndex], year: 2024 }),
    isInner: true,
  },
  'load-sample': { may: signedIn, run: (actor) => loadSample(actor, { wave: 'later' }), isInner: true },
  'export-cells': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportCells(actor, results),
  },
  'export-stages': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportStages(actor, results),
  },
  'export-workbook': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportWorkbook(actor, results),
  },
  'export-change': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportChange(actor, change),
  },
  'export-counts': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: (actor) => exportCounts(actor, { wave: 'later' }),
  },
  'export-distributions': {
    may: readers,
    sensitiveRead: readers,
    run: (actor) => exportDistributions(actor, { wave: 'later', unit: ownUnit }),
  },
  'try-weights': { may: ['admin', 'analyst'], run: (actor) => tryWeights(actor, results) },
  'export-tried-weights': {
    may: ['admin', 'analyst'],
    sensitiveRead: ['admin', 'analyst'],
    run: (actor) => exportTriedWeights(actor, { ...results, weights: 'access:50' }),
  },
  'export-responses': {
    may: ['admin', 'analyst'],
    sensitiveRead: ['admin', 'analyst'],
    run: (actor) => exportResponses(actor, { wave: 'later' }),
  },

  // — waves —
  'list-waves': { may: signedIn, run: (actor) => listWaves(actor) },
  'load-wave': { may: signedIn, blind: elsewhere, run: (actor) => loadWave(actor, { id: 'later' }) },
  ...accessOfMessages,
  ...accessOfContacts,
  ...accessOfDesk,
  ...accessOfPaper,
  'import-answers': {
    may: ['admin', 'district', 'commune', 'commune elsewhere'],
    run: async (actor) => {
      settle({ OFFLINE_KEY: makeOfficerKey() })
      const file = await sealAnswerFile([], officerPublicKey() ?? '')
      return importAnswers(actor, { wave: 'later', file: JSON.stringify(file) })
    },
  },
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

  ...accessOfVisitCodes,
  ...accessOfBallots,

  // — published series —
  'load-series': { may: signedIn, run: (actor) => loadSeries(actor, { unit: ownUnit }) },
  'save-published-figures': {
    may: officers,
    run: (actor) =>
      savePublishedFigures(actor, {
        table: `series,unit,year,value,source\npapi,${ownUnit},2023,41,report`,
      }),
  },

  ...accessOfRounds,

  // — publishing —
  'release-results': { may: officers, run: (actor) => releaseResults(actor, release) },
  'withdraw-release': {
    may: officers,
    run: async (actor, { admin }) => withdrawRelease(actor, { id: await releaseResults(admin, release) }),
  },

  // — administration —
  'list-users': { may: admins, sensitiveRead: admins, run: (actor) => listUsers(actor) },
  'create-user': {
    may: admins,
    run: (actor) =>
      createUser(actor, { login: `u${randomUUID().slice(0, 8)}`, name: 'Người mới', role: 'viewer' }),
  },
  'change-user': {
    may: admins,
    run: async (actor) => {
      const { id } = await someone()
      return changeUser(actor, { id, name: 'Tên khác', role: 'analyst', isDisabled: true })
    },
  },
  'reset-password': { may: admins, run: async (actor) => resetPassword(actor, { id: (await someone()).id }) },
  'export-audit-log': { may: admins, sensitiveRead: admins, run: (actor) => exportAuditLog(actor, {}) },
  'load-audit-log': { may: admins, sensitiveRead: admins, run: (actor) => loadAuditLog(actor, {}) },
  'remove-sample-data': { may: admins, run: (actor) => removeSampleData(actor) },
}

/** Flows that look like sensitive reads and are none, and why. */
export const openReads: Record<string, string> = {
  'export-codebook': 'the questions of a published form',
  'export-index-table': 'a published index',
  'export-translation': 'the words of a form',
  'export-release': 'what was published',
  'export-ledger': 'the public log: hashes only',
  'list-forms-to-plan': 'published forms',
  'list-round-choices': 'names of indexes and units',
  'list-round-surveys': 'names of waves',
  'load-collecting': 'links and counts of visit codes',
  'list-paper-batches': 'numbers of stacks',
  'list-visit-batches': 'numbers of codes, in tens',
  'load-paper-batch': 'how far a stack is',
  'load-paper-entry': 'the sheets that the reader has keyed in',
  'load-sign-in-policy': 'rules and counts',
  'load-desk': 'what the delegate is asked',
  'open-box': 'changes something, and leaves the line of a change',
  'load-protection': 'counts of the last hour',
  'list-contact-lists': 'names of lists and counts',
  'list-draws': 'names of draws and counts',
  'load-draw': 'numbers in place of people: names come with export-draw',
  'list-village-draws': 'names of villages',
  'load-village-draw': 'names of villages',
  'load-mail-settings': 'passwords and secrets never come back',
  'load-message-words': 'words without people',
  'load-invitations': 'counts; a line in the log only when addresses that do not work are shown',
  'load-jobs': 'names of lanes and counts; jobs hold ids only',
}

/** Files of lib/flows that decide nothing by themselves, and why. */
export const notAsked: Record<string, string> = {
  ...ballotSteps,
  'find-contact-list': 'steps of the flows on contact lists',
  'build-list-frame': 'a step of the flows on draws',
  'record-subject-request': 'a step of create- and send-subject-request',
  'delete-expired-contacts': 'run by a job, for nobody in particular',
  ...signInSteps,
  'open-round-sheet': 'steps of the flows of a round',
  'read-typed': 'a step of the flows that take an answer',
  'score-round': 'a step of freeze-round and correct-round',
  'find-actor': 'finds out who the actor is',
  'find-paper-batch': 'steps of the flows on paper',
  'find-place': 'steps of submit-answers and open-form',
  'judge-visit-code': 'a step of submit-answers, open-form and find-visit-place',
  'take-turn': 'lets dear forms be judged one after the other',
  'find-confidential-wave': 'a step of the flows of invitations',
  'warn-late-units': 'the work of the lane "late-units"',
  'find-message-access': 'a step of the flows that send messages',
  'queue-messages': 'the work of the lane "mailings"',
  'send-message': 'the work of the lanes "mail" and "telephone"',
  'recall-wave': 'what submit-answers and open-form remember of a wave',
}
