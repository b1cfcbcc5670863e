import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { env } from '#lib/env'
import { findSecret } from '../../../app/_server/find-secret'
import { withSettings } from '../../support/test-keys'

const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
const names = ['AUTH_SECRET', 'OFFLINE_KEY', 'CONTACT_KEY', 'INVITATION_KEY', 'LEDGER_KEY'] as const
let restore = () => {}

function start(): Record<string, string | undefined> {
  restore = withSettings({ DATA_DIR: folder, ...Object.fromEntries(names.map((name) => [name, undefined])) })
  findSecret()
  const found = Object.fromEntries(names.map((name) => [name, env()[name]]))
  restore()
  restore = () => {}
  return found
}

afterEach(() => {
  restore()
  rmSync(folder, { recursive: true, force: true })
})

it('makes every secret once, keeps it where only the owner reads it, and finds it again at the next start', () => {
  const first = start()
  expect(Object.values(first).every(Boolean)).toBe(true)
  expect(new Set(Object.values(first)).size).toBe(names.length)
  expect(start()).toEqual(first)
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0)
})
