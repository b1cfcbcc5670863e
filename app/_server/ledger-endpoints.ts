// The machine interface of the public log, /api/ledger/…: heads, proofs, the file of a log, and the receipt file of an answer.
// No cookie and no session; nothing here tells what anybody answered to somebody who does not know it.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { exportLedger } from '#lib/flows/export-ledger'
import { listLedgers } from '#lib/flows/list-ledgers'
import { loadLedger } from '#lib/flows/load-ledger'
import { makeReceipt } from '#lib/flows/make-receipt'
import { proveConsistency } from '#lib/flows/prove-consistency'
import { proveLeaf } from '#lib/flows/prove-leaf'
import { headNote } from '#lib/ledger/head'
import { placeOfAddress } from '#lib/place-of-address'
import { Problem, problems } from '#lib/problem'
import { type Reply, sendReply } from './citizen-reply'
import { readBody } from './read-body'
import { clientAddress } from './stamp-request'
import { unexpectedProblem } from './unexpected-problem'

const limitBytes = 64 * 1024
/** Generous for people and for a classroom behind one address; whoever wants a whole log downloads its file. */
const limiter = new RateLimiterMemory({ keyPrefix: 'questions to the log', points: 300, duration: 60 })

/** Answers a request for the log; false when the path is another's. */
export async function sendLedger(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string,
): Promise<boolean> {
  if (path !== '/api/ledger' && !path.startsWith('/api/ledger/')) return false
  const [, , , wave, what, detail, ...rest] = path.split('/')
  try {
    await countQuestion(request)
    const isFile = what === 'log' && wave && !detail
    if (isFile && ['GET', 'HEAD'].includes(request.method ?? '')) await sendFile(request, response, wave)
    else
      await sendReply(
        request,
        response,
        await answer(
          request,
          { wave, what, detail, isTooLong: rest.length > 0 },
          new URLSearchParams(search),
        ),
      )
  } catch (error) {
    if (response.headersSent) {
      response.destroy()
      return true
    }
    await sendReply(request, response, asProblem(error, request, path))
  }
  return true
}

type Place = { wave?: string; what?: string; detail?: string; isTooLong: boolean }

async function answer(request: IncomingMessage, place: Place, query: URLSearchParams): Promise<Reply> {
  const { wave = '', what = '', detail = '', isTooLong } = place
  if (request.method === 'OPTIONS') return { ...json({}), status: 204, body: '', headers: { allow } }
  if (wave === 'receipts' && !what) return receiptReply(request)
  if (!['GET', 'HEAD'].includes(request.method ?? '')) throw problems.methodNotAllowed({ allow })
  if (!isTooLong) {
    if (!wave) return json(await listLedgers(null))
    if (!what) return json(await loadLedger(null, { wave }))
    if (what === 'head' && !detail) return note((await loadLedger(null, { wave })).heads.at(-1)!)
    if (what === 'proof') return json(await proveLeaf(null, { wave, leaf: detail }))
    if (what === 'consistency') {
      const [from, to] = [query.get('from'), query.get('to')] as [never, never]
      return json(await proveConsistency(null, { wave, from, to }))
    }
  }
  throw problems.notFound({ what: 'trang của sổ', id: `${wave}/${what}`.slice(0, 80) })
}

const allow = 'GET, HEAD, OPTIONS'

const json = (body: unknown): Reply => ({
  status: 200,
  body: JSON.stringify(body),
  type: 'application/json',
  caching: 'ask',
})

const note = (head: Parameters<typeof headNote>[0]): Reply => ({
  ...json(''),
  body: headNote(head),
  type: 'text/plain',
})

/** JSON gets JSON; the plain form of a page without a script gets a file to save. */
async function receiptReply(request: IncomingMessage): Promise<Reply> {
  if (request.method !== 'POST') throw problems.methodNotAllowed({ allow: 'POST, OPTIONS' })
  const body = await readBody(request, limitBytes)
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  const sent = isForm ? (new URLSearchParams(body).get('submission') ?? '') : body
  const file = await makeReceipt(null, parse(sent))
  const name = `bien-nhan-${file.answer.receipt.slice(0, 8)}.json`
  return {
    status: 200,
    body: `${JSON.stringify(file, null, 1)}\n`,
    type: 'application/json',
    caching: 'once',
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problems.brokenJson({})
  }
}

async function sendFile(request: IncomingMessage, response: ServerResponse, wave: string): Promise<void> {
  const { name, texts } = await exportLedger(null, { wave })
  response.writeHead(200, {
    'content-type': 'application/jsonl; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') {
    await texts.return(undefined)
    response.end()
  } else await pipeline(Readable.from(texts), response)
}

function asProblem(error: unknown, request: IncomingMessage, path: string): Reply {
  const problem =
    error instanceof Problem ? error : unexpectedProblem(error, { method: request.method, path })
  const { retryAfterSeconds, allow: allowed } = problem.details
  return {
    status: problem.status,
    body: JSON.stringify(problem),
    type: 'application/problem+json',
    caching: 'once',
    headers: {
      ...(typeof retryAfterSeconds === 'number' ? { 'retry-after': String(retryAfterSeconds) } : {}),
      ...(typeof allowed === 'string' ? { allow: allowed } : {}),
    },
  }
}

async function countQuestion(request: IncomingMessage): Promise<void> {
  await limiter.consume(placeOfAddress(clientAddress(request))).catch((reached: unknown) => {
    if (!(reached instanceof RateLimiterRes)) throw reached
    throw problems.tooManyRequests({ retryAfterSeconds: Math.ceil(reached.msBeforeNext / 1000) })
  })
}
