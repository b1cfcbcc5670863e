// PostgreSQL refuses to run as root. Started by root (a container, a bare server), the embedded server runs under an
// unprivileged account instead. The surprise: that account may be locked out of the very folder we live in (/root, a
// private temporary folder); then the server keeps one capability, to pass through folders, and nothing else of root.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

export type Account = { uid: number; gid: number } | null
export type Launch = { command: string; args: string[]; account: Account }

/** The account to run under: null for our own; under root the owner of `files` if they exist, else postgres or nobody. */
export function chooseAccount(files: string): Account {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(files, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(
    'Không chạy được PostgreSQL bằng root: máy không có tài khoản postgres hay nobody. / No account to run PostgreSQL under.',
  )
}

/** How to start `command` under `account` so that it reaches its own file and the folder `files`. */
export function launchAs(account: Account, command: string, args: string[], files: string): Launch {
  if (!account || canReach(account, command, files)) return { command, args, account }
  const capability = hasCapability(2) ? '+dac_read_search' : '+dac_override'
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  // no_setuid_fixup: without it the kernel drops the capability whenever a program asks "may I read this?" beforehand
  const keep = ['--securebits=+no_setuid_fixup', `--inh-caps=${capability}`, `--ambient-caps=${capability}`]
  return { command: 'setpriv', args: [...ids, ...keep, command, ...args], account: null }
}

function canReach(account: { uid: number; gid: number }, command: string, files: string): boolean {
  const test = (flag: string, path: string) =>
    spawnSync('test', [flag, path], { uid: account.uid, gid: account.gid, cwd: '/' }).status === 0
  return test('-x', command) && test('-w', files)
}

function hasCapability(bit: number): boolean {
  const mask = /CapEff:\s*([0-9a-f]+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  return (BigInt(`0x${mask}`) >> BigInt(bit)) % 2n === 1n
}
