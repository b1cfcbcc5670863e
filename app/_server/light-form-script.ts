// The scripts of the citizen pages, bundled from their TypeScript when they are first asked for. Addresses carry a hash of
// the content, so that browsers may keep them for good; the worker's address must stay the same.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, buildSync } from 'esbuild'

type Script = { url: string; source: string }
type Bundle = { script: Script; style?: Script }
const made = new Map<string, Bundle>()

/** The script of the pages and the address it is served at. */
export function lightFormScript(): Script {
  return bundle('lib/surveys/light-form/browser/main.ts', '/s/form').script
}

/** The service worker; its scope is /s/. */
export function lightFormWorker(): Script {
  const { source } = bundle('lib/surveys/light-form/browser/worker.ts', '/s/worker').script
  return { source, url: '/s/worker.js' }
}

/** The script of a confidential ballot, in place of the form's own. Arithmetic of blind signatures needs BigInt. */
export function ballotScript(): Script {
  return bundle('lib/surveys/ballot-page/browser/main.ts', '/s/ballot', 'es2020').script
}

/** SurveyJS with all that its page needs. Large, and asked for by that page only. */
export function surveyPageScript(): Required<Bundle> {
  const { script, style } = bundle('app/_ui/survey-page/main.ts', '/s/survey')
  return { script, style: style ?? { url: '', source: '' } }
}

const settings: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  jsx: 'automatic',
  legalComments: 'none',
  outdir: '/',
  define: { 'process.env.NODE_ENV': '"production"' },
}

function bundle(entry: string, address: string, target = 'es2019'): Bundle {
  const known = made.get(entry)
  if (known) return known
  const path = fileURLToPath(new URL(`../../${entry}`, import.meta.url))
  const { outputFiles = [] } = buildSync({ ...settings, target, entryPoints: [path] })
  const file = (ending: string) => outputFiles.find((one) => one.path.endsWith(ending))?.text
  const script = (ending: string, source: string) => ({
    source,
    url: `${address}.${createHash('sha256').update(source).digest('hex').slice(0, 16)}${ending}`,
  })
  const style = file('.css')
  const result = {
    script: script('.js', file('.js') ?? ''),
    style: style ? script('.css', style) : undefined,
  }
  made.set(entry, result)
  return result
}
