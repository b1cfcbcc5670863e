// Next behind our own server: in production from the finished build, in development with its compiler.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import next from 'next'
import { stampRequest } from './stamp-request'

/** Makes Next ready; `handle` answers any request with a page, a route handler or "not found". */
export async function preparePages(
  server: Server,
  options: { root: string; port: number; isDevelopment: boolean },
) {
  const { root, port, isDevelopment } = options
  const app = next({ dev: isDevelopment, dir: root, hostname: 'localhost', port, httpServer: server })
  await app.prepare()
  const toNext = app.getRequestHandler()
  if (isDevelopment) server.on('upgrade', app.getUpgradeHandler())
  async function handle(request: IncomingMessage, response: ServerResponse) {
    stampRequest(request, response)
    await toNext(request, response)
  }
  return { handle, close: () => app.close() }
}
