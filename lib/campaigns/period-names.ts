// What the periods of a year are called in the title of a document.
import type { Period } from '#lib/campaigns/period'

/** "quý I năm 2026", for the title of a document. */
export function periodOfYear(period: Period, year: number, language: 'vi' | 'en'): string {
  const vi = { q1: `quý I năm ${year}`, h1: `6 tháng đầu năm ${year}`, year: `năm ${year}` }
  const en = { q1: `first quarter of ${year}`, h1: `first six months of ${year}`, year: `${year}` }
  return language === 'en' ? en[period] : vi[period]
}
