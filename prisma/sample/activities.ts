// A year of made-up communication in the nine communes, as it fits the sample waves: the campaign by loudspeaker, leaflet,
// poster, meeting and Zalo runs between the two awareness waves where `hadCampaign` says so, one commune starting after the
// other; the others get it after the second wave, one of them never. Ordinary work goes on everywhere.
import type { Actor } from '#lib/access'
import type { ActivityFacts } from '#lib/campaigns/activity-input'
import { monthDays } from '#lib/campaigns/period'
import { insertActivities, type NewVersion } from '#lib/db/activities'
import { type Chance, makeChance } from './chance'
import { communes, mergedCommunes } from './communes'

type SampleVersion = NewVersion & { recordedAt: Date }

/** First month of the campaign of 2024 by commune: before the second awareness wave (October) only where it had an effect. */
const campaignFrom: Record<string, number | null> = {
  '22870-1': 4,
  '22879-1': 4,
  '22891-1': 5,
  '22894-1': 6,
  '22873-1': 11,
  '22876-1': 11,
  '22882-1': 12,
  '22888-1': 12,
  '22912-1': null,
}

/** Stores them in the name of the officer; the year before `now` and the running one get some work of the new communes. */
export async function storeSampleActivities(officer: Actor, now: Date): Promise<void> {
  const chance = makeChance(20240401)
  const versions = [
    ...communes.flatMap(({ unitId }) => [
      ...ordinaryYear(chance, unitId),
      ...campaign(chance, unitId, campaignFrom[unitId] ?? 13),
    ]),
    ...mergedCommunes.flatMap(({ unitId }) => recentMonths(chance, unitId, now)),
  ]
  await insertActivities(officer, [...versions, ...slips(versions)], { isSample: true })
}

/** What communes do in any year: law days, meetings, the website, explaining at the desk. */
function ordinaryYear(chance: Chance, unitId: string): SampleVersion[] {
  const done: SampleVersion[] = []
  for (let month = 1; month <= 12; month++) {
    const days = monthDays(2024, month)
    done.push(
      record(chance, unitId, days.from, days.to, {
        title: 'Giải thích cho người dân tại bộ phận một cửa',
        channel: 'one_stop',
        areas: ['procedures', 'digital'],
        amounts: { people: chance.whole(40, 160) },
      }),
    )
    if (chance.happens(0.7))
      done.push(
        record(chance, unitId, dayOf(2024, month, 8), dayOf(2024, month, 8), {
          title: 'Tin trên trang thông tin điện tử xã',
          channel: 'website',
          areas: [chance.pick({ direction: 2, institutions: 1, public_finance: 2, procedures: 3 }) as string],
          amounts: { articles: chance.whole(1, 4), views: chance.whole(60, 480) },
        }),
      )
  }
  for (const [month, areas] of [
    [2, ['direction', 'civil_service']],
    [11, ['institutions', 'procedures']],
  ] as const)
    done.push(
      record(chance, unitId, dayOf(2024, month, 9), dayOf(2024, month, 9), {
        title:
          month === 11
            ? 'Sinh hoạt Ngày pháp luật Việt Nam'
            : 'Hội nghị quán triệt kế hoạch cải cách hành chính',
        channel: month === 11 ? 'law_day' : 'meeting',
        areas: [...areas],
        targetGroups: month === 11 ? ['citizens', 'officials'] : ['officials', 'delegates'],
        amounts: { sessions: 1, attendances: chance.whole(35, 120) },
        cost: chance.whole(8, 25) * 100_000,
      }),
    )
  return done
}

/** Month after month from its first one, `firstMonth` 13 for never. */
function campaign(chance: Chance, unitId: string, firstMonth: number): SampleVersion[] {
  const done: SampleVersion[] = []
  for (let month = firstMonth; month <= 12; month++) {
    const days = monthDays(2024, month)
    done.push(
      record(chance, unitId, days.from, days.to, {
        title: 'Chuyên mục cải cách hành chính trên loa',
        channel: 'loudspeaker',
        areas: ['procedures', 'digital', 'organization'],
        amounts: {
          broadcasts: chance.whole(16, 26),
          minutes: chance.whole(2, 4) * 5,
          clusters: chance.whole(4, 9),
        },
        cost: chance.whole(6, 12) * 100_000,
      }),
      record(chance, unitId, dayOf(2024, month, 12), dayOf(2024, month, 12), {
        title: 'Bài hướng dẫn nộp hồ sơ trực tuyến',
        channel: 'social',
        areas: ['digital'],
        targetGroups: ['citizens', 'youth'],
        amounts: {
          posts: chance.whole(2, 6),
          reach: chance.whole(300, 2600),
          interactions: chance.whole(15, 180),
        },
      }),
    )
    if ((month - firstMonth) % 2 === 0) done.push(...leafletsAndMeeting(chance, unitId, month))
    if (month === firstMonth)
      done.push(
        record(chance, unitId, dayOf(2024, month, 5), dayOf(2024, month, 6), {
          title: 'Treo pa-nô, băng rôn về dịch vụ công trực tuyến',
          channel: 'poster',
          areas: ['digital', 'procedures'],
          amounts: { pieces: chance.whole(6, 18) },
          cost: chance.whole(25, 60) * 100_000,
        }),
      )
  }
  return done
}

