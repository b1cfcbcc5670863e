// Addresses of a table as files, one for each format.
import { exportFormats } from '#lib/exports/registry'
import type { Language } from './language'

export function exportLinks(what: string, query: Record<string, string>, language: Language) {
  const text = new URLSearchParams(query).toString()
  return exportFormats.map((format) => ({
    href: `/export/${what}/${format.name}?${text}`,
    label: format.title[language] ?? format.title.vi,
  }))
}
