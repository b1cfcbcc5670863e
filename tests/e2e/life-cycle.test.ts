// The whole service in a folder of its own, started, stopped and killed the way it happens on a real machine.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbedded } from '../../prisma/embedded'
import { isRunning, type Postmaster, readPostmaster } from '../../prisma/postmaster'
import { type RunningServer, startServer } from '../support/built-server'
import { freePort } from '../support/free-port'

let folder: string
let started: RunningServer[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-life-'))
})

afterEach(async () => {
  await Promise.all(started.map((server) => server.stop('SIGTERM')))
  started = []
  await rm(folder, { recursive: true, force: true })
})

function start(settings: Record<string, string> = {}): RunningServer {
  const server = startServer({ DATA_DIR: folder, PORT: '0', NO_SAMPLE_DATA: '1', ...settings })
  started.push(server)
  return server
}

const files = () => join(folder, 'database', 'files')
const health = async (server: RunningServer) => (await fetch(`${await server.url}/api/health`)).status

/** The database server of the folder; fails when there is none. */
function databaseProcess(): Postmaster {
  const found = readPostmaster(files())
  if (!found || !isRunning(found)) throw new Error('no database is running')
  return found
}

/** The status of the first answer at an address where nobody listens yet. */
async function firstStatus(url: string): Promise<number> {
  for (let tries = 0; tries < 2000; tries++) {
    const answer = await fetch(url).catch(() => null)
    if (answer) return answer.status
    await sleep(20)
  }
  throw new Error('nobody answered')
}

async function gone(postmaster: Postmaster): Promise<boolean> {
  for (let tries = 0; tries < 200 && isRunning(postmaster); tries++) await sleep(100)
  return !isRunning(postmaster)
}

describe('the life of the service', () => {
  it('ends with everything it started when asked to, and keeps its data for the next start', async () => {
    const first = start()
    await first.url
    const database = databaseProcess()
    expect(await first.stop('SIGINT')).toBe(0)
    expect(isRunning(database)).toBe(false)
    expect(readPostmaster(files())).toBeNull()
    const password = await readFile(join(folder, 'database', 'password'), 'utf8')
    expect(await health(start())).toBe(200)
    expect(await readFile(join(folder, 'database', 'password'), 'utf8')).toBe(password)
  })

  it('answers "starting" with 503 until it is ready, and 200 from then on', async () => {
    const port = await freePort()
    const server = start({ PORT: String(port) })
    expect(await firstStatus(`http://localhost:${port}/api/health`)).toBe(503)
    expect(await health(server)).toBe(200)
  })

  it('leaves no orphan database when it is killed, and starts again at once', async () => {
    const first = start()
    await first.url
    const database = databaseProcess()
    await first.stop('SIGKILL')
    const second = start()
    expect(await health(second)).toBe(200)
    expect(await gone(database)).toBe(true)
    expect(databaseProcess().pid).not.toBe(database.pid)
  })

  it('stops an orphan that lost its watchdog as well', async () => {
    const first = start()
    await first.url
    const database = databaseProcess()
    const watchdog = Number(
      (await readFile(`/proc/${database.pid}/stat`, 'utf8')).split(') ')[1]!.split(' ')[1],
    )
    process.kill(watchdog, 'SIGKILL')
    await first.stop('SIGKILL')
    expect(isRunning(database)).toBe(true)
    expect(await health(start())).toBe(200)
    expect(await gone(database)).toBe(true)
  })

  it('is not stopped by a lock file whose process number belongs to somebody else', async () => {
    const first = start()
    await first.url
    await first.stop()
    await writeFile(
      join(files(), 'postmaster.pid'),
      `${process.pid}\n${files()}\n1\n5432\n\n127.0.0.1\n\nready\n`,
    )
    expect(await health(start())).toBe(200)
  })

  it('refuses a second start in the same folder in plain words, and the first goes on', async () => {
    const first = start()
    await first.url
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.printed()).toContain('đang chạy với thư mục dữ liệu này rồi')
    expect(second.printed()).toContain(String(first.pid))
    expect(await health(first)).toBe(200)
  })

  it('says so when its port is taken', async () => {
    const other = createServer().listen(0)
    const { port } = other.address() as AddressInfo
    const server = start({ PORT: String(port) })
    expect(await server.ended).toBe(1)
    expect(server.printed()).toContain(`Cổng ${port} đang được dùng`)
    other.close()
  })

  it('uses the database of DATABASE_URL instead of its own', async () => {
    const elsewhere = await startEmbedded(join(folder, 'elsewhere'))
    const server = start({ DATABASE_URL: elsewhere.url })
    expect(await health(server)).toBe(200)
    expect(readPostmaster(files())).toBeNull()
    const client = new pg.Client({ connectionString: elsewhere.url })
    await client.connect()
    const { rows } = await client.query('select count(*)::int as published from "Definition"')
    await client.end()
    expect(rows[0].published).toBeGreaterThan(0)
    await server.stop()
    await elsewhere.stop()
  })

  it('ends with an error when its database dies', async () => {
    const server = start()
    await server.url
    process.kill(databaseProcess().pid, 'SIGINT')
    expect(await server.ended).toBe(1)
    expect(server.printed()).toContain('PostgreSQL ended by itself')
  })
})
