// The cookie that names a half sign-in between the password and the second factor.
import { cookies } from 'next/headers'

export const stepCookie = 'sign-in-step'

/** The id of this browser's half sign-in, empty when there is none. */
export async function readStepCookie(): Promise<string> {
  return (await cookies()).get(stepCookie)?.value ?? ''
}
