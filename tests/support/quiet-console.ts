// What is written to console.error is a fault that nobody looks at: it fails the test during which it was written.
import { format } from 'node:util'
import { afterEach, beforeEach } from 'vitest'

let written: string[] = []

beforeEach(() => {
  written = []
  console.error = (...parts: unknown[]) => void written.push(format(...parts))
})

afterEach(() => {
  if (written.length > 0) throw new Error(`console.error was called:\n${written.join('\n')}`)
})
