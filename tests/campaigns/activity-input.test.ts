import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ActivityBook, readActivity, type TypedActivity } from '#lib/campaigns/activity-input'
import { reformChannels } from '../support/reform-channels'

const book: ActivityBook = {
  channels: reformChannels.channels,
  targetGroups: reformChannels.targetGroups!,
  areas: [{ code: 'procedures' }, { code: 'digital' }],
  planItems: [{ year: 2024, code: 'loa-1' }],
  unit: { validFrom: '2009-06-10', validTo: '2025-06-30' },
  today: '2024-05-20',
}
const typed = (changes: Partial<TypedActivity> = {}): TypedActivity => ({
  planItem: '',
  title: ' Bản tin thủ tục ',
  channel: 'loudspeaker',
  areas: ['digital', 'procedures'],
  targetGroups: ['citizens'],
  village: '',
  startsOn: '06/05/2024',
  endsOn: '17/05/2024',
  amounts: { broadcasts: '20', minutes: '15', clusters: '4' },
  cost: '1.200.000',
  link: '',
  note: '',
  ...changes,
})
const faultsAt = (changes: Partial<TypedActivity>) => {
  const read = readActivity(typed(changes), book)
  return 'faults' in read ? read.faults.map(({ question }) => question) : []
}

it('reads an activity as it was typed on a phone', () => {
  expect(readActivity(typed({ planItem: 'loa-1' }), book)).toEqual({
    facts: {
      planItem: 'loa-1',
      title: 'Bản tin thủ tục',
      channel: 'loudspeaker',
      areas: ['procedures', 'digital'],
      targetGroups: ['citizens'],
      village: '',
      startsOn: '2024-05-06',
      endsOn: '2024-05-17',
      amounts: { broadcasts: 20, minutes: 15, clusters: 4 },
      cost: 1_200_000,
      link: '',
      note: '',
    },
  })
})

it('names every fault at its field at once', () => {
  expect(
    faultsAt({
      areas: ['unknown'],
      startsOn: '31/02/2024',
      amounts: { broadcasts: '' },
      cost: '1,5 triệu',
      link: 'xem trên mạng',
      planItem: 'loa-1',
      title: 'x'.repeat(201),
    }),
  ).toEqual(['areas', 'startsOn', 'amount.broadcasts', 'cost', 'title', 'link'])
  expect(faultsAt({ channel: 'smoke-signals' })).toEqual(['channel'])
})

it('takes what was done only, while the unit was there', () => {
  expect(faultsAt({ endsOn: '21/05/2024' })).toEqual(['endsOn'])
  expect(faultsAt({ endsOn: '01/05/2024' })).toEqual(['endsOn'])
  expect(faultsAt({ startsOn: '01/01/2009' })).toEqual(['startsOn'])
  const later = { ...book, today: '2025-08-01' }
  expect(readActivity(typed({ endsOn: '01/07/2025' }), later)).toMatchObject({
    faults: [{ question: 'startsOn' }],
  })
})

it('takes an item of the plan of that year only', () => {
  expect(faultsAt({ planItem: 'loa-2' })).toEqual(['planItem'])
  expect(faultsAt({ planItem: 'loa-1', startsOn: '05/12/2023', endsOn: '06/12/2023' })).toEqual(['planItem'])
})

it('asks for the main measure, and leaves other unknown amounts absent instead of 0', () => {
  const read = readActivity(typed({ amounts: { broadcasts: '20', minutes: '', clusters: '0' } }), book)
  expect(read).toMatchObject({ facts: { amounts: { broadcasts: 20, clusters: 0 } } })
  expect('facts' in read && 'minutes' in read.facts.amounts).toBe(false)
  expect(faultsAt({ amounts: { broadcasts: '0' } })).toEqual(['amount.broadcasts'])
  expect(faultsAt({ amounts: { broadcasts: '5', minutes: 'mười' } })).toEqual(['amount.minutes'])
})

it('leaves amounts of another channel aside, whatever stands there', () => {
  const amounts = { broadcasts: 'nhiều', copies: '500' }
  expect(readActivity(typed({ channel: 'leaflet', amounts }), book)).toMatchObject({
    facts: { amounts: { copies: 500 } },
  })
})

it('answers anything typed with an activity or with faults that have words', () => {
  const anything = fc.record({
    ...(Object.fromEntries(
      ['planItem', 'title', 'channel', 'village', 'startsOn', 'endsOn', 'cost', 'link', 'note'].map(
        (name) => [name, fc.string()],
      ),
    ) as Record<'channel', fc.Arbitrary<string>>),
    amounts: fc.dictionary(fc.string(), fc.string()),
    areas: fc.array(fc.string()),
  })
  fc.assert(
    fc.property(anything, (any) => {
      const read = readActivity(typed(any as Partial<TypedActivity>), book)
      if ('faults' in read) for (const { vi, en } of read.faults) expect([vi, en].every(Boolean)).toBe(true)
      else expect(read.facts.areas.length).toBeGreaterThan(0)
    }),
  )
})
