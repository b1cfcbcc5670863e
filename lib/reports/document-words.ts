// The fixed words of an administrative document: the motto, and what stands before number, date, addressees and copies.
import type { Report } from '#lib/reports/report'

type Words = {
  state: string
  motto: string
  number: string
  to: string
  recipients: string
  annex: string
  /** Under the title of the annex: the document it belongs to. */
  annexOf: (document: { kind: string; number: string; day: string; agency: string }) => string
  date: (day: string, place: string) => string
}

export const documentWords: Record<Report['language'], Words> = {
  vi: {
    state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: 'Số:',
    to: 'Kính gửi:',
    recipients: 'Nơi nhận:',
    annex: 'Phụ lục',
    annexOf: ({ kind, number, day, agency }) => {
      const [year, month, date] = partsOf(day)
      const when = `ngày ${date ?? '……'} tháng ${month ?? '……'} năm ${year ?? '………'}`
      return `(Kèm theo ${kind} số ${number} ${when} của ${agency})`
    },
    date: (day, place) => {
      const [year, month, date] = partsOf(day)
      return `${place}, ngày ${date ?? '……'} tháng ${month ?? '……'} năm ${year ?? '………'}`
    },
  },
  en: {
    state: 'SOCIALIST REPUBLIC OF VIET NAM',
    motto: 'Independence - Freedom - Happiness',
    number: 'No.:',
    to: 'To:',
    recipients: 'Copies to:',
    annex: 'Annex',
    annexOf: ({ kind, number, day, agency }) => {
      const [year, month, date] = partsOf(day)
      return `(To ${kind} No. ${number} of ${date ?? '……'}/${month ?? '……'}/${year ?? '………'}, ${agency})`
    },
    date: (day, place) => {
      const [year, month, date] = partsOf(day)
      return `${place}, ${date ?? '……'}/${month ?? '……'}/${year ?? '………'}`
    },
  },
}

/** Year, month and day as written in documents: days below 10 and the months January and February with a zero. */
function partsOf(day: string): (string | undefined)[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return []
  const [year, month, date] = day.split('-')
  return [year, Number(month) > 2 ? String(Number(month)) : month, date]
}
