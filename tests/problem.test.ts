// The catalogue of problems is made of parts; none may hide a problem of another one, and each code means one thing only.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { problems } from '#lib/problem'

const folder = join(import.meta.dirname, '../lib/problems')
const files = readdirSync(folder).filter((file) => file.endsWith('-problems.ts'))
const found = files.flatMap((file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  const kinds = text.matchAll(/^ {2}(\w+): defineProblem(?:<.*>)?\(\s*'(\w+)'/gm)
  return [...kinds].map(([, name, code]) => ({ name: name!, code: code! }))
})

it('has every problem of every part, each name and each code once', () => {
  expect(found.length).toBeGreaterThan(80)
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(problems).sort())
  expect(new Set(found.map(({ code }) => code)).size).toBe(found.length)
})

it('names each problem as its code does', () => {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  expect(found.map(({ name }) => snake(name))).toEqual(found.map(({ code }) => code))
})
