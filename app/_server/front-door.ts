// The two hot paths, straight from the flows without React and Next: the light form at /s/<wave> and the machine
// interface POST /api/answers. With endpoint.ts, action.ts and load.ts the only place that catches errors.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { countOutcome } from '#lib/answer-pulse'
import { env } from '#lib/env'
import { submitAnswers } from '#lib/flows/submit-answers'
import { Problem, problems } from '#lib/problem'
import { handleBallots } from './ballot-endpoints'
import { isOfBallot, refusePost, showBallotPage, showCheckPage } from './ballot-pages'
import { type PageAddress, postForm, readFields, showForm, showProblem } from './citizen-pages'
import { type Reply, sendReply } from './citizen-reply'
import { showCodePage } from './code-page'
import { contestAsked, showContestPage } from './contest-pages'
import { deviceHeaders } from './device'
import { withGuessLimit } from './guess-limit'
import { sendLedger } from './ledger-endpoints'
import { lightFormPart } from './light-form-parts'
import { optOutAsked, optOutProblem, showOptOut } from './opt-out-page'
import { fontReply } from './page-font'
import { previewAsked, previewProblem, showPreview } from './preview-page'
import { readBody } from './read-body'
import { requireProof } from './require-proof'
import { sendMedia } from './send-media'
import { type Said, withSenderLimit } from './sender-limit'
import { clientAddress } from './stamp-request'
import { unexpectedProblem } from './unexpected-problem'

const limitBytes = 64 * 1024
const pageMethods = 'GET, HEAD, POST, OPTIONS'
let limiter: RateLimiterMemory | undefined

/** Answers the request if it is one of ours; false, and nothing has happened, if it is somebody else's. */
export async function handleHotPath(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [path = '', search = ''] = (request.url ?? '').split('?', 2)
  if (path === '/api/answers') {
    await sendReply(request, response, await withMethods(request, 'POST', () => takeAnswers(request), asJson))
    return true
  }
  if (path === '/v') {
    const asked = new URLSearchParams(search)
    const method = request.method === 'POST' ? 'POST' : 'GET'
    const work = () => showCodePage(request, asked)
    const show = (problem: Problem) => showProblem(problem, asked)
    await sendReply(request, response, await withMethods(request, method, work, show, pageMethods))
    return true
  }
  const optOut = optOutAsked(path)
  if (optOut !== null) {
    const method = request.method === 'POST' ? 'POST' : 'GET'
    const work = () => showOptOut(request, optOut)
    await sendReply(request, response, await withMethods(request, method, work, optOutProblem, pageMethods))
    return true
  }
  const preview = previewAsked(path, new URLSearchParams(search))
  if (preview) {
    const method = request.method === 'POST' ? 'POST' : 'GET'
    const work = () => showPreview(request, preview)
    const show = (problem: Problem) => previewProblem(request, preview, problem)
    await sendReply(request, response, await withMethods(request, method, work, show, pageMethods))
    return true
  }
  if (await sendMedia(request, response, path)) return true
  if (await handleBallots(request, response)) return true
  if (await sendLedger(request, response, path, search)) return true
  const contest = contestAsked(path)
  if (contest) {
    const asked = new URLSearchParams(search)
    const method = request.method === 'POST' ? 'POST' : 'GET'
    const work = async () => {
      if (method === 'POST') await countAnswer(request)
      return showContestPage(request, contest, asked)
    }
    const show = (problem: Problem) => showProblem(problem, asked)
    await sendReply(request, response, await withMethods(request, method, work, show, pageMethods))
    return true
  }
  const [, name, about] = /^\/s\/([^/]+)(\/check)?\/?$/.exec(path) ?? []
  if (name === undefined) return false
  const query = new URLSearchParams(search)
  const part = lightFormPart(path, query) ?? (await fontReply(path))
  if (part) {
    await sendReply(request, response, await withMethods(request, 'GET', async () => part, asJson))
    return true
  }
  const address: Asked = { wave: plain(name), query }
  const reply = await withMethods(
    request,
    request.method === 'POST' && !about ? 'POST' : 'GET',
    () => (about ? showCheckPage(address) : showPage(request, address)),
    (problem) => showProblem(problem, address.query, address.posted),
    pageMethods,
  )
  await sendReply(request, response, reply)
  return true
}

