// The list of faults must fit the code: each line to break stands in its file exactly once.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from './faults'

test.each(faults.map((fault) => [fault.name, fault] as const))('"%s" can be made', (_name, fault) => {
  const code = readFileSync(join(import.meta.dirname, '../..', fault.file), 'utf8')
  expect(code.split(fault.from)).toHaveLength(2)
  expect(fault.to).not.toBe(fault.from)
})
