// The script of the light form, bundled from its TypeScript when it is first asked for. Its address carries its hash, so
// that browsers may keep it for good.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const entry = fileURLToPath(new URL('../../lib/surveys/light-form/browser/main.ts', import.meta.url))
let made: { url: string; source: string } | undefined

/** The script and the address it is served at. */
export function lightFormScript(): { url: string; source: string } {
  if (made) return made
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
  })
  const source = outputFiles[0]?.text ?? ''
  made = { source, url: `/s/form.${createHash('sha256').update(source).digest('hex').slice(0, 16)}.js` }
  return made
}