function leafletsAndMeeting(chance: Chance, unitId: string, month: number): SampleVersion[] {
  const copies = chance.whole(6, 24) * 50
  return [
    record(chance, unitId, dayOf(2024, month, 14), dayOf(2024, month, 18), {
      title: 'Phát tờ gấp hỏi đáp thủ tục hành chính',
      channel: 'leaflet',
      areas: ['procedures', 'digital'],
      amounts: { copies },
      cost: copies * 1800,
    }),
    record(chance, unitId, dayOf(2024, month, 20), dayOf(2024, month, 20), {
      title: 'Họp thôn, giải đáp về thủ tục và dịch vụ công',
      channel: 'meeting',
      areas: ['procedures', 'civil_service'],
      village: `Thôn mẫu ${String(chance.whole(1, 12)).padStart(2, '0')}`,
      amounts: { sessions: 1, attendances: chance.whole(28, 75) },
      cost: chance.whole(3, 8) * 100_000,
    }),
  ]
}

/** A little work of the communes of today in the last three full months. */
function recentMonths(chance: Chance, unitId: string, now: Date): SampleVersion[] {
  return [3, 2, 1].flatMap((ago) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1))
    const days = monthDays(first.getUTCFullYear(), first.getUTCMonth() + 1)
    const middle = `${days.from.slice(0, 8)}15`
    return [
      record(chance, unitId, days.from, days.to, {
        title: 'Chuyên mục cải cách hành chính trên loa',
        channel: 'loudspeaker',
        areas: ['procedures', 'digital'],
        amounts: { broadcasts: chance.whole(16, 24), minutes: 15, clusters: chance.whole(8, 20) },
        cost: chance.whole(10, 22) * 100_000,
      }),
      record(chance, unitId, middle, middle, {
        title: 'Hướng dẫn dùng ứng dụng phản ánh hiện trường',
        channel: chance.pick({ social: 2, meeting: 1, leaflet: 1 }) as string,
        areas: ['digital'],
        amounts: {},
        cost: chance.whole(2, 14) * 100_000,
      }),
    ]
  })
}

type Said = Pick<ActivityFacts, 'title' | 'channel' | 'areas' | 'amounts'> & Partial<ActivityFacts>

const someAmounts: Record<string, Record<string, number>> = {
  social: { posts: 4, reach: 1850, interactions: 96 },
  meeting: { sessions: 2, attendances: 88 },
  leaflet: { copies: 400 },
}

function record(chance: Chance, unitId: string, startsOn: string, endsOn: string, said: Said): SampleVersion {
  return {
    planItem: taskOf(unitId, said.channel, startsOn),
    village: '',
    targetGroups: ['citizens'],
    cost: 0,
    link: '',
    note: '',
    ...said,
    amounts: Object.keys(said.amounts).length > 0 ? said.amounts : someAmounts[said.channel]!,
    startsOn,
    endsOn,
    unitId,
    id: chance.uuid(),
    version: 1,
    isWithdrawn: false,
    reason: '',
    source: 'form',
    recordedAt: new Date(`${endsOn}T09:${String(chance.whole(10, 59))}:00Z`),
  }
}

/** Items of the plans of 2024 (plans.ts) by what they do; Zalo is planned only where the campaign ran. */
const tasks: Record<string, string> = {
  loudspeaker: 'v1',
  meeting: 'v2',
  leaflet: 'v3',
  law_day: 'v4',
  social: 'v5',
}

function taskOf(unitId: string, channel: string, startsOn: string): string {
  const commune = communes.find((one) => one.unitId === unitId)
  const isPlanned = commune && (channel !== 'social' || commune.hadCampaign) && startsOn >= '2024-03'
  return (isPlanned && tasks[channel]) || ''
}

/** A slip of the keyboard that was corrected, and an activity recorded twice and taken back: what a history looks like. */
function slips(all: readonly SampleVersion[]): SampleVersion[] {
  const leaflets = all.find(({ channel }) => channel === 'leaflet')!
  const website = all.find(({ channel, unitId }) => channel === 'website' && unitId === leaflets.unitId)!
  const dayLater = ({ recordedAt }: SampleVersion) => new Date(recordedAt.getTime() + 86_400_000)
  return [
    {
      ...leaflets,
      version: 2,
      amounts: { copies: leaflets.amounts.copies! - 50 },
      reason: 'Đếm lại tờ gấp còn thừa: đã phát ít hơn 50 bản.',
      recordedAt: dayLater(leaflets),
    },
    {
      ...website,
      version: 2,
      isWithdrawn: true,
      reason: 'Ghi hai lần cùng một tin.',
      recordedAt: dayLater(website),
    },
  ]
}

const dayOf = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
