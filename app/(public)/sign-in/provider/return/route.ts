// Where the single sign-on sends people back to. A session that this browser had is over: nobody can slip one in.
import { cookies, headers } from 'next/headers'
import { NextResponse } from 'next/server'
import { finishProviderSignIn } from '#lib/flows/finish-provider-sign-in'
import { signOut } from '#lib/flows/sign-out'
import { keepKnownDevice } from '../../../../_server/known-device-cookie'
import { localPath } from '../../../../_server/local-path'
import { providerCookie, refusedAtProvider } from '../../../../_server/provider-cookie'
import { publicOrigin } from '../../../../_server/public-origin'
import { readAddress } from '../../../../_server/read-address'
import { getActor } from '../../../../_server/session'
import { setSessionCookie } from '../../../../_server/set-session-cookie'

export async function GET(request: Request) {
  const origin = await publicOrigin()
  const jar = await cookies()
  const pending = jar.get(providerCookie)?.value ?? ''
  jar.delete({ name: providerCookie, path: '/sign-in' })
  try {
    const before = await getActor()
    const { sessionId, login, goal } = await finishProviderSignIn(before, {
      origin,
      pending,
      query: new URL(request.url).search,
      address: await readAddress(),
      agent: (await headers()).get('user-agent') ?? '',
    })
    if (before) await signOut(before, { sessionId: before.sessionId })
    await setSessionCookie(sessionId)
    await keepKnownDevice(login)
    return NextResponse.redirect(`${origin}${localPath(goal)}`, 303)
  } catch (error) {
    return refusedAtProvider(error, origin)
  }
}
