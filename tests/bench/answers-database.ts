// A database of its own for benches: the embedded PostgreSQL with its usual durability, the definitions of surveys/, and
// waves with as many answers as a bench asks for. Each answer is one of a few thousand valid random ones, so that rows are
// as wide as real ones, and is given to a unit and a village of a made-up sample.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { connectDatabase, database, disconnectDatabase } from '#lib/db/client'
import type { FormFile } from '#lib/definitions/form-file'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { sampleAnswers } from '#lib/surveys/sample-answers'
import { startEmbedded } from '../../prisma/embedded'
import { migrate } from '../../prisma/migrate'
import { publish } from '../../prisma/publish'

const TEMPLATES = 2_000
const VILLAGES = 12

/** Runs `work` with a database that is gone afterwards. */
export async function withAnswersDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-bench-'))
  const server = await startEmbedded(folder, {})
  try {
    await migrate(server.url)
    connectDatabase(server.url, 4)
    await publish()
    await storeTemplates()
    return await work()
  } finally {
    await disconnectDatabase()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Valid random answers of the satisfaction form, to be given out by number. */
async function storeTemplates(): Promise<void> {
  const { prisma, pool } = database()
  const row = await prisma.definition.findFirstOrThrow({
    where: { kind: 'form', slug: 'citizen-satisfaction', version: 1 },
  })
  const form = compileForm((row.body as unknown as FormFile).form)
  const random = xoroshiro128plus(20_250_101)
  const rows = Array.from({ length: TEMPLATES }, (_, id) => {
    const answers = sampleAnswers(form, random)
    return { id, answers, coded: codeAnswers(form, answers) }
  })
  await pool.query(`create table bench_template (id int primary key, answers jsonb, coded smallint[])`)
  await pool.query(
    `insert into bench_template
     select * from jsonb_to_recordset($1::jsonb) as row (id int, answers jsonb, coded smallint[])`,
    [JSON.stringify(rows)],
  )
}

/** A sampled wave of the nine old communes of the district; no answers yet. */
export async function makeBenchWave(id: string): Promise<void> {
  const { prisma } = database()
  const form = await prisma.definition.findFirstOrThrow({
    where: { kind: 'form', slug: 'citizen-satisfaction', version: 1 },
  })
  const communes = await prisma.unit.findMany({
    where: { level: 'commune', validTo: { not: null }, parent: { code: '587' } },
  })
  const villages = Array.from({ length: VILLAGES }, (_, at) => ({
    code: `v${at}`,
    name: `Thôn ${at}`,
    stratum: `s${at % 3}`,
    weight: 3 + (at % 5) * 1.7,
  }))
  const day = new Date('2024-06-01')
  await prisma.wave.create({
    data: {
      id,
      title: id,
      titleEn: id,
      formId: form.id,
      audience: 'citizens',
      design: 'clusters',
      modes: ['assisted'],
      entries: ['drawn'],
      periodStart: day,
      periodEnd: day,
      opensAt: day,
      closesAt: new Date('2099-01-01'),
      units: {
        create: communes.map((unit) => ({ unitId: unit.id, target: 400, clusters: { create: villages } })),
      },
    },
  })
}

/** Adds `count` answers to a wave, evenly over units and villages. */
export async function addAnswers(waveId: string, count: number): Promise<void> {
  const { pool } = database()
  await pool.query(
    `with place as (
       select row_number() over (order by "unitId", code) - 1 as number, count(*) over () as places, *
       from "WaveCluster" where "waveId" = $1)
     insert into "Response" ("unitId", "waveId", receipt, "formId", day, mode, collector, entry, language, cluster, stratum, weight, answers, coded)
     select place."unitId", $1, gen_random_uuid(), wave."formId", date '2024-06-01' + (g % 60)::int, 'assisted', 'enumerator', 'drawn', 'vi',
       place.code, place.stratum, place.weight, template.answers, template.coded
     from generate_series(1, $2::int) g
     join place on place.number = abs(hashint4(g)) % place.places
     join bench_template template on template.id = abs(hashint4(g * 7 + 1)) % ${TEMPLATES}
     cross join (select "formId" from "Wave" where id = $1) wave`,
    [waveId, count],
  )
}
