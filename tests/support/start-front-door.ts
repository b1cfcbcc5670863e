// Starts front-door-process.ts with a database of its own, fsync on, in a folder that is removed afterwards; on request with
// lines of its source broken, for tests that must notice.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type FrontDoorProcess = {
  port: number
  databaseUrl: string
  /** Its DATA_DIR. */
  folder: string
  /** Everything that it has written to its log so far, and to where errors go. */
  printed(): string
  stop(): Promise<void>
  /** At once, without a chance to tidy up. */
  kill(): void
}

/** A line of the product's source, as the compiler leaves it, and what stands there instead. */
export type BrokenLine = { file: string; line: string; by: string }

const breaker = fileURLToPath(new URL('break-lines.js', import.meta.url))
const script = fileURLToPath(new URL('front-door-process.ts', import.meta.url))

export async function startFrontDoor(
  settings: Record<string, string> = {},
  broken: BrokenLine[] = [],
): Promise<FrontDoorProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-front-door-'))
  const own = { DATA_DIR: folder, ANSWERS_PER_MINUTE: '100000000', LOG_LEVEL: 'warn', ...settings }
  const imports = ['--import', 'tsx', ...(broken.length > 0 ? ['--import', breaker] : [])]
  const child = spawn(process.execPath, [...imports, script], {
    env: {
      ...process.env,
      ...own,
      BROKEN_LINES: JSON.stringify(broken),
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const kill = () => void child.kill('SIGKILL')
  const stop = async () => {
    child.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk
  })
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk
      const found = printed.split('\n').find((one) => one.startsWith('{"port"') && one.endsWith('}'))
      if (found) resolve(found)
    })
    void ended.then((code) => reject(new Error(`the server ended with ${code}:\n${printed}`)))
  })
  return {
    ...(JSON.parse(line) as { port: number; databaseUrl: string }),
    folder,
    stop,
    kill,
    printed: () => printed,
  }
}
