// next-auth's CSRF token, for the plain sign-in form. The token stands before the bar in its cookie; without a cookie
// next-auth has to set one first, which a page cannot do.
import { cookies } from 'next/headers'
import { csrfCookie } from './auth-options'

/** The token, or nothing when the browser has no such cookie yet. */
export async function readCsrfToken(): Promise<string | undefined> {
  return (await cookies()).get(csrfCookie)?.value.split('|')[0]
}
