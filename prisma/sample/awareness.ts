// What a made-up citizen knows about the reform. The campaign truly lifts knowledge, recall and use where it ran, by a
// known amount: whoever evaluates the sample waves should find about that lift, no more.
import type { Choose } from '#lib/surveys/fill-form'
import { dontKnowValue } from '#lib/surveys/variable'
import type { Chance } from './chance'
import { drawPerson } from './people'

/** Right answers of the form, and how easy each is (log-odds of knowing it before the campaign). */
const items: Record<string, { right: number; choices: number; ease: number }> = {
  know_programme: { right: 2, choices: 3, ease: -0.9 },
  know_sipas: { right: 1, choices: 3, ease: -1.2 },
  know_institutions: { right: 3, choices: 3, ease: -0.5 },
  know_post: { right: 1, choices: 2, ease: 0.4 },
  know_organization: { right: 2, choices: 3, ease: 0.1 },
  know_civil_service: { right: 3, choices: 3, ease: -0.2 },
  know_finance: { right: 1, choices: 3, ease: -0.4 },
  know_digital: { right: 2, choices: 3, ease: -0.6 },
}

/** Share that came across each channel before the campaign, and how many more did where it ran. */
const channels: Record<string, [before: number, more: number]> = {
  loudspeaker: [0.46, 0.2],
  broadcast: [0.31, 0.02],
  press: [0.14, 0.01],
  leaflet: [0.11, 0.17],
  poster: [0.24, 0.12],
  meeting: [0.19, 0.11],
  law_day: [0.06, 0.03],
  contest: [0.03, 0.04],
  phone_game: [0.04, 0],
  social: [0.27, 0.14],
  website: [0.08, 0.02],
  one_stop: [0.22, 0.05],
}
const usage: Record<string, number> = { filing: 0.21, payment: 0.12, lookup: 0.1, report: 0.04, post: 0.09 }

/** What people write when asked where they learnt of it: with accents and without, several at once, misspelt, or no channel. */
const sources = [
  ...['Loa thôn', 'loa xã', 'nghe loa buổi sáng', 'loa phat thanh', 'Nghe loa, xem ti vi', 'loa xa voi zalo'],
  ...[
    'Xem ti vi',
    'tivi',
    'thời sự',
    'Nghe đài',
    'truyen hinh tinh',
    'TV, báo',
    'Ti vi. Loa thì không nghe rõ',
  ],
  ...['Trên Zalo', 'zalo thôn', 'fb', 'Facebook xã', 'tren zalo nhom', 'zl', 'zalo, facebook', 'mạng xã hội'],
  ...['Họp thôn', 'hop thon', 'đi họp dân', 'Họp phụ nữ', 'hop khu pho, co phat to roi'],
  ...['Cán bộ một cửa nói', 'khi đi làm giấy tờ', 'mot cua xa', 'lúc làm thủ tục đất'],
  ...[
    'Pa-nô trước ủy ban',
    'băng rôn',
    'đọc báo',
    'báo mạng',
    'trang web huyện',
    'Tờ rơi ở ủy ban',
    'tò rơi',
  ],
  ...[
    'Nghe trưởng thôn nói',
    'Hàng xóm kể',
    'con tôi nói',
    'cán bộ xã',
    'trên mạng',
    'không nhớ rõ',
    'nghe nói',
  ],
  ...['chưa nghe loa, chỉ thấy trên zalo', 'không phải loa, nghe hàng xóm nói'],
]
const sourcesOfCampaign = [
  ...[
    'Loa thôn',
    'loa xã',
    'nghe loa mỗi sáng',
    'loa',
    'loa truyền thanh, tờ rơi',
    'loa + họp thôn',
    'lao thôn',
  ],
  ...[
    'Tờ rơi',
    'to roi',
    'tờ gấp phát tận nhà',
    'tờ rơi, zalo',
    'Họp thôn',
    'họp dân có nói',
    'zalo xã',
    'ap phich',
  ],
]

/** `place`: what the commune and the village add to the log-odds of knowing; `campaign`: 0 before or without, 1 after. */
export function chooseAwareness(chance: Chance, place: number, campaign: 0 | 1): Choose {
  const person = drawPerson(chance)
  const ability =
    place + chance.normal(0.7) + (person.education >= 4 && person.education < 99 ? 0.5 : 0) + 0.4 * campaign
  return ({ name, question, row }) => {
    if (name in person) return person[name as keyof typeof person]
    if (question in items) return chance.happens(0.02) ? undefined : answerItem(chance, question, ability)
    if (question === 'heard') return recall(chance, 0.34 + 0.18 * campaign)
    if (question === 'heard_where') return chance.happens(0.7) ? recalledSource(chance, campaign) : undefined
    if (question === 'seen') {
      const [before, more] = channels[row!]!
      return recall(chance, before + more * campaign)
    }
    if (question === 'used') {
      const share = usage[row!]! + 0.04 * campaign
      return chance.happens(0.03) ? dontKnowValue : chance.happens(share) ? chance.whole(1, 2) : 3
    }
    if (chance.happens(0.03)) return undefined
    const selfRating = 2.2 + ability + chance.normal(0.8)
    return Math.max(1, Math.min(5, Math.round(selfRating)))
  }
}

function answerItem(chance: Chance, question: string, ability: number): number {
  const { right, choices, ease } = items[question]!
  if (chance.happens(1 / (1 + Math.exp(-(ability + ease))))) return right
  return chance.happens(0.55) ? dontKnowValue : chance.whole(1, choices)
}

function recalledSource(chance: Chance, campaign: 0 | 1): string {
  const known = campaign === 1 ? [...sources, ...sourcesOfCampaign] : sources
  return known[chance.whole(0, known.length - 1)]!
}

const recall = (chance: Chance, share: number) =>
  chance.happens(0.05) ? dontKnowValue : chance.happens(share) ? 1 : 2
