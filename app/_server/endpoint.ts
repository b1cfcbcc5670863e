// The wrapper of every route handler, and with action.ts and load.ts the only place that catches errors: a Problem
// becomes its status and sentences (RFC 9457), anything else is logged under an id and answered with 500 and that id.
import { unstable_rethrow } from 'next/navigation'
import { Problem } from '#lib/problem'
import { unexpectedProblem } from './unexpected-problem'

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/** A route handler that never leaks an error. */
export function endpoint<Context = unknown>(handle: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await handle(request, context)
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof Problem) return problemResponse(error)
      return problemResponse(
        unexpectedProblem(error, { method: request.method, path: new URL(request.url).pathname }),
      )
    }
  }
}

/** The answer for a problem; `Retry-After` where the problem says when. */
export function problemResponse(problem: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8' })
  const { retryAfterSeconds } = problem.details
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(retryAfterSeconds))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
