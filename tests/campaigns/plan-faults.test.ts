import { describe, expect, test } from 'vitest'
import { planBody } from '#lib/campaigns/plan-body'
import { unfinishedIssue, unfinishedPlan, unknownTerms } from '#lib/campaigns/plan-faults'
import { newItem } from '#lib/campaigns/plan-items'
import { reformChannels } from '../support/reform-channels'

const terms = {
  channels: reformChannels.channels,
  targetGroups: reformChannels.targetGroups ?? [],
  areas: [{ code: 'procedures' }, { code: 'digital' }],
  unitIds: ['xa-1'],
}
const whole = {
  title: 'Phát loa về nộp hồ sơ qua mạng',
  channel: 'loudspeaker',
  areas: ['digital'],
  targetGroups: ['citizens'],
  from: '2026-03',
  to: '2026-05',
  amounts: { broadcasts: 24, minutes: 10, clusters: 6 },
  cost: 0,
  office: 'Công chức Văn hóa – Xã hội',
}
const plan = (...items: object[]) =>
  planBody.parse({ items: items.map((item, at) => ({ ...newItem([]), ...item, code: `v${at + 1}` })) })
const places = (faults: { question: string }[]) => faults.map(({ question }) => question)

describe('a plan that is handed in', () => {
  test('is whole when every item says what, by what, about what, when, how much and who', () => {
    expect(unfinishedPlan(plan(whole), 2026, terms)).toEqual([])
  })

  test('needs an item', () => {
    expect(places(unfinishedPlan(plan(), 2026, terms))).toEqual(['items'])
  })

  test('hears at once of everything an empty item lacks, each with its place', () => {
    expect(places(unfinishedPlan(plan(whole, {}), 2026, terms))).toEqual(
      ['title', 'channel', 'areas', 'from', 'cost', 'office'].map((part) => `items.1.${part}`),
    )
  })

  test.each([
    [{ ...whole, from: '2026-06' }, 'items.0.to'],
    [{ ...whole, from: '2025-12' }, 'items.0.from'],
    [{ ...whole, amounts: { minutes: 10 } }, 'items.0.amounts'],
  ])('is told what is wrong with %o', (item, place) => {
    expect(places(unfinishedPlan(plan(item), 2026, terms))).toEqual([place])
  })

  test('is told in words that name the item', () => {
    const [fault] = unfinishedPlan(plan({ ...whole, cost: null }), 2026, terms)
    expect(fault?.vi).toContain('Việc 1 “Phát loa về nộp hồ sơ qua mạng”')
    expect(fault?.vi).toContain('kinh phí')
  })
})

test('the plan of the office above needs its title, a content with words and the day for the units below', () => {
  expect(places(unfinishedIssue(plan(), 2026, terms))).toEqual(['title', 'contents', 'unitPlansDueOn'])
  const issued = { title: 'Kế hoạch', unitPlansDueOn: '2026-03-31', items: [] }
  const silent = planBody.parse({ ...issued, contents: [{ area: 'digital', texts: [''] }] })
  expect(places(unfinishedIssue(silent, 2026, terms))).toEqual(['contents.0.texts'])
  const told = planBody.parse({ ...issued, contents: [{ area: 'digital', texts: ['Ứng dụng'] }] })
  expect(unfinishedIssue(told, 2026, terms)).toEqual([])
})

test('a plan names nothing that no file and no unit has', () => {
  const odd = plan({ ...whole, channel: 'pigeon', areas: ['weather'], where: ['xa-2'] }, whole)
  expect(places(unknownTerms(odd, terms))).toEqual(['items.0.channel', 'items.0.areas', 'items.0.where'])
  const measured = plan({ ...whole, amounts: { copies: 3 } })
  expect(places(unknownTerms(measured, terms))).toEqual(['items.0.amounts'])
  expect(places(unknownTerms({ ...plan(whole, whole), channels: ['pigeon'] }, terms))).toEqual(['channels'])
})

test('two items with one code are told apart', () => {
  const body = plan(whole, whole)
  const twice = { ...body, items: body.items.map((item) => ({ ...item, code: 'v1' })) }
  expect(places(unknownTerms(twice, terms))).toEqual(['items.1.code'])
})
