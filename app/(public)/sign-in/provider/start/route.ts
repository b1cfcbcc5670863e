// A link, not a form: the content policy lets forms go nowhere but to us.
import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'
import { pendingSeconds, startProviderSignIn } from '#lib/flows/start-provider-sign-in'
import { cookieOptions } from '../../../../_server/cookie-options'
import { localPath } from '../../../../_server/local-path'
import { providerCookie, refusedAtProvider } from '../../../../_server/provider-cookie'
import { publicOrigin } from '../../../../_server/public-origin'
import { getActor } from '../../../../_server/session'

export async function GET(request: Request) {
  const query = new URL(request.url).searchParams
  const origin = await publicOrigin()
  try {
    const input = { origin, goal: localPath(query.get('goal')), isAgain: query.get('again') === '1' }
    const { address, pending } = await startProviderSignIn(await getActor(), input)
    ;(await cookies()).set(providerCookie, pending, {
      ...cookieOptions,
      path: '/sign-in',
      maxAge: pendingSeconds,
    })
    return NextResponse.redirect(address, 303)
  } catch (error) {
    return refusedAtProvider(error, origin)
  }
}
