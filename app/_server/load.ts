// How a page reads: it runs a flow for the signed-in person and turns a Problem into the page that fits: sign-in, "no
// permission" (403) or "not found" (404). Everything else goes to error.tsx, under an id: Next prints what it is given with all
// its words.
import { headers } from 'next/headers'
import { forbidden, notFound, redirect, unstable_rethrow } from 'next/navigation'
import type { MaybeActor } from '#lib/access'
import { Problem } from '#lib/problem'
import { getActor } from './session'
import { pathHeader } from './stamp-request'
import { unexpectedProblem } from './unexpected-problem'

/** The result of a flow for this request's actor. */
export async function load<Result>(read: (actor: MaybeActor) => Promise<Result>): Promise<Result> {
  try {
    return await read(await getActor())
  } catch (error) {
    unstable_rethrow(error)
    if (!(error instanceof Problem))
      throw unexpectedProblem(error, { path: (await askedPath()).split('?')[0]! })
    if (error.status === 401) return redirect(await signInPath())
    if (error.code === 'second_factor_required') return redirect('/account')
    if (error.status === 403) return forbidden()
    if (error.status === 404) return notFound()
    throw error
  }
}

/** Path and query of the page that was asked for. */
export const askedPath = async (): Promise<string> => (await headers()).get(pathHeader) ?? ''

/** The sign-in page, told where to come back to. */
export async function signInPath(): Promise<string> {
  const path = await askedPath()
  return path && path !== '/' ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : '/sign-in'
}
