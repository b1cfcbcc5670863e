// Makes the typed database client from schema.prisma, without any native engine. Prisma's CLI insists on an engine
// binary that it would download; generating never runs it, so any existing executable satisfies the CLI: node itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const stamp = here('../lib/db/generated/.made-from')

/** Generates lib/db/generated when the schema or the Prisma version has changed since the last time. */
export function generateClient() {
  const fingerprint = createHash('sha256')
    .update(readFileSync(here('schema.prisma')))
    .update(readFileSync(require.resolve('prisma/package.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  const cli = require.resolve('prisma/build/index.js')
  const run = spawnSync(process.execPath, [cli, 'generate', '--config', here('prisma.config.ts')], {
    cwd: here('..'),
    encoding: 'utf8',
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  })
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}${run.stderr}`)
  writeFileSync(stamp, fingerprint)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateClient()
