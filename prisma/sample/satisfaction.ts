// What a made-up citizen says about the service of the commune. Every opinion is a hidden mood cut into five levels:
// commune + village + person + question + noise. About four in five are satisfied, none of the communes is perfect.
import type { Choose } from '#lib/surveys/fill-form'
import { dontKnowValue } from '#lib/surveys/variable'
import type { Chance } from './chance'
import { drawPerson } from './people'

/** Above these moods the answer is level 2, 3, 4, 5. */
const cuts = [-2.3, -1.6, -0.86, 0.95]
const personSpread = 0.65
const noise = 0.75

/** How much better or worse than usual a question is judged; the part before the row speaks for all its rows. */
const moodOf: Record<string, number> = {
  access: 0.12,
  procedures: 0.02,
  officials: 0.18,
  results: 0.08,
  feedback: -0.4,
  informed: -0.08,
  take_part: -0.32,
  carry_out: -0.05,
  impact_economy: -0.25,
  impact_school: 0.25,
  impact_water: -0.2,
  impact_power: 0.35,
  impact_order: 0.25,
  impact_roads: -0.15,
}
const policyQuestions = ['informed', 'take_part', 'carry_out', 'impact', 'overall']

const facts: Record<string, Record<string, number>> = {
  service_use: { 1: 57, 2: 5, 3: 35, 98: 3 },
  service_field: { 1: 24, 2: 33, 3: 22, 4: 14, 5: 5, 98: 2 },
  service_way: { 1: 74, 2: 19, 3: 4, 4: 2, 98: 1 },
  sent_feedback: { 1: 17, 2: 79, 98: 4 },
}
const trouble = { 1: 88, 2: 7, 3: 1, 98: 2, 99: 2 }
const wishes = {
  papers: 22,
  time: 20,
  online: 13,
  manner: 9,
  skill: 8,
  open: 11,
  place: 6,
  reply: 9,
  cost: 8,
  other: 1,
}
const remarks = [
  'Cán bộ hướng dẫn nhiệt tình, làm nhanh.',
  'Phải đi lại hai lần vì thiếu giấy tờ.',
  'Nên có thêm ghế cho người lớn tuổi.',
  'Mạng chậm nên nộp hồ sơ trực tuyến khó.',
  'Nộp hồ sơ trên điện thoại tiện hơn trước.',
  'Mong loa thôn thông báo lịch tiếp dân.',
  'Chờ hơi lâu vào sáng thứ hai.',
  'Biểu mẫu còn khó hiểu.',
]

/** `place`: how the commune and the village are judged, in units of the hidden mood. */
export function chooseSatisfaction(chance: Chance, place: number): Choose {
  const person = drawPerson(chance)
  const mood = place + chance.normal(personSpread) - (person.ethnicity === 3 ? 0.15 : 0)
  const wanted = drawWishes(chance)
  return ({ name, question, row, option }) => {
    if (name in person) return person[name as keyof typeof person]
    if (option !== undefined) return wanted.has(String(option))
    if (question in facts) return chance.pick(facts[question]!)
    if (question === 'harassment' || question === 'extra_payment') {
      return mood < -1 && chance.happens(0.3) ? chance.whole(2, 3) : chance.pick(trouble)
    }
    if (question === 'remark') return chance.happens(0.06) ? remarks[chance.whole(0, 7)] : undefined
    if (chance.happens(0.02)) return undefined
    if (chance.happens(policyQuestions.includes(question) ? 0.09 : 0.03)) return dontKnowValue
    const shift = moodOf[`${question}_${row}`] ?? moodOf[question] ?? 0
    return levelOf(mood + shift + chance.normal(noise))
  }
}

const levelOf = (mood: number) => 1 + cuts.filter((cut) => mood > cut).length

function drawWishes(chance: Chance): Set<string> {
  const wanted = new Set<string>()
  const count = chance.whole(0, 3)
  while (wanted.size < count) wanted.add(String(chance.pick(wishes)))
  return wanted
}
