// Every test has the keys that the start command makes for an installation: fixed ones, so that a red test stays red.
import { settle } from '#lib/env'

settle({
  CONTACT_KEY: Buffer.alloc(32, 1).toString('base64url'),
  INVITATION_KEY: Buffer.alloc(32, 2).toString('base64url'),
  LEDGER_KEY: 'MC4CAQAwBQYDK2VwBCIEIAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMD',
})

/** Sets or removes settings for one test; the returned function puts back what was there. */
export function withSettings(wanted: Record<string, string | undefined>): () => void {
  const before = Object.fromEntries(Object.keys(wanted).map((name) => [name, process.env[name]]))
  put(wanted)
  return () => put(before)
}

function put(values: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  settle({})
}
