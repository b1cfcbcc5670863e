// The sample data set that a newcomer meets: stored whole, marked, in its villages, and removable. What the answers say
// is tested in sample/waves.test.ts.
import { expect, test, vi } from 'vitest'
import { database } from '#lib/db/client'
import { deleteSampleData } from '#lib/db/delete-sample-data'
import { verifyPassword } from '#lib/password'
import { samplePassword } from '#lib/sample-logins'
import { seedSampleData, seedWhenEmpty } from '../../prisma/seed'

const now = new Date('2026-06-15T12:00:00+07:00')

// thousands of answers are filled in, checked and scored: a busy machine needs its time
vi.setConfig({ testTimeout: 240_000 })

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await database().pool.query(sql)).rows
}

test('the sample data are loaded whole: waves, answers, figures and accounts, all marked as sample', async () => {
  const { responses } = await seedSampleData(now)
  expect(responses).toBeGreaterThan(8000)
  const counted = await rows<{ wave: string; n: number; design: string }>(
    `select w.id as wave, w.design, count(*)::int as n from "Wave" w join "Response" r on r."waveId" = w.id
     where w."isSample" group by w.id order by w.id`,
  )
  expect(counted.map((one) => `${one.wave} ${one.design}`)).toEqual([
    'dai-bieu-2024 none',
    'dai-bieu-2025 none',
    'hai-long-2024-1 clusters',
    'hai-long-2024-2 clusters',
    'hai-long-2025 clusters',
    'hai-long-thuong-xuyen none',
    'nhan-biet-2023 clusters',
    'nhan-biet-2024-1 clusters',
    'nhan-biet-2024-2 clusters',
    'thi-cchc-2025 none',
    'thi-cchc-xa-moi none',
  ])
  expect(counted.reduce((sum, one) => sum + one.n, 0)).toBe(responses)
  const steps = await rows<{ year: number; steps: string }>(
    `select r.year, string_agg(u.step, ' ' order by u.step) as steps from "Round" r join "RoundUnit" u on u."roundId" = r.id
     where r."isSample" group by r.id order by r.year`,
  )
  expect(steps).toEqual([
    { year: 2024, steps: Array(9).fill('frozen').join(' ') },
    { year: 2025, steps: Array(4).fill('frozen').join(' ') },
    { year: 2026, steps: 'appraisal explanation second-appraisal self-scoring' },
  ])
  expect(await database().prisma.roundRevision.count()).toBe(3)
  const acts = await rows(`select from "RoundEvent" where at > '2026-06-15T12:00:00+07:00'`)
  expect(acts, 'events of tomorrow').toEqual([])
  const plans = await rows<{ year: number; steps: string }>(
    `select year, string_agg(step, ' ' order by step) as steps from "CampaignPlan"
     where "isSample" group by year order by year`,
  )
  expect(plans).toEqual([
    { year: 2024, steps: `${'accepted '.repeat(6)}issued returned submitted` },
    { year: 2025, steps: 'accepted' },
    { year: 2026, steps: 'accepted issued returned submitted' },
  ])
  expect(await rows(`select from "CampaignPlanEvent" where at > '2026-06-15T12:00:00+07:00'`)).toEqual([])
  const users = await database().prisma.user.findMany()
  expect(new Set(users.map((user) => user.role))).toEqual(
    new Set(['admin', 'district', 'commune', 'analyst', 'viewer']),
  )
  expect(users.every((user) => user.isSample)).toBe(true)
  expect(await verifyPassword(users[0]!.passwordHash, samplePassword)).toBe(true)
  const astray = await rows(
    `select r.receipt from "Response" r join "Wave" w on w.id = r."waveId"
     left join "WaveCluster" c on c."waveId" = r."waveId" and c."unitId" = r."unitId" and c.code = r.cluster
     where case when w.design = 'clusters' then c.stratum is distinct from r.stratum or c.weight is distinct from r.weight
       else r.cluster <> '' or r.weight <> 1 end`,
  )
  expect(astray, 'answers outside the draw').toEqual([])
  const open = await database().prisma.wave.findMany({
    where: { opensAt: { lte: now }, closesAt: { gt: now } },
    include: { units: { include: { unit: true } } },
  })
  expect(open.map((wave) => wave.id)).toEqual([
    'hai-long-thuong-xuyen',
    'phieu-kin-dai-bieu',
    'thi-cchc-xa-moi',
  ])
  for (const { unit } of open[0]!.units) expect(unit.validTo, unit.name).toBeNull()
  const releases = await rows<{ id: string; ok: number; hidden: number }>(
    `select id, count(*) filter (where cell ->> 'status' = 'ok')::int as ok,
       count(*) filter (where cell ->> 'value' is null)::int as hidden
     from "Release", jsonb_array_elements(cells) as cell group by id order by id`,
  )
  expect(releases).toHaveLength(2)
  for (const release of releases) expect(release.ok, release.id).toBeGreaterThan(50)
  expect(releases[1]!.hidden, 'cells of the commune with too few answers').toBeGreaterThan(0)
  expect(await rows(`select from "Response" where day > '2026-06-15'`), 'answers of tomorrow').toEqual([])
})

test('removing the sample data leaves nothing of them and everything else', async () => {
  await database().prisma.user.create({
    data: { login: 'that', name: 'Thật', passwordHash: '-', role: 'admin' },
  })
  const { responses } = await seedSampleData(now)
  const published = await database().prisma.definition.count()
  expect(await deleteSampleData(null)).toEqual({ responses })
  const [left] = await rows<Record<string, number>>(
    `select (select count(*) from "Wave")::int as waves, (select count(*) from "Release")::int as releases, (select count(*) from "Response")::int as responses,
       (select count(*) from "Round")::int as rounds, (select count(*) from "User")::int as users,
       (select count(*) from "Definition")::int as definitions`,
  )
  expect(left).toEqual({ waves: 0, releases: 0, responses: 0, rounds: 0, users: 1, definitions: published })
  await database().prisma.user.deleteMany()
  await seedWhenEmpty()
  expect(await database().prisma.wave.count(), 'sample data removed once do not come back').toBe(0)
})
