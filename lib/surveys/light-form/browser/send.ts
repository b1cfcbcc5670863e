// One attempt to hand an answer over. Only the server's own word counts: "stored" is JSON that names this receipt,
// "refused" is a problem with a code. A login page of somebody's Wi-Fi answering 200, half a response, a 502 of a proxy:
// all of that means "try again".
import type { Fault } from '#lib/problem'
import { type Challenge, solveProof } from '#lib/surveys/light-form/browser/solve-proof'
import type { Submission } from '#lib/surveys/light-form/browser/submission'

export type Refusal = { code: string; title: string; titleEn: string; faults?: Fault[] }

/**
 * Why an answer still waits: nobody answered, somebody did but not with a verdict, the server asks to wait until then, or the
 * device itself has drawn a time at random.
 */
export type Delay = { why: 'no-network' | 'no-verdict' } | { why: 'too-many' | 'chosen'; until: number }

/** `later`: somebody answered, but not with a verdict about this answer; `waitSeconds` when the server named a time. */
export type Attempt =
  | { outcome: 'stored'; reply: unknown }
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'no-network' }
  | { outcome: 'later'; challenge?: Challenge; waitSeconds?: number }

/** Never rejects; `to` is another address than the one that stores. When the server asks for work first, the work is done and the answer sent once more. */
export async function send(submission: Submission, timeoutMs: number, to = '/api/answers'): Promise<Attempt> {
  const attempt = await post(submission, timeoutMs, to)
  if (!('challenge' in attempt) || !attempt.challenge) return attempt
  try {
    return await post(submission, timeoutMs, to, await solveProof(attempt.challenge))
  } catch {
    return { outcome: 'later' }
  }
}

function post(submission: Submission, timeoutMs: number, to: string, proof?: string): Promise<Attempt> {
  return exchange(to, submission, timeoutMs, {
    headers: proof ? { 'x-proof': proof } : {},
    credentials: 'same-origin', // a number of this browser, by which the server tells one sender from another
  })
}

/** Posts an answer as JSON and judges the reply. Never rejects. */
export async function exchange(
  to: string,
  body: { receipt: string },
  timeoutMs: number,
  {
    headers,
    ...how
  }: Pick<RequestInit, 'credentials' | 'referrerPolicy'> & { headers?: Record<string, string> },
): Promise<Attempt> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), timeoutMs)
  try {
    const response = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      cache: 'no-store',
      redirect: 'error',
      signal: deadline.signal,
      ...how,
    })
    return verdict(response.status, await readJson(response), body.receipt)
  } catch {
    return { outcome: 'no-network' }
  } finally {
    clearTimeout(timer)
  }
}

/** The body of a JSON answer, null for anything else. Rejects when the connection breaks in the middle. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!/^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '')) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What an answer of that status with that JSON says about the answer with this receipt. */
export function verdict(status: number, json: unknown, receipt: string): Attempt {
  if (typeof json !== 'object' || json === null) return { outcome: 'later' }
  const { receipt: stored, code, title, challenge, retryAfterSeconds } = json as Record<string, unknown>
  if (code === 'proof_required') return { outcome: 'later', challenge: challenge as Challenge }
  if (status === 200 || status === 201)
    return typeof stored === 'string' && stored.toLowerCase() === receipt
      ? { outcome: 'stored', reply: json }
      : { outcome: 'later' }
  if (code === 'too_many_requests')
    return { outcome: 'later', waitSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : 60 }
  const isRefusal = status >= 400 && status < 500 && ![408, 425, 429].includes(status)
  return isRefusal && typeof code === 'string' && typeof title === 'string'
    ? { outcome: 'refused', refusal: json as Refusal }
    : { outcome: 'later' }
}

/** What to tell whoever waits for an answer that was tried and is not there yet; undefined when there is nothing to tell. */
export function delayOf(attempt: Attempt): Delay | undefined {
  if (attempt.outcome === 'no-network') return { why: 'no-network' }
  if (attempt.outcome !== 'later') return undefined
  const { waitSeconds } = attempt
  return waitSeconds === undefined
    ? { why: 'no-verdict' }
    : { why: 'too-many', until: Date.now() + waitSeconds * 1000 }
}
