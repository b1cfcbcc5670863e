// Slows down guessing of visit codes and of numbers in prize draws: by device first, by address only as a high ceiling, because a desk shares one Wi-Fi.
// Only codes that could be right and are not are counted: the check digit has already sorted out slips of the finger. At
// the ceiling, an address would meet one of 5,000 usable codes once in eight months.
import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { placeOfAddress } from '#lib/place-of-address'
import { Problem, problems } from '#lib/problem'
import { deviceOf } from './device'
import { clientAddress } from './stamp-request'

const limits = {
  device: new RateLimiterMemory({ keyPrefix: 'guesses of a device', points: 20, duration: 600 }),
  address: new RateLimiterMemory({ keyPrefix: 'guesses of an address', points: 600, duration: 600 }),
}

/** Does work that tries a visit code. Throws tooManyRequests while this sender has guessed too often; all stays in memory. */
export async function withGuessLimit<Result>(
  request: IncomingMessage,
  work: () => Promise<Result>,
): Promise<Result> {
  const counters = countersOf(request)
  for (const { limit, key } of counters) {
    const state = await limit.get(key)
    if (state && state.consumedPoints >= limit.points)
      throw problems.tooManyRequests({ retryAfterSeconds: Math.ceil(state.msBeforeNext / 1000) })
  }
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem && ['code_unknown', 'entry_unknown'].includes(error.code))
      for (const { limit, key } of counters) await limit.consume(key).catch(ignoreLimit)
    throw error
  }
}

function countersOf(request: IncomingMessage) {
  const device = deviceOf(request)
  return [
    ...(device ? [{ limit: limits.device, key: device }] : []),
    { limit: limits.address, key: placeOfAddress(clientAddress(request)) },
  ]
}

/** rate-limiter-flexible rejects with its result when a limit is passed; the next attempt is what is refused. */
function ignoreLimit(rejection: unknown) {
  if (!(rejection instanceof RateLimiterRes)) throw rejection
}
