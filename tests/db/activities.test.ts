import { expect, it } from 'vitest'
import { yearDays } from '#lib/campaigns/period'
import { listActivities } from '#lib/db/activities'
import { database } from '#lib/db/client'
import { makeActivity } from '../support/make-activity'

const first = '00000000-0000-4000-8000-000000000001'
const second = '00000000-0000-4000-8000-000000000002'

type Stored = Parameters<typeof makeActivity>[0]

async function store(changes: Stored) {
  const { startsOn, endsOn, areas, targetGroups, amounts, ...rest } = makeActivity(changes)
  const lists = { areas: [...areas], targetGroups: [...targetGroups], amounts: { ...amounts } }
  const days = { startsOn: new Date(startsOn), endsOn: new Date(endsOn) }
  await database().prisma.activity.create({ data: { ...rest, ...lists, ...days, recordedBy: 'somebody' } })
}

it('reads the newest version only, with days and money as they were', async () => {
  await store({ cost: 1 })
  await store({ version: 2, cost: 7_500_000_000_000, reason: 'Nhập nhầm' })
  const [activity, ...more] = await listActivities({ ...yearDays(2024), units: null })
  expect(more).toEqual([])
  expect(activity).toEqual({
    ...makeActivity({ version: 2, cost: 7_500_000_000_000, reason: 'Nhập nhầm' }),
    recordedAt: expect.any(Date),
  })
})

it('follows the correction of a day out of the period, and of a withdrawal out of every list', async () => {
  await store({})
  await store({ version: 2, endsOn: '2025-01-03', reason: 'Sai ngày' })
  await store({ id: second })
  await store({ id: second, version: 2, isWithdrawn: true, reason: 'Ghi hai lần' })
  expect(await listActivities({ ...yearDays(2024), units: null })).toEqual([])
  const withdrawn = await listActivities({ ...yearDays(2024), units: null, hasWithdrawn: true })
  expect(withdrawn.map(({ id, version }) => [id, version])).toEqual([[second, 2]])
})

it('counts an activity where it ended, and shows it in every month that it touched', async () => {
  await store({ startsOn: '2024-02-20', endsOn: '2024-03-10' })
  const february = { from: '2024-02-01', to: '2024-02-29', units: null }
  expect(await listActivities(february)).toEqual([])
  expect(await listActivities({ ...february, by: 'overlap' })).toHaveLength(1)
})

it('reads the asked units only', async () => {
  await store({})
  await store({ id: second, unitId: '22873-1' })
  const ids = async (units: string[]) =>
    (await listActivities({ ...yearDays(2024), units })).map(({ id }) => id)
  expect(await ids(['22870-1'])).toEqual([first])
  expect(await ids([])).toEqual([])
})
