// What a made-up delegate says about the seven areas of a commune. Reasons are written as often for low as for high marks.
import type { Choose } from '#lib/surveys/fill-form'
import { dontKnowValue } from '#lib/surveys/variable'
import type { Chance } from './chance'

const areaMood: Record<string, number> = {
  direction: 0.35,
  institutions: 0.05,
  procedures: 0.25,
  organization: 0,
  civil_service: -0.1,
  public_finance: -0.05,
  digital: -0.35,
}
const unknown: Record<string, number> = { institutions: 0.16, public_finance: 0.2 }
const reasons = [
  'Theo báo cáo và qua tiếp xúc cử tri.',
  'Có tiến bộ nhưng chưa đều giữa các thôn.',
  'Cần thêm người làm được việc trên máy.',
  'Niêm yết rõ, trả kết quả đúng hẹn.',
  'Kế hoạch có nhưng kiểm tra còn ít.',
]

/** `place`: how the commune is judged, in grades. */
export function chooseAssessment(chance: Chance, place: number): Choose {
  const strictness = chance.normal(0.45)
  return ({ question }) => {
    if (question === 'role') return chance.pick({ 1: 70, 2: 24, 4: 3, 99: 3 })
    const [kind, ...parts] = question.split('_')
    const area = parts.join('_')
    if (kind === 'why') return chance.happens(0.15) ? reasons[chance.whole(0, reasons.length - 1)] : undefined
    if (chance.happens(unknown[area] ?? 0.07)) return dontKnowValue
    const grade = 3.5 + place + (areaMood[area] ?? 0) + strictness + chance.normal(0.7)
    return Math.max(1, Math.min(5, Math.round(grade)))
  }
}
