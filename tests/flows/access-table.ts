// One line per flow: who may, and a minimal valid request about the unit "own-unit". access.test.ts runs every line as
// everybody and fails for a flow without a line. A new flow gets its line here.
import { randomUUID } from 'node:crypto'
import type { MaybeActor, Role } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { env, settle } from '#lib/env'
import { acceptRest } from '#lib/flows/accept-rest'
import { appraiseCriterion } from '#lib/flows/appraise-criterion'
import { attachEvidence } from '#lib/flows/attach-evidence'
import { attachMedia } from '#lib/flows/attach-media'
import { changeOwnPassword } from '#lib/flows/change-own-password'
import { changeUser } from '#lib/flows/change-user'
import { checkHealth } from '#lib/flows/check-health'
import { closeExplanation } from '#lib/flows/close-explanation'
import { closePaperBatch } from '#lib/flows/close-paper-batch'
import { compareRound } from '#lib/flows/compare-round'
import { correctRound } from '#lib/flows/correct-round'
import { createFirstAdmin } from '#lib/flows/create-first-admin'
import { createOneTimeLinks } from '#lib/flows/create-one-time-links'
import { createRound } from '#lib/flows/create-round'
import { createUser } from '#lib/flows/create-user'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { createWave } from '#lib/flows/create-wave'
import { endWave } from '#lib/flows/end-wave'
import { explainChange } from '#lib/flows/explain-change'
import { explainResult } from '#lib/flows/explain-result'
import { exportCells } from '#lib/flows/export-cells'
import { exportChange } from '#lib/flows/export-change'
import { exportCodebook } from '#lib/flows/export-codebook'
import { exportCounts } from '#lib/flows/export-counts'
import { exportDistributions } from '#lib/flows/export-distributions'
import { exportRelease } from '#lib/flows/export-release'
import { exportResponses } from '#lib/flows/export-responses'
import { exportTranslation } from '#lib/flows/export-translation'
import { extendDeadline } from '#lib/flows/extend-deadline'
import { findRelease } from '#lib/flows/find-release'
import { findVisitPlace } from '#lib/flows/find-visit-place'
import { finishStep } from '#lib/flows/finish-step'
import { freezeRound } from '#lib/flows/freeze-round'
import { importAnswers } from '#lib/flows/import-answers'
import { importTranslation } from '#lib/flows/import-translation'
import { listDefinitions } from '#lib/flows/list-definitions'
import { listOwnSessions } from '#lib/flows/list-own-sessions'
import { listPaperBatches } from '#lib/flows/list-paper-batches'
import { listReleases } from '#lib/flows/list-releases'
import { listResultChoices } from '#lib/flows/list-result-choices'
import { listRoundChoices } from '#lib/flows/list-round-choices'
import { listRoundSurveys } from '#lib/flows/list-round-surveys'
import { listRounds } from '#lib/flows/list-rounds'
import { listUsers } from '#lib/flows/list-users'
import { listVisitBatches } from '#lib/flows/list-visit-batches'
import { listWaves } from '#lib/flows/list-waves'
import { loadAuditLog } from '#lib/flows/load-audit-log'
import { loadChange } from '#lib/flows/load-change'
import { loadCounts } from '#lib/flows/load-counts'
import { loadDefinition } from '#lib/flows/load-definition'
import { loadDistributions } from '#lib/flows/load-distributions'
import { loadIndexData } from '#lib/flows/load-index-data'
import { loadMedia } from '#lib/flows/load-media'
import { loadOtherIndexes } from '#lib/flows/load-other-indexes'
import { loadOwnUnit } from '#lib/flows/load-own-unit'
import { loadPaperBatch } from '#lib/flows/load-paper-batch'
import { loadPaperDifferences } from '#lib/flows/load-paper-differences'
import { loadPaperEntry } from '#lib/flows/load-paper-entry'
import { loadPaperForm } from '#lib/flows/load-paper-form'
import { loadResults } from '#lib/flows/load-results'
import { loadRound } from '#lib/flows/load-round'
import { loadRoundResult } from '#lib/flows/load-round-result'
import { loadRoundSheet } from '#lib/flows/load-round-sheet'
import { loadSample } from '#lib/flows/load-sample'
import { loadSampleLogins } from '#lib/flows/load-sample-logins'
import { loadSeries } from '#lib/flows/load-series'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { loadTranslation } from '#lib/flows/load-translation'
import { loadUnits } from '#lib/flows/load-units'
import { loadWave } from '#lib/flows/load-wave'
import { openEvidence } from '#lib/flows/open-evidence'
import { openForm } from '#lib/flows/open-form'
import { forgetWave } from '#lib/flows/recall-wave'
import { reconcilePaperSheet } from '#lib/flows/reconcile-paper-sheet'
import { refreshTallies } from '#lib/flows/refresh-tallies'
import { registerPaperBatch } from '#lib/flows/register-paper-batch'
import { releaseResults } from '#lib/flows/release-results'
import { removeEvidence } from '#lib/flows/remove-evidence'
import { removePaperSheet } from '#lib/flows/remove-paper-sheet'
import { removeSampleData } from '#lib/flows/remove-sample-data'
import { reopenStep } from '#lib/flows/reopen-step'
import { reportResults } from '#lib/flows/report-results'
import { resetPassword } from '#lib/flows/reset-password'
import { revokeOwnSessions } from '#lib/flows/revoke-own-sessions'
import { revokeVisitBatch } from '#lib/flows/revoke-visit-batch'
import { savePaperSheet } from '#lib/flows/save-paper-sheet'
import { savePublishedFigures } from '#lib/flows/save-published-figures'
import { saveSelfScore } from '#lib/flows/save-self-score'
import { saveVisitFigures } from '#lib/flows/save-visit-figures'
import { setWaveLanguages } from '#lib/flows/set-wave-languages'
import { signIn } from '#lib/flows/sign-in'
import { signOut } from '#lib/flows/sign-out'
import { submitAnswers } from '#lib/flows/submit-answers'
import { takeFormStep } from '#lib/flows/take-form-step'
import { withdrawRelease } from '#lib/flows/withdraw-release'
import { makeOfficerKey, officerPublicKey } from '#lib/officer-key'
import type { Step } from '#lib/rounds/round-event'
import { samplePassword } from '#lib/sample-logins'
import { setupCode } from '#lib/setup-code'
import { sealAnswerFile } from '#lib/surveys/answer-file'
import { type AccessScene, ownUnit, signedIn as signIntoScene } from '../support/access-scene'
import { index as madeUpIndex } from '../support/made-up-survey'
import { makeActor, makeUser, makeWave } from '../support/make'
import { makeRound, roundCriteria, selfScored } from '../support/make-round'

