// npm run bench -- [name...]: runs benches by name, all of them without one. A bench is one file in this folder that
// exports `name` and `run`; its rows are printed as a table and kept as JSON in tests/output/.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'

type Row = Record<string, string | number | null>

interface Bench {
  name: string
  run(): Row[] | Promise<Row[]>
}

const output = new URL('../output/', import.meta.url)
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && file !== 'run.ts')
const modules = await Promise.all(files.map((file) => import(new URL(file, import.meta.url).href)))
const benches = modules.filter((module): module is Bench => typeof module.run === 'function')
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${benches.map((bench) => bench.name).join(', ')}`)
  process.exit(1)
}
mkdirSync(output, { recursive: true })
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const start = performance.now()
  const rows = await bench.run()
  console.log(`\n${bench.name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  console.table(rows)
  writeFileSync(new URL(`${bench.name}.json`, output), `${JSON.stringify(rows, null, 2)}\n`)
}