async function takeAnswers(request: IncomingMessage): Promise<Reply> {
  await countAnswer(request)
  const body = await readBody(request, limitBytes)
  const sent = parseJson(body)
  const said: Said = typeof sent === 'object' && sent !== null ? sent : {}
  const submit = async () => {
    await requireProof(sent, String(request.headers['x-proof'] ?? ''))
    return submitAnswers(null, sent)
  }
  const { receipt } = await withSenderLimit(request, said, () =>
    said.visitCode === undefined ? submit() : withGuessLimit(request, submit),
  )
  countOutcome('taken')
  const headers = deviceHeaders(request)
  return {
    status: 201,
    body: JSON.stringify({ receipt }),
    type: 'application/json',
    caching: 'once',
    headers,
  }
}

/** `posted` once it has been read, so that a problem of the moment costs nobody their answers. */
type Asked = PageAddress & { posted?: URLSearchParams }

async function showPage(request: IncomingMessage, address: Asked): Promise<Reply> {
  const { query } = address
  const fields = request.method === 'POST' ? await readFields(request) : undefined
  address.posted = fields
  if (await isOfBallot(address)) return fields ? refusePost() : showBallotPage(address)
  const limited = (work: () => Promise<Reply>) => (query.has('v') ? withGuessLimit(request, work) : work())
  if (!fields) return limited(() => showForm(address))
  await countAnswer(request)
  const said = { visitCode: query.get('v'), mode: query.get('m') }
  const post = () => limited(() => postForm(address, fields))
  const reply = await withSenderLimit(request, said, post, ({ status }) => status === 201)
  if (reply.status === 201) countOutcome('taken')
  return { ...reply, headers: { ...reply.headers, ...deviceHeaders(request) } }
}

/** Runs the work for its method; every problem becomes a reply, and so does what nobody foresaw. */
async function withMethods(
  request: IncomingMessage,
  method: 'GET' | 'POST',
  work: () => Promise<Reply>,
  show: (problem: Problem) => Reply,
  allow = method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS',
): Promise<Reply> {
  if (request.method === 'OPTIONS')
    return { status: 204, body: '', type: 'application/json', caching: 'once', headers: { allow } }
  const asked = request.method === 'HEAD' ? 'GET' : request.method
  try {
    if (asked !== method) throw problems.methodNotAllowed({ allow })
    return await work()
  } catch (error) {
    const problem =
      error instanceof Problem
        ? error
        : unexpectedProblem(error, { method: request.method, path: (request.url ?? '').split('?')[0] ?? '' })
    if (request.method === 'POST') countOutcome(problem.code)
    const reply = show(problem)
    const methods: Record<string, string> = problem.code === 'method_not_allowed' ? { allow } : {}
    return { ...reply, headers: { ...reply.headers, ...methods, ...retryAfter(problem) } }
  }
}

const asJson = (problem: Problem): Reply => ({
  status: problem.status,
  body: JSON.stringify(problem),
  type: 'application/problem+json',
  caching: 'once',
})

function retryAfter({ details }: Problem): Record<string, string> {
  const { retryAfterSeconds } = details
  return typeof retryAfterSeconds === 'number' ? { 'retry-after': String(retryAfterSeconds) } : {}
}

/** Desks share one address: the ceiling is far above what people do, and only there to slow a flood. */
async function countAnswer(request: IncomingMessage): Promise<void> {
  limiter ??= new RateLimiterMemory({ points: env().ANSWERS_PER_MINUTE, duration: 60 })
  await limiter.consume(clientAddress(request)).catch((reached: unknown) => {
    if (!(reached instanceof RateLimiterRes)) throw reached
    throw problems.tooManyRequests({ retryAfterSeconds: Math.ceil(reached.msBeforeNext / 1000) })
  })
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw problems.brokenJson({})
  }
}

function plain(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
