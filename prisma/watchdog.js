// Keeps one PostgreSQL server, and only as long as somebody wants it: the starting process holds the other end of our
// standard input. When that pipe closes, because the process is done or because it was killed, the server is stopped,
// so that a crash leaves no orphan database. Plain JavaScript, so that this small process needs no compiler.
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'

const { command, args, account, logFile } = JSON.parse(process.argv[2] ?? '{}')
const log = openSync(logFile, 'a')
const server = spawn(command, args, { ...account, cwd: '/', stdio: ['ignore', log, log] })

const patienceMs = 30_000
let isStopping = false

/** Asks for a fast shutdown; a server that does not obey in time is stopped at once (it recovers at its next start). */
function stop() {
  if (isStopping) return
  isStopping = true
  server.kill('SIGINT')
  setTimeout(() => server.kill('SIGQUIT'), patienceMs).unref()
}

process.stdin.resume()
process.stdin.on('end', stop).on('close', stop).on('error', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
server.on('error', () => process.exit(127))
server.on('exit', (code) => process.exit(code ?? 1))
