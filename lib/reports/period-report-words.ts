// In which language a report on a period speaks, and how it writes numbers, days and quantities.
import { formatNumber } from '#lib/charts/format-number'
import type { Block, ReportCell, ReportTable } from '#lib/reports/report'
import { inLanguage } from '#lib/surveys/local-text'

export type Words = {
  language: 'vi' | 'en'
  say: (vi: string, en: string) => string
  count: (value: number) => ReportCell
  day: (iso: string) => string
}

export function wordsOf(language: 'vi' | 'en'): Words {
  return {
    language,
    say: (vi, en) => (language === 'en' ? en : vi),
    count: (value) => ({ text: formatNumber(value, 'count', language), value }),
    day: (iso) => iso.split('-').reverse().join('/'),
  }
}

export const textOf = (cell: ReportCell) => (typeof cell === 'string' ? cell : cell.text)

export const amountsText = (
  amounts: { name: { vi: string; en?: string }; value: number }[],
  { language, count }: Words,
): string =>
  amounts.map(({ name, value }) => `${textOf(count(value))} ${inLanguage(name, language)}`).join('; ')

export const table = (content: ReportTable): Block => ({ type: 'table', table: content })
