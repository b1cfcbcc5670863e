// The address a request came from, as our own server saw it (stamp-request.ts). Empty when the server is not ours.
import { headers } from 'next/headers'
import { addressHeader } from './stamp-request'

export async function readAddress(): Promise<string> {
  return (await headers()).get(addressHeader) ?? ''
}
