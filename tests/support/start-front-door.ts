// Starts front-door-process.ts with a database of its own, fsync on, in a folder that is removed afterwards.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type FrontDoorProcess = {
  port: number
  databaseUrl: string
  /** Everything that it has written to its log so far. */
  printed(): string
  stop(): Promise<void>
  /** At once, without a chance to tidy up. */
  kill(): void
}

const script = fileURLToPath(new URL('front-door-process.ts', import.meta.url))

export async function startFrontDoor(settings: Record<string, string> = {}): Promise<FrontDoorProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-front-door-'))
  const own = { DATA_DIR: folder, ANSWERS_PER_MINUTE: '100000000', LOG_LEVEL: 'warn', ...settings }
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...own } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const kill = () => void child.kill('SIGKILL')
  const stop = async () => {
    child.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  let printed = ''
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
    stop,
    kill,
    printed: () => printed,
  }
}
