// Runs every @example of lib/stats and lib/secrecy, so that the teaching text cannot lie. A line `expression // => value` is checked;
// `expression // => throws code` expects a refusal with that code; other lines just run. All exports of both
// folders are in scope. Numbers are compared to nine digits.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../lib')
const files = ['stats', 'secrecy'].flatMap((part) =>
  readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(part, name)),
)
const scope: Record<string, unknown> = {}
for (const file of files) Object.assign(scope, await import(join(folder, file)))

interface Example {
  file: string
  line: number
  code: string[]
}

function findExamples(file: string): Example[] {
  const examples: Example[] = []
  let current: Example | null = null
  for (const [index, raw] of readFileSync(join(folder, file), 'utf8').split('\n').entries()) {
    const text = raw.replace(/^\s*\* ?/, '')
    if (text.startsWith('@example')) {
      current = { file, line: index + 1, code: [] }
      examples.push(current)
    } else if (raw.includes('*/') || text.startsWith('@')) current = null
    else current?.code.push(text)
  }
  return examples
}

function toProgram(code: string[]): string {
  const program: string[] = []
  for (const line of code) {
    const [, end, value] = /^(.*?);?\s*\/\/ => (.*)$/.exec(line) ?? []
    if (end === undefined || value === undefined) {
      program.push(line)
      continue
    }
    let expression = end
    while (!isExpression(expression) && program.length > 0) expression = `${program.pop()}\n${expression}`
    if (value.startsWith('throws ')) {
      program.push(`checkThrows(() => (${expression}), '${value.slice(7).trim()}', checks);`)
    } else program.push(`checks.push([(${expression}), (${value})]);`)
  }
  return program.join('\n')
}

/** False for the last line of an expression that began further up. */
function isExpression(text: string): boolean {
  try {
    new Function(`return (${text}\n)`)
    return true
  } catch {
    return false
  }
}

function checkThrows(action: () => unknown, code: string, checks: [unknown, unknown][]): void {
  try {
    action()
    checks.push(['no error', code])
  } catch (error) {
    const { code: given, name } = error as Error & { code?: string }
    checks.push([given ?? name, code])
  }
}

function runExample(code: string[]): [unknown, unknown][] {
  const checks: [unknown, unknown][] = []
  const names = [...Object.keys(scope), 'checks', 'checkThrows']
  new Function(...names, toProgram(code))(...Object.values(scope), checks, checkThrows)
  return checks
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(9)) : value
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, rounded)
  if (Array.isArray(value)) return value.map(rounded)
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)]))
  }
  return value
}

describe.each(files.map((file) => [file, findExamples(file)] as const))(
  'the examples of lib/%s',
  (file, examples) => {
    it.each(examples.map((example) => [example.line, example] as const))(
      'say the truth at line %i',
      (_, { code }) => {
        const checks = runExample(code)
        expect(checks.length).toBeGreaterThan(0)
        for (const [actual, expected] of checks) expect(rounded(actual)).toEqual(rounded(expected))
      },
    )

    it('exist when the file exports a function', () => {
      const exportsFunction = /^export (async )?function /m.test(readFileSync(join(folder, file), 'utf8'))
      expect(examples.length).toBeGreaterThanOrEqual(exportsFunction ? 1 : 0)
    })
  },
)
