// Writes lib/surveys/language-files.ts, the list of what lies in surveys/languages, so that adding a language is adding a
// file. A list of imports, because every bundle (server, pages) then has the languages in it, wherever it runs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The text of the list for these codes. */
export function languageList(codes: string[]): string {
  const sorted = [...codes].sort()
  const name = (code: string) => code.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
  const entry = (code: string) => (name(code) === code ? code : `'${code}': ${name(code)}`)
  return `// Every file of surveys/languages. Written by \`npm run generate\` (prisma/list-languages.ts): do not edit by hand.
${sorted.map((code) => `import ${name(code)} from '../../surveys/languages/${code}.json'`).join('\n')}

export const languageFiles = { ${sorted.map(entry).join(', ')} }
`
}

/** Brings the list up to date with the folder. */
export function listLanguages(): void {
  const codes = readdirSync(here('../surveys/languages')).flatMap((file) =>
    file.endsWith('.json') ? [file.slice(0, -5)] : [],
  )
  const path = here('../lib/surveys/language-files.ts')
  const text = languageList(codes)
  if (readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) listLanguages()
