// Slows down guessing without letting a stranger lock anybody out. Failures are counted per log-in AND address (the
// person who mistypes waits, colleagues do not), per address (many log-ins tried from one place) and per log-in (one
// log-in tried from many places; there, addresses that have signed in before stay welcome).
import { isIP } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problems } from '#lib/problem'

const minutes = 60
const limits = {
  pair: { points: 5, duration: 5 * minutes },
  address: { points: 60, duration: 15 * minutes },
  login: { points: 40, duration: 30 * minutes },
}

/** Counts failed sign-ins in this process's memory; a restart forgets them. */
export class SignInThrottle {
  readonly #pair = new RateLimiterMemory({ keyPrefix: 'pair', ...limits.pair })
  readonly #address = new RateLimiterMemory({ keyPrefix: 'address', ...limits.address })
  readonly #login = new RateLimiterMemory({ keyPrefix: 'login', ...limits.login })
  readonly #welcome = new Set<string>()

  /** Throws tooManyRequests with the waiting time while this log-in may not be tried from this address. */
  async check(login: string, address: string): Promise<void> {
    const place = placeOf(address)
    const isWelcome = this.#welcome.has(`${login} ${place}`)
    const states = await Promise.all([
      this.#pair.get(`${login} ${place}`),
      this.#address.get(place),
      isWelcome ? null : this.#login.get(login),
    ])
    const allowed = [limits.pair.points, limits.address.points, limits.login.points]
    const waits = states.map((state, i) =>
      state && state.consumedPoints >= allowed[i]! ? state.msBeforeNext : 0,
    )
    const wait = Math.max(...waits)
    if (wait > 0) throw problems.tooManyRequests({ retryAfterSeconds: Math.ceil(wait / 1000) })
  }

  /** Counts a failed attempt. */
  async fail(login: string, address: string): Promise<void> {
    const place = placeOf(address)
    await Promise.all(
      [this.#pair.consume(`${login} ${place}`), this.#address.consume(place), this.#login.consume(login)].map(
        (attempt) => attempt.catch(ignoreLimit),
      ),
    )
  }

  /** Forgets the failures of this person at this place, and remembers that the place is theirs. */
  async succeed(login: string, address: string): Promise<void> {
    const pair = `${login} ${placeOf(address)}`
    this.#welcome.add(pair)
    await this.#pair.delete(pair)
  }
}

/** An IPv6 subscriber owns a whole /64, so that is what counts as one place. */
export function placeOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** rate-limiter-flexible rejects with its result when a limit is passed; check() is what refuses, so that is fine here. */
function ignoreLimit(rejection: unknown) {
  if (!(rejection instanceof RateLimiterRes)) throw rejection
}
