// What belongs to the citizen pages beside the pages: their script, the worker, the manifest that makes them installable,
// and its icons. All under /s/, which is the worker's scope.
import { readFileSync } from 'node:fs'
import { phrases } from '#lib/surveys/light-form/phrases'
import type { Reply } from './citizen-reply'
import { ballotScript, lightFormScript, lightFormWorker, surveyPageScript } from './light-form-script'

/** The part at this path, or null when it is none of ours. */
export function lightFormPart(path: string, query: URLSearchParams): Reply | null {
  if (path === lightFormScript().url) return script(lightFormScript().source, 'forever')
  if (path === ballotScript().url) return script(ballotScript().source, 'forever')
  if (path === lightFormWorker().url) return script(lightFormWorker().source, 'ask')
  if (path.startsWith('/s/survey.')) return surveyPart(path)
  if (path === '/s/app.webmanifest') return manifest(query)
  const icon = icons.find(({ name }) => path === `/s/${name}`)
  return icon ? { status: 200, body: picture(icon.name), type: 'image/png', caching: 'forever' } : null
}

function surveyPart(path: string): Reply | null {
  const { script: own, style } = surveyPageScript()
  if (path === own.url) return script(own.source, 'forever')
  return path === style.url ? { status: 200, body: style.source, type: 'text/css', caching: 'forever' } : null
}

const script = (body: string, caching: Reply['caching']): Reply => ({
  status: 200,
  body,
  type: 'text/javascript',
  caching,
})

const icons = [
  { name: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { name: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { name: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
]

const picture = (name: string) => readFileSync(new URL(`./icons/${name}`, import.meta.url))

/** Opens at the form that the asking page shows: its place, mode and language are handed over, other parameters are not. */
function manifest(query: URLSearchParams): Reply {
  const wave = /^[a-z0-9-]{1,60}$/.exec(query.get('w') ?? '')?.[0] ?? ''
  const parameters = new URLSearchParams()
  for (const name of ['u', 'c', 'm', 'p', 'r', 'lang']) {
    const value = query.get(name)?.slice(0, 60)
    if (value) parameters.set(name, value)
  }
  const start = `/s/${wave}?${parameters}`
  const body = JSON.stringify({
    id: start,
    start_url: start,
    scope: '/s/',
    name: `${phrases.vi.product} – ${phrases.vi.productMeans}`,
    short_name: phrases.vi.product,
    lang: 'vi',
    display: query.get('m') === 'kiosk' ? 'fullscreen' : 'standalone',
    background_color: '#f4f8f9',
    theme_color: '#0f6478',
    icons: icons.map(({ name, ...icon }) => ({ src: `/s/${name}`, type: 'image/png', ...icon })),
  })
  return { status: 200, body, type: 'application/manifest+json', caching: 'ask' }
}
