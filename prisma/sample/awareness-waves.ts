// The waves that ask what people know: two before the campaign, so that it can be seen whether the communes changed alike by
// then, and one after it.
type AwarenessWave = {
  id: string
  title: string
  titleEn: string
  fieldwork: [first: string, last: string]
  period: [first: string, last: string]
  /** What everybody knows more or less than in the wave just before the campaign (log-odds), campaign or not. */
  known: number
}

export const awarenessWaves: Record<0 | 1 | 2, AwarenessWave> = {
  0: {
    id: 'nhan-biet-2023',
    title: 'Nhận biết về cải cách hành chính, cuối năm 2023',
    titleEn: 'Awareness of administrative reform, end of 2023',
    fieldwork: ['2023-10-02', '2023-10-20'],
    period: ['2023-10-01', '2023-12-31'],
    known: -0.05,
  },
  1: {
    id: 'nhan-biet-2024-1',
    title: 'Nhận biết về cải cách hành chính, trước tuyên truyền 2024',
    titleEn: 'Awareness of administrative reform, before the campaign of 2024',
    fieldwork: ['2024-03-04', '2024-03-22'],
    period: ['2024-01-01', '2024-03-31'],
    known: 0,
  },
  2: {
    id: 'nhan-biet-2024-2',
    title: 'Nhận biết về cải cách hành chính, sau tuyên truyền 2024',
    titleEn: 'Awareness of administrative reform, after the campaign of 2024',
    fieldwork: ['2024-10-07', '2024-10-25'],
    period: ['2024-07-01', '2024-10-31'],
    known: 0.08,
  },
}
