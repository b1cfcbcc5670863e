import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseAccount, type Launch, launchAs } from '../../prisma/embedded-account'

let folder: string
let files: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thuoc-do-account-')) // only its owner may enter it
  files = join(folder, 'files')
  mkdirSync(files)
  const account = chooseAccount(files)
  if (account) chownSync(files, account.uid, account.gid)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = ({ command, args, account }: Launch) =>
  spawnSync(command, args, { ...account, cwd: '/', encoding: 'utf8' })

describe('the account of the embedded database', () => {
  it('is never root', () => {
    const account = chooseAccount(files)
    const { stdout } = run(launchAs(account, '/usr/bin/id', ['-u'], files))
    expect(Number(stdout)).not.toBe(0)
  })

  it('reaches programs and data in a folder that is closed to everybody else', () => {
    const program = join(folder, 'test')
    copyFileSync('/usr/bin/test', program)
    chmodSync(program, 0o755)
    writeFileSync(join(folder, 'read-me'), '')
    for (const [flag, path] of [
      ['-x', program],
      ['-r', join(folder, 'read-me')],
      ['-w', files],
    ] as const) {
      const { status, stderr } = run(launchAs(chooseAccount(files), program, [flag, path], files))
      expect([path, status, stderr]).toEqual([path, 0, ''])
    }
  })

  it('stays the owner of the files once there are any', () => {
    const before = chooseAccount(files)
    expect(chooseAccount(files)).toEqual(before)
  })
})
