// Goes to the sign-out of the single sign-on. A link, not a form: the content policy lets forms go nowhere but to us. Whoever
// follows it from elsewhere loses nothing: the single sign-on asks before it signs anybody out.
import { NextResponse } from 'next/server'
import { findProviderSignOut } from '#lib/flows/find-provider-sign-out'
import { refusedAtProvider } from '../../../../_server/provider-cookie'
import { publicOrigin } from '../../../../_server/public-origin'
import { getActor } from '../../../../_server/session'

export async function GET() {
  const origin = await publicOrigin()
  try {
    const address = await findProviderSignOut(await getActor(), { origin })
    return NextResponse.redirect(address ?? `${origin}/sign-in`, 303)
  } catch (error) {
    return refusedAtProvider(error, origin)
  }
}
