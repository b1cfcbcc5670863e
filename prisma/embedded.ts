// The default database: a real PostgreSQL from npm in the data folder, for whoever sets no DATABASE_URL. Durable (fsync
// on), on a free loopback port with a password of its own. It stops when its owner stops or is killed (watchdog.js), and
// the owner holds an advisory lock, so that a second start in the same folder is refused in plain words.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Account, chooseAccount, launchAs } from './embedded-account'
import { embeddedBinaries } from './embedded-binaries'
import { AlreadyRunning, isRunning, makeRoom, ownerLock, ownerName, readPostmaster } from './postmaster'

const user = 'thuoc_do'
/**
 * A line of the server's log has an hour, and the rows and statements that PostgreSQL repeats beside an error are answers and
 * addresses: so it says what went wrong, never with which values, nor how busy it is. Old segments of the write-ahead log are
 * deleted, not renamed for later with all that stands in them (lib/db/clear-ballot-files.ts).
 */
const discreet = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  wal_recycle: 'off',
}
const watchdog = fileURLToPath(new URL('watchdog.js', import.meta.url))

export type EmbeddedDatabase = {
  url: string
  /** Settles with the exit code when the server ends, wanted or not. */
  ended: Promise<number>
  stop(): Promise<void>
}

/** Starts the server of `dataDir`, made on first use. `settings` are PostgreSQL settings on top of the defaults. */
export async function startEmbedded(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir, 'database')
  const files = join(home, 'files')
  const account = chooseAccount(files)
  mkdirSync(resolve(dataDir), { recursive: true })
  if (account) chmodSync(resolve(dataDir), 0o711)
  if (!existsSync(home)) initialise(home, account)
  const password = readFileSync(join(home, 'password'), 'utf8')
  for (let attempt = 1; ; attempt++) {
    const port = await keptPort(join(home, 'port'))
    const connection = { host: '127.0.0.1', port, user, password, database: 'postgres' }
    await makeRoom(files, connection)
    const server = launch(home, files, account, port, settings)
    const owner = await own(connection, server)
    if (owner) {
      await createDatabase(owner)
      return handle(owner, server, `postgresql://${user}:${password}@127.0.0.1:${port}/${user}`)
    }
    const words = logTail(join(home, 'postgres.log'))
    // a dying server of an earlier start still holds its memory or its lock file: it will be gone in a moment
    const isPassing = /shared memory block|lock file "postmaster.pid"|could not create any TCP/.test(words)
    if (!isPassing || attempt === 20)
      throw new Error(`PostgreSQL không khởi động được / did not start:\n${words}`)
    if (words.includes('could not create any TCP')) rmSync(join(home, 'port'))
    await sleep(500)
  }
}

/** The URL of the server that another process is running in `dataDir`, for a command beside the service; or null. */
export function runningEmbeddedUrl(dataDir: string): string | null {
  const home = resolve(dataDir, 'database')
  const postmaster = readPostmaster(join(home, 'files'))
  if (!postmaster || !isRunning(postmaster)) return null
  const password = readFileSync(join(home, 'password'), 'utf8')
  return `postgresql://${user}:${password}@127.0.0.1:${postmaster.port}/${user}`
}

/** Makes the folder under another name first: whoever renames first wins, nobody sees half a database. */
function initialise(home: string, account: Account) {
  const draft = `${home}.${process.pid}`
  const files = join(draft, 'files')
  const password = randomBytes(18).toString('base64url')
  mkdirSync(files, { recursive: true, mode: 0o700 })
  if (account) chmodSync(draft, 0o711)
  writeFileSync(join(files, '..', 'password'), password, { mode: 0o600 })
  for (const path of account ? [files, join(draft, 'password')] : [])
    chownSync(path, account!.uid, account!.gid)
  const options = ['--auth=scram-sha-256', `--username=${user}`, `--pwfile=${join(draft, 'password')}`]
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const launchable = launchAs(
    account,
    embeddedBinaries().initdb,
    [`--pgdata=${files}`, ...options, ...locale],
    files,
  )
  const run = spawnSync(launchable.command, launchable.args, {
    ...launchable.account,
    cwd: '/',
    encoding: 'utf8',
  })
  try {
    if (run.status !== 0) throw new Error(`initdb: ${run.error?.message ?? run.stderr}`)
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

function launch(
  home: string,
  files: string,
  account: Account,
  port: number,
  settings: Record<string, string>,
) {
  const logFile = join(home, 'postgres.log')
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) truncateSync(logFile)
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...discreet,
    ...settings,
  }
  const args = [
    '-D',
    files,
    '-p',
    String(port),
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const order = { ...launchAs(account, embeddedBinaries().postgres, args, files), logFile }
  // detached: Ctrl-C in the terminal reaches only us, so that the last answers are stored before the database stops
  return spawn(process.execPath, [watchdog, JSON.stringify(order)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
}

/** Waits until the server takes connections and takes the owner's lock; null when the server gave up. */
async function own(connection: pg.ClientConfig, server: ChildProcess): Promise<pg.Client | null> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ ...connection, application_name: `${ownerName} ${process.pid}` })
    client.on('error', () => {})
    try {
      await client.connect()
    } catch {
      await sleep(30)
      continue
    }
    const { rows } = await client.query<{ isOurs: boolean }>('select pg_try_advisory_lock($1) as "isOurs"', [
      ownerLock,
    ])
    if (rows[0]?.isOurs) return client
    await client.end()
    server.stdin?.end()
    throw new AlreadyRunning('?')
  }
  return null
}

async function createDatabase(owner: pg.Client) {
  const { rowCount } = await owner.query('select from pg_database where datname = $1', [user])
  if (!rowCount) await owner.query(`create database ${user}`)
}

function handle(owner: pg.Client, server: ChildProcess, url: string): EmbeddedDatabase {
  const ended = new Promise<number>((settle) => server.once('exit', (code) => settle(code ?? 1)))
  server.stdin?.on('error', () => {})
  async function stop() {
    await owner.end().catch(() => {})
    server.stdin?.end()
    await ended
  }
  return { url, ended, stop }
}

/** The port of last time if it is still free, else a new free one. */
async function keptPort(file: string): Promise<number> {
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (await freePort(kept)) ?? (await freePort(0))!
  writeFileSync(file, String(port))
  return port
}

function freePort(wanted: number): Promise<number | null> {
  return new Promise((settle) => {
    const probe = createServer()
    probe.once('error', () => settle(null))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => settle(port))
    })
  })
}

const logTail = (file: string) =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-12).join('\n') : ''
