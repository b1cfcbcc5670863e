// The two scripts of the citizen pages, bundled from their TypeScript when they are first asked for. The address of the
// page's script carries its hash, so that browsers may keep it for good; the worker's address must stay the same.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

type Script = { url: string; source: string }
const made = new Map<'main' | 'worker', Script>()

/** The script of the pages and the address it is served at. */
export function lightFormScript(): Script {
  return bundle('main', (source) => `/s/form.${hash(source)}.js`)
}

/** The service worker; its scope is /s/. */
export function lightFormWorker(): Script {
  return bundle('worker', () => '/s/worker.js')
}

const hash = (source: string) => createHash('sha256').update(source).digest('hex').slice(0, 16)

function bundle(name: 'main' | 'worker', urlOf: (source: string) => string): Script {
  const known = made.get(name)
  if (known) return known
  const entry = new URL(`../../lib/surveys/light-form/browser/${name}.ts`, import.meta.url)
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
  })
  const source = outputFiles[0]?.text ?? ''
  const script = { source, url: urlOf(source) }
  made.set(name, script)
  return script
}