/** "commune" works for the unit that is asked about, "commune elsewhere" for another one. */
export type Who = 'nobody' | Role | 'commune elsewhere'

export type Line = {
  may: readonly Who[]
  /** Does the flow with a minimal valid request about `ownUnit`. */
  run: (actor: MaybeActor, scene: AccessScene) => Promise<unknown>
  /** Those who may, but get to see nothing of `ownUnit`. */
  blind?: readonly Who[]
  /** Works for other flows only, which decide what of its result is shown: no page may call it. */
  isInner?: true
}

const everybody = [
  'nobody',
  'admin',
  'district',
  'commune',
  'commune elsewhere',
  'analyst',
  'viewer',
] as const
const signedIn = ['admin', 'district', 'commune', 'commune elsewhere', 'analyst', 'viewer'] as const
const readers = ['admin', 'district', 'commune', 'analyst', 'viewer'] as const
const officers = ['admin', 'district'] as const
const scorers = ['admin', 'district', 'commune'] as const
const admins = ['admin'] as const
const elsewhere = ['commune elsewhere'] as const

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
const ownRound = async (step?: Step) => {
  const { round } = await makeRound({ units: [ownUnit], ...(step ? { step } : {}) })
  return { round, unit: ownUnit }
}
const tasks = { criterion: 'tasks', seen: 0 }
const fifty = { kind: 'figure' as const, figure: '50' }
const pdf = { name: 'báo cáo.pdf', bytes: new TextEncoder().encode('%PDF-1.7 thử') }
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

const slips = { unit: ownUnit, count: 1, validFrom: '2020-01-01', validTo: '2099-01-01' }
const makeCodeWave = () => makeWave({ units: [ownUnit], entries: ['visit-code'] })

