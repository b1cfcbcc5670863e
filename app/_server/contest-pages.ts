// What follows the answers to a contest, at /s/<contest>/marks, /draw and /leave: plain pages by the front door, so that a cheap phone
// without JavaScript gets its marks and can enter the draw. No cookie but the one that counts a device.
import type { IncomingMessage } from 'node:http'
import { showEntryNumber } from '#lib/contests/entry-number'
import { enterPrizeDraw } from '#lib/flows/enter-prize-draw'
import { leavePrizeDraw } from '#lib/flows/leave-prize-draw'
import { loadDrawFacts } from '#lib/flows/load-draw-facts'
import { loadMarks } from '#lib/flows/load-marks'
import { type Fault, Problem, problems } from '#lib/problem'
import { drawPage, enteredPage, leavePage, leftPage, marksPage } from '#lib/surveys/light-form/contest-pages'
import { ownScreen } from './citizen-pages'
import type { Reply } from './citizen-reply'
import { deviceHeaders } from './device'
import { withGuessLimit } from './guess-limit'
import { readBody } from './read-body'
import { withSenderLimit } from './sender-limit'

const limitBytes = 64 * 1024

export type ContestAsked = { contest: string; what: 'marks' | 'draw' | 'leave' }

/** What such an address asks for, or null. */
export function contestAsked(path: string): ContestAsked | null {
  const [, contest, what] = /^\/s\/([a-z0-9-]{1,60})\/(marks|draw|leave)\/?$/.exec(path) ?? []
  return contest && what ? { contest, what: what as ContestAsked['what'] } : null
}

/** GET leads to the page of the contest, except for the form that takes a name out. Throws problems. */
export async function showContestPage(
  request: IncomingMessage,
  { contest, what }: ContestAsked,
  query: URLSearchParams,
): Promise<Reply> {
  const screen = { ...ownScreen(query), isSample: false }
  if (request.method !== 'POST') {
    await loadDrawFacts(null, { contest })
    if (what === 'leave') return page(200, leavePage(screen, contest, { number: '', phone: '' }, null))
    return { ...page(303, ''), headers: { location: `/contest/${contest}` } }
  }
  const fields = new URLSearchParams(await readBody(request, limitBytes))
  const work = { marks: showMarks, draw: enter, leave }[what]
  const reply = await work(request, screen, contest, fields)
  return { ...reply, headers: { ...reply.headers, ...deviceHeaders(request) } }
}

type Work = (
  request: IncomingMessage,
  screen: ReturnType<typeof ownScreen> & { isSample: boolean },
  contest: string,
  fields: URLSearchParams,
) => Promise<Reply>

const showMarks: Work = async (_request, screen, contest, fields) => {
  const submission = fields.get('submission') ?? ''
  const sent = Object(parseJson(submission)) as Record<string, unknown>
  const { receipt, answers } = sent
  const marks = await loadMarks(null, { wave: contest, receipt, answers })
  return page(200, marksPage(screen, marks, JSON.stringify({ wave: contest, receipt, answers })))
}

const enter: Work = async (request, screen, contest, fields) => {
  const given = (name: string) => (fields.get(name) ?? '').slice(0, 400)
  const typed = {
    name: given('name'),
    phone: given('phone'),
    unit: given('unit'),
    hasAgreed: fields.has('hasAgreed'),
  }
  const ticket = given('ticket')
  try {
    const { number } = await withSenderLimit(request, {}, () =>
      enterPrizeDraw(null, { contest, ticket, ...typed, hasAgreed: typed.hasAgreed as true }),
    )
    return page(201, enteredPage(screen, contest, showEntryNumber(number)))
  } catch (problem) {
    const faults = faultsOf(problem)
    if (!faults) throw problem
    const form = { ...(await loadDrawFacts(null, { contest })), ticket }
    return page((problem as Problem).status, drawPage(screen, form, typed, faults))
  }
}

/** What somebody can mend in the form; null for what no typing helps. */
function faultsOf(problem: unknown): Fault[] | null {
  if (!(problem instanceof Problem)) return null
  if (problem.code === 'invalid_input') {
    const faults = problem.details.faults as Fault[]
    return faults.some(({ question }) => ['name', 'phone', 'unit', 'hasAgreed'].includes(question))
      ? faults
      : null
  }
  if (problem.code !== 'phone_entered') return null
  return [{ question: 'phone', code: problem.code, ...problem.sentence }]
}

const leave: Work = async (request, screen, contest, fields) => {
  const given = (name: string) => (fields.get(name) ?? '').slice(0, 40)
  const typed = { number: given('number'), phone: given('phone') }
  try {
    await withGuessLimit(request, () => leavePrizeDraw(null, { contest, ...typed }))
    return page(200, leftPage(screen, contest))
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== 'entry_unknown') throw problem
    return page(problem.status, leavePage(screen, contest, typed, problem.sentence))
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problems.brokenJson({})
  }
}

const page = (status: number, body: string): Reply => ({ status, body, type: 'text/html', caching: 'once' })
