// Hands one short message to the gateway: a signed POST over https that follows no redirect and never enters our own
// network. The body is as small as the work allows: number, text, language.
import { createHmac } from 'node:crypto'
import { lookup as lookUp } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '#lib/messages/public-network'
import type { WebhookAccess } from '#lib/messages/webhook-settings'

export type ShortMessage = { id: string; to: string; text: string; language: string }

export type WebhookOutcome =
  | { status: 'sent' }
  /** 4xx other than 408, 425 and 429: the gateway will not take this one. */
  | { status: 'refused'; code: string }
  | { status: 'later'; code: string }

type Options = { mayBeInside: boolean; signal?: AbortSignal }

const patienceMs = 15_000

/** `sha256=` over "timestamp.body", hexadecimal: what the gateway computes too (X-Timestamp, X-Signature). */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

/** Never throws for what a gateway does. The same `id` may come twice after a crash: Idempotency-Key tells. */
export function postWebhook(
  { url, secret }: WebhookAccess,
  message: ShortMessage,
  { mayBeInside, signal }: Options,
): Promise<WebhookOutcome> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  const isAllowed =
    mayBeInside || (target.protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host)))
  if (!isAllowed) return Promise.resolve({ status: 'later', code: 'webhook-inside' })
  const body = JSON.stringify(message)
  const timestamp = String(Math.floor(Date.now() / 1000))
  return new Promise((resolve) => {
    const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'idempotency-key': message.id,
        'x-timestamp': timestamp,
        'x-signature': signWebhook(secret, timestamp, body),
      },
      timeout: patienceMs,
      ...(signal ? { signal } : {}),
      ...(mayBeInside ? {} : { lookup: lookUpOutside }),
    })
    request.on('response', (response) => {
      response.resume()
      resolve(outcomeOf(response.statusCode ?? 0))
    })
    request.on('timeout', () => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })))
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: 'later', code: error.code ?? 'unknown' }),
    )
    request.end(body)
  })
}

function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return { status: 'sent' }
  const code = String(status)
  const isFinal = status >= 400 && status < 500 && ![401, 403, 404, 408, 425, 429].includes(status)
  return { status: isFinal ? 'refused' : 'later', code }
}

/** Looks a name up and refuses when any of its addresses is inside: what is checked is what is connected to. */
const lookUpOutside: LookupFunction = (name, options, done) => {
  lookUp(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0)
    if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address)))
      return done(Object.assign(new Error('inside'), { code: 'webhook-inside' }), '', 0)
    if (options.all) return (done as (e: null, all: typeof found) => void)(null, found)
    const [{ address, family }] = found as [(typeof found)[0]]
    return done(null, address, family)
  })
}
