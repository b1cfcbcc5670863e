// The end points of next-auth. Only sign-in is used (the form of /sign-in posts to callback/credentials).
import NextAuth from 'next-auth'
import { authOptions } from '../../../_server/auth-options'

const handler = NextAuth(authOptions)

export { handler as GET, handler as POST }
