// How the front door answers: the headers of its pages, and compression, done once for pages that many people get.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { env } from '#lib/env'
import { fontStyle, type PageFont } from '#lib/surveys/light-form/shell'
import { style } from '#lib/surveys/light-form/style'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')
const styleHash = sha256(style)
const policy = (styles: string) =>
  [
    "default-src 'none'",
    `style-src ${styles}`,
    "font-src 'self'",
    "media-src 'self'",
    "script-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const always: Record<string, string> = {
  // How the worker of the pages tells our answer from that of a Wi-Fi's login page.
  'x-thuoc-do': '1',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

export type Reply = {
  status: number
  body: string | Buffer
  type:
    | 'text/html'
    | 'application/json'
    | 'application/problem+json'
    | 'application/manifest+json'
    | 'application/octet-stream'
    | 'text/javascript'
    | 'text/css'
    | 'text/plain'
    | 'image/png'
    | 'font/woff2'
  /** "once": nobody keeps it; "ask": a browser asks each time whether it has changed; "forever": its address changes instead. */
  caching: 'once' | 'ask' | 'forever'
  headers?: Record<string, string>
  /** Of a page whose style brings a font. */
  font?: PageFont
  /** The page of SurveyJS, which brings styles of its own. */
  isSurveyJs?: boolean
}

/** Only the styles that we have written ourselves; SurveyJS writes further ones into its page. */
const stylesOf = ({ font, isSurveyJs }: Reply): string =>
  isSurveyJs
    ? "'self' 'unsafe-inline'"
    : `'sha256-${styleHash}'${font ? ` 'sha256-${sha256(fontStyle(font))}'` : ''}`

/** Compressed already. */
const isBinary = ({ type }: Reply) =>
  type === 'image/png' || type === 'font/woff2' || type === 'application/octet-stream'

/** Sends it, compressed as the browser likes, without the body for HEAD, as 304 when the browser has it already. */
export async function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
): Promise<void> {
  const headers: Record<string, string> = {
    ...always,
    'content-type': isBinary(reply) ? reply.type : `${reply.type}; charset=utf-8`,
    'content-security-policy': policy(stylesOf(reply)),
    ...reply.headers,
  }
  if (env().PUBLIC_URL?.startsWith('https:')) headers['strict-transport-security'] = 'max-age=31536000'
  headers['cache-control'] = {
    once: 'no-store',
    ask: 'no-cache',
    forever: 'public, max-age=31536000, immutable',
  }[reply.caching]
  const plain = Buffer.from(reply.body)
  if (plain.length < 1000 || isBinary(reply)) return end(request, response, reply.status, headers, plain)
  const encoding = encodingFor(request)
  headers.vary = 'Accept-Encoding'
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  if (reply.caching === 'ask') {
    headers.etag = `W/"${hash}"`
    if (request.headers['if-none-match'] === headers.etag) return end(request, response, 304, headers, null)
  }
  if (encoding) headers['content-encoding'] = encoding
  const isShared = reply.caching !== 'once'
  const body = encoding
    ? await (isShared ? compressOnce(hash, plain, encoding) : compress(plain, encoding, 4))
    : plain
  end(request, response, reply.status, headers, body)
}

function end(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: Buffer | null,
): void {
  if (body) headers['content-length'] = String(body.length)
  // What was not read to its end would be taken for the next request on this connection.
  if (!request.complete) headers.connection = 'close'
  response.writeHead(status, headers)
  response.end(request.method === 'HEAD' || !body ? undefined : body)
}

type Encoding = 'br' | 'gzip'

function encodingFor(request: IncomingMessage): Encoding | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return (['br', 'gzip'] as const).find((encoding) =>
    new RegExp(`(^|[ ,])${encoding}($|[ ,;])(?! *q=0(\\.0+)?($|,))`).test(accepted),
  )
}

const compressed = new Map<string, Promise<Buffer>>()
const mostCompressed = 2000
/** The best compression of SurveyJS would keep the first reader waiting for seconds. */
const large = 300_000

function compressOnce(hash: string, plain: Buffer, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding} ${hash}`
  const known = compressed.get(key)
  if (known) return known
  if (compressed.size >= mostCompressed) compressed.clear()
  const made = compress(plain, encoding, encoding === 'gzip' ? 9 : plain.length > large ? 6 : 11)
  compressed.set(key, made)
  return made
}

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

function compress(plain: Buffer, encoding: Encoding, level: number): Promise<Buffer> {
  return encoding === 'br'
    ? brotliAsync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: level } })
    : gzipAsync(plain, { level: level === 4 ? 6 : level })
}
