// The sample data set that a newcomer meets: complete, marked, the same every time, realistic, and removable.
import { expect, test } from 'vitest'
import { database } from '#lib/db/client'
import { removeSampleData } from '#lib/db/remove-sample-data'
import { verifyPassword } from '#lib/password'
import { samplePassword } from '#lib/sample-logins'
import { seedSampleData } from '../../prisma/seed'

const now = new Date('2026-06-15T12:00:00+07:00')

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await database().pool.query(sql)).rows
}

test('the sample data are loaded whole: waves, answers, figures and accounts, all marked as sample', async () => {
  const { responses } = await seedSampleData(now)
  expect(responses).toBeGreaterThan(8000)
  expect(responses).toBeLessThan(10_000)
  const counted = await rows<{ wave: string; n: number; design: string }>(
    `select w.id as wave, w.design, count(*)::int as n from "Wave" w join "Response" r on r."waveId" = w.id
     where w."isSample" group by w.id order by w.id`,
  )
  expect(counted.map((one) => `${one.wave} ${one.design}`)).toEqual([
    'dai-bieu-2024 none',
    'hai-long-2024-1 clusters',
    'hai-long-2024-2 clusters',
    'hai-long-thuong-xuyen none',
    'nhan-biet-2024-1 clusters',
    'nhan-biet-2024-2 clusters',
  ])
  expect(counted.reduce((sum, one) => sum + one.n, 0)).toBe(responses)
  expect(await database().prisma.enteredScore.count({ where: { isSample: false } })).toBe(0)
  expect(await database().prisma.enteredScore.count()).toBe(9 * 11 - 1)
  const users = await database().prisma.user.findMany()
  expect(new Set(users.map((user) => user.role))).toEqual(
    new Set(['admin', 'district', 'commune', 'analyst', 'viewer']),
  )
  for (const user of users) {
    expect(user.isSample).toBe(true)
    expect(await verifyPassword(user.passwordHash, samplePassword)).toBe(true)
  }
})

test('answers lie in the drawn villages of their wave and carry the stratum and weight of the draw', async () => {
  await seedSampleData(now)
  const astray = await rows(
    `select r.receipt from "Response" r join "Wave" w on w.id = r."waveId"
     left join "WaveCluster" c on c."waveId" = r."waveId" and c."unitId" = r."unitId" and c.code = r.cluster
     where case when w.design = 'clusters' then c.stratum is distinct from r.stratum or c.weight is distinct from r.weight
       else r.cluster <> '' or r.weight <> 1 end`,
  )
  expect(astray).toEqual([])
  const villages = await rows<{ wave: string; same: string }>(
    `select "waveId" as wave, md5(string_agg("unitId" || code || stratum || weight, ',' order by "unitId", code)) as same
     from "WaveCluster" where "waveId" like 'hai-long%' group by 1`,
  )
  expect(villages).toHaveLength(2)
  expect(villages[0]!.same).toBe(villages[1]!.same)
})

test('satisfaction is realistic: most are satisfied, nobody everywhere, some do not know and some skip', async () => {
  await seedSampleData(now)
  const [share] = await rows<{ satisfied: number; unknown: number; skipped: number }>(
    `with item as (select unnest(array['signs', 'seats', 'equipment', 'hours']) as name),
     answer as (select answers -> 'access' -> item.name as level from "Response", item
       where "waveId" = 'hai-long-2024-1' and answers -> 'service_use' in ('1', '2'))
     select avg((level in ('4', '5'))::int) filter (where level in ('1', '2', '3', '4', '5'))::float8 as satisfied,
       avg(coalesce(level = '98', false)::int)::float8 as unknown, avg((level is null)::int)::float8 as skipped from answer`,
  )
  expect(share!.satisfied).toBeGreaterThan(0.7)
  expect(share!.satisfied).toBeLessThan(0.9)
  expect(share!.unknown).toBeGreaterThan(0.01)
  expect(share!.skipped).toBeGreaterThan(0.01)
})

test('the campaign lifts knowledge where it ran, by more than elsewhere', async () => {
  await seedSampleData(now)
  const means = await rows<{ campaign: boolean; wave: string; right: number }>(
    `select "unitId" in ('22870-1', '22879-1', '22891-1', '22894-1') as campaign, right("waveId", 1) as wave,
       avg((answers -> 'know_post' = '1')::int + (answers -> 'know_digital' = '2')::int)::float8 as right
     from "Response" where "waveId" like 'nhan-biet%' and answers ? 'know_post' and answers ? 'know_digital'
     group by 1, 2 order by 1, 2`,
  )
  const [elsewhereBefore, elsewhereAfter, campaignBefore, campaignAfter] = means.map((one) => one.right)
  expect(campaignAfter! - campaignBefore!).toBeGreaterThan(elsewhereAfter! - elsewhereBefore! + 0.03)
})

test('one commune has too few answers in the second wave, and an open wave takes answers today', async () => {
  await seedSampleData(now)
  const [few] = await rows<{ n: number }>(
    `select count(*)::int as n from "Response" where "waveId" = 'hai-long-2024-2' and "unitId" = '22912-1'`,
  )
  expect(few!.n).toBe(18)
  const open = await database().prisma.wave.findMany({
    where: { opensAt: { lte: now }, closesAt: { gt: now } },
    include: { units: { include: { unit: true } } },
  })
  expect(open.map((wave) => wave.id)).toEqual(['hai-long-thuong-xuyen'])
  for (const { unit } of open[0]!.units) expect(unit.validTo).toBeNull()
  expect(await rows(`select from "Response" where day > '2026-06-15'`)).toEqual([])
})

test('the same seed gives the same answers', async () => {
  const print = `select md5(string_agg(receipt::text || answers::text || coded::text || day, ',' order by receipt)) as print from "Response"`
  await seedSampleData(now)
  const first = await rows(print)
  await removeSampleData()
  await seedSampleData(now)
  expect(await rows(print)).toEqual(first)
})

test('removing the sample data leaves nothing of them and everything else', async () => {
  await database().prisma.user.create({
    data: { login: 'that', name: 'Thật', passwordHash: '-', role: 'admin' },
  })
  const { responses } = await seedSampleData(now)
  expect(await removeSampleData()).toEqual({ responses })
  const [left] = await rows<Record<string, number>>(
    `select (select count(*) from "Wave")::int as waves, (select count(*) from "Response")::int as responses,
       (select count(*) from "EnteredScore")::int as entries, (select count(*) from "User")::int as users,
       (select count(*) from "Definition")::int as definitions`,
  )
  expect(left).toEqual({ waves: 0, responses: 0, entries: 0, users: 1, definitions: 10 })
})
