// What a browser remembers while its owner is at the single sign-on, and how a refusal becomes the sign-in page with a reason.
import { NextResponse } from 'next/server'
import { Problem } from '#lib/problem'
import { log } from './log'

export const providerCookie = 'provider-sign-in'

/** Back to the sign-in page; anything but a problem is logged. */
export function refusedAtProvider(error: unknown, origin: string): NextResponse {
  if (!(error instanceof Problem)) log.error({ err: error }, 'unexpected error at single sign-on')
  const code = error instanceof Problem ? error.code : 'unexpected'
  return NextResponse.redirect(`${origin}/sign-in?error=${code}`, 303)
}
