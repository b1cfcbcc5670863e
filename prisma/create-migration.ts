// `npm run migration -- <name>`: writes the next migration from the difference between the migrations and schema.prisma.
// It works against the embedded database of DATA_DIR (a shadow database is made there and dropped).
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { env } from '../lib/env'
import { startEmbedded } from './embedded'
import { schemaDrift } from './migrate'

const name = process.argv[2]
if (!name || !/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name)) throw new Error('usage: npm run migration -- <name>')
const database = await startEmbedded(env().DATA_DIR)
try {
  const sql = await schemaDrift(database.url)
  if (!sql) throw new Error('schema.prisma and the migrations agree already')
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = fileURLToPath(new URL(`migrations/${stamp}_${name}`, import.meta.url))
  mkdirSync(folder)
  writeFileSync(`${folder}/migration.sql`, `${sql}\n`)
  console.log(`prisma/migrations/${stamp}_${name}/migration.sql`)
} finally {
  await database.stop()
}
