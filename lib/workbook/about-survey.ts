// What the first sheet says of the survey or the round behind a workbook.
import type { IndexFile } from '#lib/definitions/index-file'
import type { Language } from '#lib/workbook/words'

type Paragraph = { title: string; text: string }
type Survey = { title: string; titleEn: string; periodStart: Date | string; periodEnd: Date | string }

const day = (date: Date | string, language: Language) =>
  new Date(date).toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
  })

export const titleOf = (one: { title: string; titleEn: string }, language: Language) =>
  language === 'en' ? one.titleEn : one.title

export function aboutIndex({ slug, version }: IndexFile, language: Language): Paragraph {
  return {
    title: language === 'vi' ? 'Bộ chỉ số' : 'Index',
    text: `${slug}.v${version}`,
  }
}

/** Surveys with their periods; no paragraph without any. */
export function aboutSurveys(surveys: readonly Survey[], language: Language): Paragraph[] {
  if (surveys.length === 0) return []
  const text = surveys.map(
    (one) =>
      `${titleOf(one, language)} (${day(one.periodStart, language)} – ${day(one.periodEnd, language)})`,
  )
  return [{ title: language === 'vi' ? 'Đợt khảo sát' : 'Survey', text: text.join('; ') }]
}

export function aboutMaking(now: Date, isSample: boolean, language: Language): Paragraph[] {
  const made = { title: language === 'vi' ? 'Ngày lập sổ' : 'Made on', text: day(now, language) }
  if (!isSample) return [made]
  const sample =
    language === 'vi'
      ? { title: 'Dữ liệu mẫu', text: 'Số trong sổ này là dữ liệu mẫu, không phải kết quả thật.' }
      : { title: 'Sample data', text: 'The numbers in this workbook are sample data, no real result.' }
  return [sample, made]
}
