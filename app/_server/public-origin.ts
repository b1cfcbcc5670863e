// Where people reach us, for links and codes that leave the page: what stampRequest has settled for this request.
import { headers } from 'next/headers'

/** E.g. https://thuocdo.example.vn, without a path. */
export async function publicOrigin(): Promise<string> {
  const asked = await headers()
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${asked.get('x-forwarded-host') ?? 'localhost'}`
}
