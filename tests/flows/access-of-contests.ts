// Who may make contests, take part in them and draw: lines of access-table.ts. Everybody answers and sees the own marks; what names
// winners is for officers alone, and each look leaves a line.
import { createContest } from '#lib/flows/create-contest'
import { drawPrizes } from '#lib/flows/draw-prizes'
import { enterPrizeDraw } from '#lib/flows/enter-prize-draw'
import { eraseEntry } from '#lib/flows/erase-entry'
import { exportWinners } from '#lib/flows/export-winners'
import { leavePrizeDraw } from '#lib/flows/leave-prize-draw'
import { listContestChoices } from '#lib/flows/list-contest-choices'
import { listContests } from '#lib/flows/list-contests'
import { loadContest } from '#lib/flows/load-contest'
import { loadDrawFacts } from '#lib/flows/load-draw-facts'
import { loadMarks } from '#lib/flows/load-marks'
import { loadPublicContest } from '#lib/flows/load-public-contest'
import { loadWinners } from '#lib/flows/load-winners'
import { passWinner } from '#lib/flows/pass-winner'
import { ownUnit } from '../support/access-scene'
import { makeActor } from '../support/make'
import { answerContest, closeContest, makeContest } from '../support/make-contest'
import { everybody, type Line, officers } from './access-line'

const contest = () => makeContest({ units: [ownUnit] })
const phone = '0912345678'

/** A contest that one person has entered. */
async function entered() {
  const made = await contest()
  const { ticket } = await loadMarks(null, await answerContest(made))
  const { number } = await enterPrizeDraw(null, {
    contest: made.id,
    ticket: ticket!,
    name: 'Chế Thị Mai',
    phone,
    hasAgreed: true,
  })
  return { ...made, number: String(number) }
}

async function drawn() {
  const made = await entered()
  await closeContest(made.id)
  await drawPrizes(makeActor({ role: 'admin' }), { contest: made.id, isConfirmed: true })
  return made
}

let made = 0

export const accessOfContests: Record<string, Line> = {
  'create-contest': {
    may: officers,
    run: (actor) =>
      createContest(actor, {
        title: 'Thi tìm hiểu',
        id: `thi-${++made}`,
        form: 'reform-contest.v1',
        owner: ownUnit,
        units: [ownUnit],
        opensAt: '2026-01-01T00:00',
        closesAt: '2099-01-01T00:00',
        threshold: 8,
        prizes: [{ name: 'Giải nhất', count: 1 }],
      }),
  },
  'list-contest-choices': { may: officers, run: listContestChoices },
  'list-contests': { may: officers, run: listContests },
  'load-contest': { may: officers, run: async (actor) => loadContest(actor, await contest()) },
  'load-public-contest': { may: everybody, run: async (actor) => loadPublicContest(actor, await contest()) },
  'load-draw-facts': {
    may: everybody,
    run: async (actor) => loadDrawFacts(actor, { contest: (await contest()).id }),
  },
  'load-marks': {
    may: everybody,
    run: async (actor) => loadMarks(actor, await answerContest(await contest())),
  },
  'enter-prize-draw': {
    may: everybody,
    run: async (actor) => {
      const { id, unit } = await contest()
      const { ticket } = await loadMarks(null, await answerContest({ id, unit }))
      return enterPrizeDraw(actor, { contest: id, ticket: ticket!, name: 'Mai', phone, hasAgreed: true })
    },
  },
  'leave-prize-draw': {
    may: everybody,
    run: async (actor) => {
      const { id, number } = await entered()
      return leavePrizeDraw(actor, { contest: id, number, phone })
    },
  },
  'erase-entry': {
    may: officers,
    run: async (actor) => {
      const { id, number } = await entered()
      return eraseEntry(actor, { contest: id, number })
    },
  },
  'draw-prizes': {
    may: officers,
    run: async (actor) => {
      const { id } = await entered()
      await closeContest(id)
      return drawPrizes(actor, { contest: id, isConfirmed: true })
    },
  },
  'pass-winner': {
    may: officers,
    run: async (actor) => {
      const { id, number } = await drawn()
      return passWinner(actor, { contest: id, number, reason: 'unreached' })
    },
  },
  'load-winners': {
    may: officers,
    sensitiveRead: officers,
    run: async (actor) => loadWinners(actor, await drawn()),
  },
  'export-winners': {
    may: officers,
    sensitiveRead: officers,
    run: async (actor) => exportWinners(actor, { contest: (await drawn()).id }),
  },
}
