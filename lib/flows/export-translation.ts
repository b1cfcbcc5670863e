// The texts of a published form as a table to translate: key, Vietnamese, English, and the language to fill in.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { type Table, wholeTable } from '#lib/exports/table'
import { loadTranslation } from '#lib/flows/load-translation'
import { requireShape } from '#lib/user-input'

const shape = z.object({ slug: z.string(), version: z.string(), language: z.string().min(1) })

/** Throws notFound. */
export async function exportTranslation(actor: MaybeActor, input: z.input<typeof shape>): Promise<Table> {
  const { slug, version, language } = requireShape(shape, input)
  const { lines } = await loadTranslation(actor, { slug, version, language })
  const columns = ['key', 'vi', 'en', language].filter((name, at, all) => all.indexOf(name) === at)
  const rows = lines.map(({ key, vi, en, words }) => [key, vi, en, words].slice(0, columns.length))
  return wholeTable(`${slug}-v${version}-${language.toLowerCase()}`, columns, rows)
}
