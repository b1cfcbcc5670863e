// How much one sender may send: by the code that an answer comes with, else by its device. A desk shares one Wi-Fi,
// so the address only has its very high ceiling (front-door). The surprise: what counts for a device are answers that
// were taken; whoever mends mistakes uses nothing up. A form takes minutes, so twenty an hour from one phone are no people.
// The counters live in this process and are lost with it, on purpose: in the database they would be a list of devices beside
// the answers. Several processes would each count for themselves; the product is one process.
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problems } from '#lib/problem'
import { deviceOf } from './device'

/** What an answer says about how it comes in. */
export type Said = { visitCode?: unknown; mode?: unknown }

const anHour = 3600
const limits = {
  /** Attempts with the same code; each page of a form without a script is one. */
  right: new RateLimiterMemory({ keyPrefix: 'right', points: 120, duration: 600 }),
  device: new RateLimiterMemory({ keyPrefix: 'device', points: 20, duration: anHour }),
  /** Kiosks and enumerators' tablets; after a day without a network they send all at once. */
  shared: new RateLimiterMemory({ keyPrefix: 'shared', points: 300, duration: anHour }),
}

/** Does work that may store an answer. Throws tooManyRequests when this sender has sent too much. */
export async function withSenderLimit<Result>(
  request: IncomingMessage,
  said: Said,
  work: () => Promise<Result>,
  isTaken: (result: Result) => boolean = () => true,
): Promise<Result> {
  const device = deviceOf(request)
  if (said.visitCode)
    await consume(limits.right, createHash('sha256').update(String(said.visitCode)).digest('base64'))
  // An answer with a code is taken with a good code only.
  if (said.visitCode || !device) return work()
  const limit = said.mode === 'kiosk' || said.mode === 'assisted' ? limits.shared : limits.device
  await consume(limit, device)
  let hasTaken = false
  try {
    const result = await work()
    hasTaken = isTaken(result)
    return result
  } finally {
    if (!hasTaken) await limit.reward(device)
  }
}

async function consume(limit: RateLimiterMemory, sender: string): Promise<void> {
  await limit.consume(sender).catch((reached: unknown) => {
    if (!(reached instanceof RateLimiterRes)) throw reached
    throw problems.tooManyRequests({ retryAfterSeconds: Math.ceil(reached.msBeforeNext / 1000) })
  })
}
