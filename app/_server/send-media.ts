// Recordings and pictures at /s/media/<hash>: kept by browsers for good, because the hash is that of the bytes. Players ask
// for parts of a recording (Safari plays nothing without), so that one range of bytes is answered.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { loadMedia } from '#lib/flows/load-media'
import { Problem } from '#lib/problem'

/** Answers a request for media; false when the path is another's. */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  const hash = /^\/s\/media\/([0-9a-f]{64})$/.exec(path)?.[1]
  if (!hash || !['GET', 'HEAD'].includes(request.method ?? '')) return false
  const media = await loadMedia(null, { hash }).catch((problem: unknown) => {
    if (problem instanceof Problem) return problem
    throw problem
  })
  if (media instanceof Problem) {
    response.writeHead(media.status, { 'content-type': 'application/problem+json' })
    response.end(JSON.stringify(media))
    return true
  }
  const { bytes, type } = media
  const range = readRange(request.headers.range, bytes.length)
  const part = range ? bytes.subarray(range.from, range.to + 1) : bytes
  response.writeHead(range ? 206 : 200, {
    'content-type': type,
    'content-length': String(part.length),
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(range ? { 'content-range': `bytes ${range.from}-${range.to}/${bytes.length}` } : {}),
  })
  response.end(request.method === 'HEAD' ? undefined : part)
  return true
}

/** One range of bytes ("bytes=0-1"); anything else is answered whole, as the standard allows. */
function readRange(head: string | undefined, length: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(head ?? '') ?? []
  if (first === undefined) return null
  const from = Number(first)
  const to = Math.min(last ? Number(last) : length - 1, length - 1)
  return from <= to ? { from, to } : null
}
