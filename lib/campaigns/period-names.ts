// What the periods of a year are called, alone and in a sentence.
import type { Period } from '#lib/campaigns/period'

/** "Quý I", "6 tháng", "Cả năm". */
export const periodNames: Record<Period, { vi: string; en: string }> = {
  q1: { vi: 'Quý I', en: 'First quarter' },
  h1: { vi: '6 tháng', en: 'First six months' },
  year: { vi: 'Cả năm', en: 'Whole year' },
}

/** "quý I năm 2026", for the title of a document. */
export function periodOfYear(period: Period, year: number, language: 'vi' | 'en'): string {
  const vi = { q1: `quý I năm ${year}`, h1: `6 tháng đầu năm ${year}`, year: `năm ${year}` }
  const en = { q1: `first quarter of ${year}`, h1: `first six months of ${year}`, year: `${year}` }
  return language === 'en' ? en[period] : vi[period]
}
