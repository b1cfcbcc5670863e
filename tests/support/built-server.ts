// The real thing for the browser stories: `npm start` on a free port with a data folder of its own and the sample data.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built server listens, e.g. http://localhost:41234. */
    baseUrl: string
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-e2e-'))
  const server = startServer({ DATA_DIR: folder, PORT: '0' })
  project.provide('baseUrl', await server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export type RunningServer = {
  pid: number
  /** Settles when the service is ready; fails with what was printed when it ends before. */
  url: Promise<string>
  /** Settles when the process has ended, with its exit code (null after a signal). */
  ended: Promise<number | null>
  /** Everything printed so far. */
  printed(): string
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the server exactly as `npm start` does, with these settings on top of the environment. */
export function startServer(settings: Record<string, string>): RunningServer {
  const root = new URL('../..', import.meta.url).pathname
  const { DATABASE_URL: _database, NODE_ENV: _environment, ...inherited } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/_server/start.ts'], {
    cwd: root,
    env: { ...inherited, LOG_LEVEL: 'warn', ...settings } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const ended = new Promise<number | null>((settle) => child.once('close', (code) => settle(code)))
  const url = new Promise<string>((settle, reject) => {
    const read = (chunk: Buffer) => {
      words += chunk
      const found = /Thước Đo: (http\S+)/.exec(words)?.[1]
      if (found) settle(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then((code) => reject(new Error(`the server ended with ${code}:\n${words}`)))
  })
  url.catch(() => {}) // whoever waits for it hears of it
  function stop(signal: NodeJS.Signals = 'SIGINT') {
    child.kill(signal)
    return ended
  }
  return { pid: child.pid!, url, ended, printed: () => words, stop }
}
