'use server'
// Signs this browser out: the session is revoked in the database, then its cookie goes. Who came through the single sign-on gets
// a page that says that they are still signed in over there.
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { signOut } from '#lib/flows/sign-out'
import { sessionCookie } from './auth-options'
import { getActor } from './session'

export async function signOutNow(): Promise<void> {
  const actor = await getActor()
  const isElsewhere = actor !== null && (await signOut(actor, { sessionId: actor.sessionId }))
  ;(await cookies()).delete(sessionCookie)
  redirect(isElsewhere ? '/sign-in/left' : '/')
}
