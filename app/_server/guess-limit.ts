// Slows down guessing of visit codes. Only codes that could be right and are not are counted: the check digit has already
// sorted out slips of the finger, so that a whole desk behind one address never comes near the limit.
import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem, problems } from '#lib/problem'
import { placeOf } from '#lib/sign-in-throttle'
import { clientAddress } from './stamp-request'

const points = 60
const guesses = new RateLimiterMemory({ keyPrefix: 'visit code', points, duration: 600 })

/** Does work that tries a visit code. Throws tooManyRequests while this address has guessed too often; addresses stay in memory. */
export async function withGuessLimit<Result>(
  request: IncomingMessage,
  work: () => Promise<Result>,
): Promise<Result> {
  const place = placeOf(clientAddress(request))
  const state = await guesses.get(place)
  if (state && state.consumedPoints >= points)
    throw problems.tooManyRequests({ retryAfterSeconds: Math.ceil(state.msBeforeNext / 1000) })
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem && error.code === 'code_unknown')
      await guesses.consume(place).catch((reached: unknown) => {
        if (!(reached instanceof RateLimiterRes)) throw reached
      })
    throw error
  }
}
