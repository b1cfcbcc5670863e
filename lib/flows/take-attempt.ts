// Slows down guessing without letting a stranger lock anybody out. An attempt is counted before the secret is looked at, so
// that a hundred at once are still a hundred, and forgiven when it was right. Three counts for strangers, one after the other:
// log-in AND place (who mistypes waits, colleagues do not), place (many log-ins from one address), log-in (many addresses
// at one log-in). A browser in which the person has signed in before has a count of its own and none of these, so nothing that
// strangers do, from wherever, keeps the person out of it.
import type { MaybeActor } from '#lib/access'
import { countAttempt, forgiveAttempts, type Limit } from '#lib/db/sign-in-failures'
import { sign } from '#lib/installation-secret'
import { placeOfAddress } from '#lib/place-of-address'
import { problems } from '#lib/problem'

const minutes = 60
const limits = {
  device: { points: 10, seconds: 15 * minutes },
  pair: { points: 5, seconds: 5 * minutes },
  place: { points: 60, seconds: 15 * minutes },
  login: { points: 40, seconds: 30 * minutes },
  /** Codes of a second factor: whoever tries them knows the password already, and a code has six digits. */
  codes: { points: 10, seconds: 60 * minutes },
}

type Try = {
  /** What is tried: a log-in, or another name for a secret. */
  subject: string
  /** The address it comes from, as our server saw it. */
  address: string
  /** Number of a browser in which this subject has signed in before. */
  knownDevice?: string | null
  /** The secret is the code of a second factor. */
  isCode?: boolean
}
export type Attempt = { forgive: () => Promise<void> }

/** Counts an attempt. Throws tooManyRequests with the waiting time; call `forgive` when the secret was right. */
export async function takeAttempt(
  _anybody: MaybeActor,
  { subject, address, knownDevice, isCode }: Try,
): Promise<Attempt> {
  const place = placeOfAddress(address)
  if (knownDevice) {
    const own = limitOf('device', `${subject} ${knownDevice}`, isCode)
    if ((await countAttempt(own)).points <= own.points)
      return { forgive: () => forgiveAttempts([own.key], []) }
  }
  const pair = limitOf('pair', `${subject} ${place}`, isCode)
  const shared = [
    limitOf('place', place, isCode),
    isCode ? limitOf('codes', subject) : limitOf('login', subject),
  ]
  for (const limit of [pair, ...shared]) {
    const { points, secondsLeft } = await countAttempt(limit)
    if (points > limit.points) throw problems.tooManyRequests({ retryAfterSeconds: secondsLeft })
  }
  return {
    forgive: () =>
      forgiveAttempts(
        [pair.key],
        shared.map(({ key }) => key),
      ),
  }
}

function limitOf(name: keyof typeof limits, what: string, isCode = false): Limit {
  return { key: sign('attempts', `${name} ${isCode ? 'code ' : ''}${what}`), ...limits[name] }
}
