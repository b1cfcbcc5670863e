// Builds the pages with Next when their sources have changed since the last build, so that a second start takes seconds.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const sources = ['app', 'lib', 'next.config.js', 'tsconfig.json', 'package-lock.json', 'prisma/schema.prisma']
const stamp = '.next/built-from'

/** Runs `next build` in `root` unless the last one was made from the same sources. Throws with its words when it fails. */
export async function buildPages(root: string, tell: (line: string) => void) {
  const fingerprint = fingerprintOf(root)
  const file = join(root, stamp)
  if (existsSync(file) && readFileSync(file, 'utf8') === fingerprint) return
  tell(
    'Đang dựng các trang (chỉ lần đầu, khoảng một phút)… / Building the pages (first time only, about a minute)…',
  )
  rmSync(file, { force: true }) // a build that is cut short must not pass for a finished one
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const build = spawn(process.execPath, [next, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  build.stdout.on('data', (chunk) => (words += chunk))
  build.stderr.on('data', (chunk) => (words += chunk))
  const code = await new Promise((settle) => build.once('close', settle))
  if (code !== 0) throw new Error(`next build:\n${words}`)
  writeFileSync(file, fingerprint)
}

function fingerprintOf(root: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of sources.flatMap((source) => filesBelow(root, source)))
    hash.update(`\n${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

/** The file itself, or the files below a folder, in a fixed order; the generated client follows from the schema. */
function filesBelow(root: string, path: string): string[] {
  if (path === join('lib', 'db', 'generated') || !existsSync(join(root, path))) return []
  let entries: string[]
  try {
    entries = readdirSync(join(root, path))
  } catch {
    return [path]
  }
  return entries.sort().flatMap((entry) => filesBelow(root, join(path, entry)))
}