/** A batch of one code, and the id of the batch. */
async function makeVisitCodes(wave: string): Promise<{ codes: string[]; batch: string }> {
  const { codes } = await createVisitCodes(makeActor({ role: 'admin' }), { ...slips, wave })
  const { id } = await database().prisma.visitBatch.findFirstOrThrow({ where: { waveId: wave } })
  return { codes, batch: id }
}

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

  // — the own account —
  'load-own-unit': { may: signedIn, run: (actor) => loadOwnUnit(actor) },
  'list-own-sessions': { may: signedIn, run: (actor) => listOwnSessions(actor) },
  'revoke-own-sessions': { may: signedIn, run: (actor) => revokeOwnSessions(actor, {}) },
  'change-own-password': {
    may: signedIn,
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
  'load-sample': { may: signedIn, run: (actor) => loadSample(actor, { wave: 'later' }), isInner: true },
  'export-cells': { may: signedIn, blind: elsewhere, run: (actor) => exportCells(actor, results) },
  'export-change': { may: signedIn, blind: elsewhere, run: (actor) => exportChange(actor, change) },
  'export-counts': {
    may: signedIn,
    blind: elsewhere,
    run: (actor) => exportCounts(actor, { wave: 'later' }),
  },
  'export-distributions': {
    may: readers,
    run: (actor) => exportDistributions(actor, { wave: 'later', unit: ownUnit }),
  },
  'export-responses': {
    may: ['admin', 'analyst'],
    run: (actor) => exportResponses(actor, { wave: 'later' }),
  },

  // — waves —
  'list-waves': { may: signedIn, run: (actor) => listWaves(actor) },
  'load-wave': { may: signedIn, blind: elsewhere, run: (actor) => loadWave(actor, { id: 'later' }) },
  // — paper —
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
  'import-answers': {
    may: officers,
    run: async (actor) => {
      settle({ OFFLINE_KEY: makeOfficerKey() })
      const file = await sealAnswerFile([], officerPublicKey() ?? '')
      return importAnswers(actor, { file: JSON.stringify(file) })
    },
  },
  'create-wave': {
    may: officers,
    run: (actor) => createWave(actor, { ...plan, id: `w-${randomUUID().slice(0, 8)}` }),
  },
  'end-wave': {
    may: officers,
    run: async (actor) => endWave(actor, { id: (await makeWave({ units: [ownUnit] })).id, how: 'cancel' }),
  },
  'set-wave-languages': {
    may: officers,
    run: async (actor) =>
      setWaveLanguages(actor, { id: (await makeWave({ units: [ownUnit] })).id, languages: ['en'] }),
  },
  'create-one-time-links': {
    may: officers,
    run: async (actor) => {
      const { id } = await makeWave({ units: [ownUnit], audience: 'delegates' })
      return createOneTimeLinks(actor, { wave: id, unit: ownUnit, count: 1 })
    },
  },

  // — visit codes —
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

  // — published series —
  'load-series': { may: signedIn, run: (actor) => loadSeries(actor, { unit: ownUnit }) },
  'save-published-figures': {
    may: officers,
    run: (actor) =>
      savePublishedFigures(actor, {
        table: `series,unit,year,value,source\npapi,${ownUnit},2023,41,report`,
      }),
  },

  // — scoring rounds —
  'list-rounds': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => {
      await makeRound({ units: [ownUnit] })
      return listRounds(actor)
    },
  },
  'load-round': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await loadRound(actor, { id: (await ownRound()).round })).lines,
  },
  'compare-round': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => (await compareRound(actor, { id: (await ownRound('settled')).round })).units,
  },
  'load-round-result': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor, { admin }) => {
      const { round: id } = await ownRound('settled')
      await freezeRound(admin, { id, isConfirmed: true })
      const { units, cells } = await loadRoundResult(actor, { id })
      return { units, cells }
    },
  },
  'list-round-choices': { may: officers, run: (actor) => listRoundChoices(actor) },
  'list-round-surveys': {
    may: officers,
    run: async (actor) => listRoundSurveys(actor, { id: (await ownRound()).round }),
  },
  'load-round-sheet': { may: readers, run: async (actor) => loadRoundSheet(actor, await ownRound()) },
  'create-round': {
    may: officers,
    run: async (actor) => {
      const { appraiserId: appraiser } = await makeRound({ units: [ownUnit] })
      const [selfScoreBy, appraiseBy] = ['2026-11-01T17:00', '2026-12-01T17:00']
      const dates = { selfScoreBy, appraiseBy, explainBy: appraiseBy, reappraiseBy: appraiseBy }
      const facts = { title: `Đợt ${randomUUID().slice(0, 8)}`, index: 'round-index.v1', allowsLate: true }
      const year = 2020 + (await database().prisma.round.count())
      return createRound(actor, { ...facts, ...dates, year, appraiser, units: [ownUnit] })
    },
  },
  'save-self-score': {
    may: scorers,
    run: async (actor) => saveSelfScore(actor, { ...(await ownRound()), ...tasks, ...fifty }),
  },
  'attach-evidence': {
    may: scorers,
    run: async (actor) => attachEvidence(actor, { ...(await ownRound()), criterion: 'tasks' }, pdf),
  },
  'remove-evidence': {
    may: scorers,
    run: async (actor, { admin }) => {
      const line = { ...(await ownRound()), criterion: 'tasks' }
      const { id: fileId } = await attachEvidence(admin, line, pdf)
      return removeEvidence(actor, { ...line, fileId, reason: 'nhầm tệp' })
    },
  },
  'open-evidence': {
    may: readers,
    run: async (actor, { admin }) => {
      const place = await ownRound()
      const { id } = await attachEvidence(admin, { ...place, criterion: 'tasks' }, pdf)
      return openEvidence(actor, { unit: ownUnit, id })
    },
  },
  'finish-step': {
    may: scorers,
    run: async (actor) => {
      const place = await ownRound()
      for (const criterion of roundCriteria) await selfScored(place, criterion)
      return finishStep(actor, { ...place, step: 'self-scoring' })
    },
  },
  'appraise-criterion': {
    may: officers,
    run: async (actor) =>
      appraiseCriterion(actor, {
        ...(await ownRound('appraisal')),
        ...tasks,
        seen: 1,
        ...fifty,
        reason: 'đếm lại',
      }),
  },
  'accept-rest': { may: officers, run: async (actor) => acceptRest(actor, await ownRound('appraisal')) },
  'explain-change': {
    may: scorers,
    run: async (actor) =>
      explainChange(actor, {
        ...(await ownRound('explanation')),
        ...tasks,
        seen: 5,
        isContested: false,
        text: '',
      }),
  },
  'reopen-step': {
    may: officers,
    run: async (actor) =>
      reopenStep(actor, { ...(await ownRound('settled')), step: 'appraisal', reason: 'xem lại' }),
  },
  'extend-deadline': {
    may: officers,
    run: async (actor) =>
      extendDeadline(actor, { ...(await ownRound()), until: '2098-01-01T17:00', reason: 'bão' }),
  },
  'close-explanation': {
    may: officers,
    run: async (actor, { admin }) => {
      const place = await ownRound('explanation')
      await extendDeadline(admin, { ...place, until: '2001-01-01T17:00', reason: 'thử' })
      return closeExplanation(actor, { ...place, reason: 'không trả lời' })
    },
  },
  'freeze-round': {
    may: officers,
    run: async (actor) => freezeRound(actor, { id: (await ownRound('settled')).round, isConfirmed: true }),
  },
  'correct-round': {
    may: officers,
    run: async (actor, { admin }) => {
      const place = await ownRound('settled')
      await freezeRound(admin, { id: place.round, isConfirmed: true })
      return correctRound(actor, { ...place, criterion: 'tasks', ...fifty, reason: 'sửa sai' })
    },
  },

  // — publishing —
  'release-results': { may: officers, run: (actor) => releaseResults(actor, release) },
  'withdraw-release': {
    may: officers,
    run: async (actor, { admin }) => withdrawRelease(actor, { id: await releaseResults(admin, release) }),
  },

  // — administration —
  'list-users': { may: admins, run: (actor) => listUsers(actor) },
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
  'load-audit-log': { may: admins, run: (actor) => loadAuditLog(actor, {}) },
  'remove-sample-data': { may: admins, run: (actor) => removeSampleData(actor) },
}

/** Files of lib/flows that decide nothing by themselves, and why. */
export const notAsked: Record<string, string> = {
  'open-round-sheet': 'steps of the flows of a round',
  'read-typed': 'a step of the flows that take an answer',
  'score-round': 'a step of freeze-round and correct-round',
  'find-actor': 'finds out who the actor is',
  'find-paper-batch': 'steps of the flows on paper',
  'find-place': 'steps of submit-answers and open-form',
  'judge-visit-code': 'a step of submit-answers, open-form and find-visit-place',
  'recall-wave': 'what submit-answers and open-form remember of a wave',
}
