// The drawn villages of the sample waves. Their names say that they are made up: no real village is rated here.
import type { Chance } from './chance'

export type Village = { code: string; name: string; stratum: string; weight: number }

const strata = [
  { code: 'trung-tam', villagesInAll: 8 },
  { code: 'xa-trung-tam', villagesInAll: 10 },
]
const drawnPerStratum = 6
const plannedAnswers = 30

/**
 * Twelve drawn villages of a commune, six in each of two strata. The weight of an answer is the number of adults it
 * stands for: (villages in the stratum / villages drawn) × (adults of the village / answers planned).
 */
export function drawVillages(chance: Chance): Village[] {
  return strata.flatMap(({ code, villagesInAll }, at) =>
    Array.from({ length: drawnPerStratum }, (_, number) => {
      const adults = chance.whole(280, 760)
      const label = String(at * drawnPerStratum + number + 1).padStart(2, '0')
      const weight = (villagesInAll / drawnPerStratum) * (adults / plannedAnswers)
      return { code: label, name: `Thôn mẫu ${label}`, stratum: code, weight: Math.round(weight * 10) / 10 }
    }),
  )
}
