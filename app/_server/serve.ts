// The one server of the product: takes the port at once, answers "starting" until everything stands, then gives the hot
// paths to the front door and the rest to Next. Whatever ends it, Ctrl-C or a bug, the database is closed in good order.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { env, settle } from '#lib/env'
import { checkHealth } from '#lib/flows/check-health'
import { type LaneRunner, runLanes } from '#lib/jobs/run-lanes'
import { type PreparedDatabase, prepareDatabase } from '../../prisma/prepare-database'
import { buildPages } from './build-pages'
import { findSecret } from './find-secret'
import { handleHotPath } from './front-door'
import { lanes } from './lanes'
import { listenOn } from './listen-on'
import { log } from './log'
import { preparePages } from './prepare-pages'
import { requireKeys } from './require-keys'
import { warnOfLeaks } from './warn-of-leaks'
import { welcome } from './welcome'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const root = fileURLToPath(new URL('../..', import.meta.url))
const graceMs = 10_000

/** Starts everything and settles when the service is ready. */
export async function serve({ isDevelopment }: { isDevelopment: boolean }) {
  settle({ NODE_ENV: isDevelopment ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  let database: PreparedDatabase | undefined
  let jobs: LaneRunner | undefined
  let pages: Awaited<ReturnType<typeof preparePages>> | undefined
  let handle: Handle = async (_request, response) => notReady(response)
  let isStopping = false

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      log.error({ err: error, method: request.method }, 'the server could not answer')
      response.destroy()
    })
  })

  server.keepAliveTimeout = 65_000 // longer than proxies keep theirs: a connection must not close under a new request

  async function stop(code: number) {
    if (isStopping) process.exit(1) // asked twice: at once; the watchdog closes the database
    isStopping = true
    const closed = new Promise((settleClosed) => server.close(settleClosed))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), graceMs).unref()
    await Promise.all([closed, jobs?.stop()])
    await pages?.close()
    await database?.stop()
    process.exit(code)
  }
  function fail(facts: object, sentence: string) {
    log.fatal(facts, sentence)
    stop(1).catch(() => process.exit(1))
  }
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) => fail({ err: error }, 'stopped by an unexpected error'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))

  try {
    findSecret()
    const port = await listenOn(server, env().PORT, env().HOST)
    database = await prepareDatabase()
    void database.ended.then((code) => isStopping || fail({ code }, 'PostgreSQL ended by itself'))
    await requireKeys()
    await warnOfLeaks()
    jobs = await runLanes(lanes, {
      onTrouble: (error, trouble) => log.error({ err: error, ...trouble }, 'a job went wrong'),
    })
    if (!isDevelopment) await buildPages(root, (line) => console.log(line))
    pages = await preparePages(server, { root, port, isDevelopment })
    handle = (request, response) => answer(request, response, pages!.handle)
    console.log(await welcome(port))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await stop(1)
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, next: Handle) {
  if (request.url?.split('?', 1)[0] === '/api/health') return health(response)
  if (await handleHotPath(request, response)) return
  await next(request, response)
}

async function health(response: ServerResponse) {
  const isWell = await checkHealth(null).then(
    () => true,
    (error) => void log.error({ err: error }, 'not healthy'),
  )
  json(response, isWell ? 200 : 503, { status: isWell ? 'ok' : 'database-down' })
}

function notReady(response: ServerResponse) {
  response.setHeader('retry-after', '5')
  json(response, 503, { status: 'starting', vi: 'Hệ thống đang khởi động.', en: 'The service is starting.' })
}

function json(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(`${JSON.stringify(body)}\n`)
}
