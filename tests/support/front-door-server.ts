// The front door on a free port, as the server of the product uses it, without Next behind it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import { settle } from '#lib/env'
import { handleHotPath } from '../../app/_server/front-door'

/** Opens the front door for this test file; the function gives the full address of a path. */
export function frontDoorServer({ answersPerMinute = 1_000_000 } = {}): (path: string) => string {
  settle({ ANSWERS_PER_MINUTE: String(answersPerMinute) })
  const server = createServer((request, response) => {
    void handleHotPath(request, response).then((isOurs) => isOurs || response.writeHead(404).end('not ours'))
  })
  server.keepAliveTimeout = 120_000 // a busy machine must not close connections that the test is about to use
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return (path) => `http://127.0.0.1:${port}${path}`
}
