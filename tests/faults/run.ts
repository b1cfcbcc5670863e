// npm run faults -- [folder]: breaks a copy of the library in one place at a time and runs the reference cases against it.
// Good when every fault makes at least one case fail: the tests can fail, for the right reason.
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Fault, faults } from './faults'

const root = join(import.meta.dirname, '../..')
const folder = resolve(process.argv[2] ?? join(root, 'tests/golden'))
const copy = mkdtempSync(join(tmpdir(), 'faults-'))
try {
  for (const part of ['lib/stats', 'lib/secrecy', 'tests/golden', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  let unnoticed = 0
  for (const fault of faults) {
    const failed = await failuresWith(fault)
    if (failed === 0) unnoticed++
    console.log(`${fault.name}: ${failed === 0 ? 'NOT NOTICED' : `${failed} cases fail`}`)
  }
  console.log(`${faults.length - unnoticed} faults noticed, ${unnoticed} not`)
  process.exitCode = unnoticed > 0 ? 1 : 0
} finally {
  rmSync(copy, { recursive: true })
}

async function failuresWith(fault: Fault): Promise<number> {
  const file = join(copy, fault.file)
  const original = readFileSync(file, 'utf8')
  if (original.split(fault.from).length !== 2) {
    throw new Error(`${fault.file} does not hold once: ${fault.from}`)
  }
  writeFileSync(
    file,
    original.replace(fault.from, () => fault.to),
  )
  try {
    return await countFailures()
  } finally {
    writeFileSync(file, original)
  }
}

async function countFailures(): Promise<number> {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const command = [tsx, 'tests/golden/run.ts', folder]
  const run = promisify(execFile)(process.execPath, command, { cwd: copy, maxBuffer: 1e9 })
  const output = await run.then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? '',
  )
  const [, failed] = /(\d+) failed\s*$/.exec(output) ?? []
  if (failed === undefined) throw new Error(`the golden runner gave no result:\n${output.slice(-500)}`)
  return Number(failed)
}
