// The name of the cookie that says who is signed in: for next-auth, and for the front door, which does not have it.
import { env } from '#lib/env'

export const isHttps = () => env().PUBLIC_URL?.startsWith('https:') ?? false
export const sessionCookieName = () => (isHttps() ? '__Secure-thuoc-do' : 'thuoc-do')
