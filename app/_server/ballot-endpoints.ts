// The protocol of secret ballots over HTTP, as a bare handler: no session is read, no cookie is read or set, and nothing is
// logged, not even a failure's words, for a line with an hour in it could lead from an answer to a person. Limits live in
// memory only.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from '#lib/env'
import { castBallot } from '#lib/flows/cast-ballot'
import { deleteDraft } from '#lib/flows/delete-draft'
import { listBallotKeys } from '#lib/flows/list-ballot-keys'
import { loadDraft } from '#lib/flows/load-draft'
import { openInvitation } from '#lib/flows/open-invitation'
import { putDraft } from '#lib/flows/put-draft'
import { signBallot } from '#lib/flows/sign-ballot'
import { placeOfAddress } from '#lib/place-of-address'
import { Problem, problems } from '#lib/problem'
import { type Reply, sendReply } from './citizen-reply'
import { log } from './log'
import { readBody, readBytes } from './read-body'
import { clientAddress } from './stamp-request'

const limitBytes = 64 * 1024
const draftLimitBytes = 320 * 1024

type Methods = Partial<Record<'get' | 'post' | 'put' | 'delete', () => Promise<Reply>>>

/** Answers the request if it is one of ours; false, and nothing has happened, if it is somebody else's. */
export async function handleBallots(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const methods = methodsOf(request, (request.url ?? '').split('?', 1)[0] ?? '')
  if (!methods) return false
  await sendReply(request, response, await replyTo(request, methods))
  return true
}

function methodsOf(request: IncomingMessage, path: string): Methods | null {
  const posted = async () => parseJson(await readBody(request, limitBytes))
  if (path === '/api/ballots') return { post: async () => json(201, await castBallot(null, await posted())) }
  if (path === '/api/ballots/invitation')
    return { post: async () => json(200, await openInvitation(null, await posted())) }
  if (path === '/api/ballots/sign')
    return { post: async () => json(200, await signBallot(null, await posted())) }
  const [, kind, name] = /^\/api\/(ballots\/keys|drafts)\/([\w-]{1,60})$/.exec(path) ?? []
  if (kind === 'ballots/keys')
    return {
      get: async () => ({ ...json(200, await listBallotKeys(null, { wave: name! })), caching: 'ask' }),
    }
  return kind === 'drafts' ? draftMethods(request, name!) : null
}

function draftMethods(request: IncomingMessage, id: string): Methods {
  return {
    get: async () => bytes(await loadDraft(null, { id })),
    put: async () => {
      await putDraft(null, { id, bytes: await readBytes(request, draftLimitBytes) })
      return empty
    },
    delete: async () => {
      await deleteDraft(null, { id })
      return empty
    },
  }
}

async function replyTo(request: IncomingMessage, methods: Methods): Promise<Reply> {
  const allow = [...Object.keys(methods), ...(methods.get ? ['head'] : []), 'options']
    .join(', ')
    .toUpperCase()
  if (request.method === 'OPTIONS') return { ...empty, headers: { allow } }
  const asked = request.method === 'HEAD' ? 'get' : request.method?.toLowerCase()
  const work = methods[asked as keyof Methods]
  try {
    if (!work) throw problems.methodNotAllowed({ allow })
    await slowDown(request)
    return await work()
  } catch (error) {
    const reply = refused(error instanceof Problem ? error : unexpected(error))
    return work ? reply : { ...reply, headers: { allow } }
  }
}

const limits: { all?: RateLimiterMemory } = {}

/** A hall full of delegates shares one Wi-Fi, so only a flood is slowed down. */
async function slowDown(request: IncomingMessage): Promise<void> {
  limits.all ??= new RateLimiterMemory({
    keyPrefix: 'ballots',
    points: env().ANSWERS_PER_MINUTE,
    duration: 60,
  })
  await limits.all.consume(placeOfAddress(clientAddress(request))).catch((reached: unknown) => {
    if (!(reached instanceof RateLimiterRes)) throw reached
    throw problems.tooManyRequests({ retryAfterSeconds: Math.ceil(reached.msBeforeNext / 1000) })
  })
}

/** The log learns that something failed and what kind of thing it was; neither for whom nor with which words. */
function unexpected(error: unknown): Problem {
  const id = randomUUID()
  log.error({ id, kind: error instanceof Error ? error.name : typeof error }, 'unexpected error of a ballot')
  return new Problem('unexpected', 500, {
    vi: `Hệ thống gặp lỗi ngoài dự kiến (mã ${id}). Hãy thử lại: gửi lại không bị tính hai lần.`,
    en: `Something unexpected went wrong (id ${id}). Try again: sending twice counts once.`,
  })
}

const json = (status: number, body: object): Reply => ({
  status,
  body: JSON.stringify(body),
  type: 'application/json',
  caching: 'once',
})
const empty: Reply = { status: 204, body: '', type: 'application/json', caching: 'once' }
const bytes = (body: Uint8Array): Reply => ({
  status: 200,
  body: Buffer.from(body),
  type: 'application/octet-stream',
  caching: 'once',
})

function refused(problem: Problem): Reply {
  const { retryAfterSeconds } = problem.details
  return {
    status: problem.status,
    body: JSON.stringify(problem),
    type: 'application/problem+json',
    caching: 'once',
    ...(retryAfterSeconds ? { headers: { 'retry-after': String(retryAfterSeconds) } } : {}),
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw problems.brokenJson({})
  }
}
