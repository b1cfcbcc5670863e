// `npm start` and `npm run dev` begin here. It does the two things that must come before anything else is loaded, the
// check of Node's version and the generated database client, and hands over to serve.ts.
import { generateClient } from '../../prisma/generate'
import { listLanguages } from '../../prisma/list-languages'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Cần Node.js từ bản 20.19, máy này có ${process.version}. / Node.js 20.19 or newer is needed.\n`,
  )
  process.exit(1)
}
generateClient()
listLanguages()
const { serve } = await import('./serve')
await serve({ isDevelopment: process.argv.includes('--dev') })
