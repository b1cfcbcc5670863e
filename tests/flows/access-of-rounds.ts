// Who may do what in a scoring round: the lines of access-table.ts about rounds.
import { randomUUID } from 'node:crypto'
import type { MaybeActor } from '#lib/access'
import { database } from '#lib/db/client'
import { acceptRest } from '#lib/flows/accept-rest'
import { appraiseCriterion } from '#lib/flows/appraise-criterion'
import { attachEvidence } from '#lib/flows/attach-evidence'
import { closeExplanation } from '#lib/flows/close-explanation'
import { compareRound } from '#lib/flows/compare-round'
import { compareYears } from '#lib/flows/compare-years'
import { correctRound } from '#lib/flows/correct-round'
import { createRound } from '#lib/flows/create-round'
import { explainChange } from '#lib/flows/explain-change'
import { exportRoundStages } from '#lib/flows/export-round-stages'
import { exportRoundWorkbook } from '#lib/flows/export-round-workbook'
import { exportYears } from '#lib/flows/export-years'
import { extendDeadline } from '#lib/flows/extend-deadline'
import { finishStep } from '#lib/flows/finish-step'
import { freezeRound } from '#lib/flows/freeze-round'
import { listRoundChoices } from '#lib/flows/list-round-choices'
import { listRoundSurveys } from '#lib/flows/list-round-surveys'
import { listRounds } from '#lib/flows/list-rounds'
import { loadRound } from '#lib/flows/load-round'
import { loadRoundResult } from '#lib/flows/load-round-result'
import { loadRoundSheet } from '#lib/flows/load-round-sheet'
import { openEvidence } from '#lib/flows/open-evidence'
import { removeEvidence } from '#lib/flows/remove-evidence'
import { reopenStep } from '#lib/flows/reopen-step'
import { reportRound } from '#lib/flows/report-round'
import { saveSelfScore } from '#lib/flows/save-self-score'
import type { Step } from '#lib/rounds/round-event'
import { ownUnit } from '../support/access-scene'
import { makeRound, roundCriteria, selfScored } from '../support/make-round'
import { elsewhere, type Line, officers, readers, scorers, signedIn } from './access-line'

const ownRound = async (step?: Step) => {
  const { round } = await makeRound({ units: [ownUnit], ...(step ? { step } : {}) })
  return { round, unit: ownUnit }
}
/** Two frozen rounds of the unit, one year after the other. */
const twoYears = async (admin: MaybeActor) => {
  const [first, second] = [await ownRound('settled'), await ownRound('settled')]
  for (const { round: id } of [first, second]) await freezeRound(admin, { id, isConfirmed: true })
  return { id: second.round }
}
const tasks = { criterion: 'tasks', seen: 0 }
const fifty = { kind: 'figure' as const, figure: '50' }
const pdf = { name: 'báo cáo.pdf', bytes: new TextEncoder().encode('%PDF-1.7 thử') }

export const accessOfRounds: Record<string, Line> = {
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
  'compare-years': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor, { admin }) => (await compareYears(actor, await twoYears(admin))).cells,
  },
  'export-years': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: async (actor, { admin }) => exportYears(actor, await twoYears(admin)),
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
  'report-round': {
    may: readers,
    sensitiveRead: readers,
    run: async (actor, { admin }) => {
      const { round } = await ownRound('settled')
      await freezeRound(admin, { id: round, isConfirmed: true })
      return reportRound(actor, { round })
    },
  },
  'export-round-stages': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: async (actor) => exportRoundStages(actor, { id: (await ownRound('settled')).round }),
  },
  'export-round-workbook': {
    may: signedIn,
    sensitiveRead: signedIn,
    blind: elsewhere,
    run: async (actor) => exportRoundWorkbook(actor, { id: (await ownRound('settled')).round }),
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
    sensitiveRead: ['admin', 'district', 'analyst', 'viewer'],
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
}
