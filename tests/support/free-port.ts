// A port that nobody listens on, for servers that must know their address before they start.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
