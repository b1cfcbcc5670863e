// The attack of somebody who holds the database and wants to know which code, and so whose visit, an answer came with.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { submitAnswers } from '#lib/flows/submit-answers'
import { good, openWave } from '../support/front-door-scene'
import { makeActor } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

async function twoBatches() {
  const { wave, unit } = await openWave({ entries: ['visit-code'] })
  const today = dayInVietNam()
  const batch = { wave: wave.id, unit, count: 20, validFrom: today, validTo: today }
  const officer = makeActor({ role: 'district' })
  const [first, second] = [await createVisitCodes(officer, batch), await createVisitCodes(officer, batch)]
  const answer = (visitCode: string) =>
    submitAnswers(null, { wave: wave.id, unit, receipt: randomUUID(), answers: good, visitCode })
  return { answer, first: first.codes, second: second.codes }
}

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await database().pool.query<Record<string, string>>(sql, values)).rows

/** Every row of every table but the answers themselves and the codes still unused, with the transaction that wrote it. */
async function everythingElse(): Promise<string[]> {
  const tables = await rowsOf(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'
     and table_type = 'BASE TABLE' and table_name not in ('Response', 'UnusedVisitCode') order by 1`,
  )
  const lines: string[] = []
  for (const { name } of tables)
    for (const { line } of await rowsOf(`select xmin::text || ' ' || t::text as line from ${name} t`))
      lines.push(`${name} ${line}`)
  return lines.sort()
}

it('changes no row of any table when it is used, except that its row among the unused codes is gone', async () => {
  const { answer, first } = await twoBatches()
  const before = await everythingElse()
  await answer(first[7]!)
  expect(await everythingElse()).toEqual(before)
  expect(await database().prisma.unusedVisitCode.count()).toBe(39)
})

it('leaves answers of different batches alike: nothing but receipt and transaction differs', async () => {
  const { answer, first, second } = await twoBatches()
  for (const code of [first[3]!, second[11]!, first[0]!]) await answer(code)
  const rows = await rowsOf(`select to_jsonb(t) - 'receipt' - 'xid' as row from "Response" t`)
  expect(rows).toHaveLength(3)
  expect(new Set(rows.map(({ row }) => JSON.stringify(row))).size).toBe(1)
})

it('can be tied to its answer in the data files only until PostgreSQL sweeps the deleted row', async () => {
  const { answer, first } = await twoBatches()
  await answer(first[5]!)
  await database().pool.query('create extension if not exists pageinspect')
  const tied = () =>
    rowsOf(
      `select 1 from generate_series(0, pg_relation_size('"UnusedVisitCode"') / 8192 - 1) page,
         heap_page_items(get_raw_page('"UnusedVisitCode"', page::int)) item
       where item.t_xmax = (select r.xmin from "Response" r)`,
    )
  expect(await tied(), 'the attack works on a row that is not swept yet').toHaveLength(1)
  await database().pool.query('vacuum "UnusedVisitCode"')
  expect(await tied()).toEqual([])
})

it('is swept without waiting for many deleted rows to gather', async () => {
  const [table] = await rowsOf(
    `select reloptions::text as options from pg_class where relname = 'UnusedVisitCode'`,
  )
  expect(table!.options).toContain('autovacuum_vacuum_threshold=0')
  expect(table!.options).toContain('autovacuum_vacuum_scale_factor=0')
})
