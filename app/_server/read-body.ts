// Reads the body of a request up to a limit. More than that is not even read to its end.
import type { IncomingMessage } from 'node:http'
import { problems } from '#lib/problem'

/** The body as text. Throws bodyTooLarge. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  return (await readBytes(request, limitBytes)).toString('utf8')
}

/** The body as it came. Throws bodyTooLarge. */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw problems.bodyTooLarge({ limitBytes })
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > limitBytes) throw problems.bodyTooLarge({ limitBytes })
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks, length)
}
