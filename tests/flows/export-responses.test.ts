// The contract of all downloads, and the proof by another program: what an analyst recounts from the response file is
// what the page shows.
import Papa from 'papaparse'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { exportFormats, findExportFormat } from '#lib/exports/registry'
import type { Table } from '#lib/exports/table'
import { exportCells } from '#lib/flows/export-cells'
import { exportChange } from '#lib/flows/export-change'
import { exportCodebook } from '#lib/flows/export-codebook'
import { exportCounts } from '#lib/flows/export-counts'
import { exportDistributions } from '#lib/flows/export-distributions'
import { exportRelease } from '#lib/flows/export-release'
import { exportResponses } from '#lib/flows/export-responses'
import { loadResults } from '#lib/flows/load-results'
import { releaseResults } from '#lib/flows/release-results'
import { codebook, makePeople } from '../support/made-up-survey'
import { makeMadeUpWave, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor } from '../support/make'

const admin = makeActor({ role: 'admin' })
const people = makePeople({ seed: 51, units: ['a', 'b'], villages: 7, people: 9 })
const ask = { index: 'made-up.v1', wave: 'w1' }
let receipts: string[]

beforeEach(async () => {
  const published = await publishMadeUp(['a', 'b'])
  receipts = await storePeople(await makeMadeUpWave(published, { id: 'w1' }), people)
  await storePeople(await makeMadeUpWave(published, { id: 'w0' }), people.slice(0, 100))
})

async function write(table: Table, format = 'csv'): Promise<string> {
  let text = ''
  for await (const piece of findExportFormat(format)!.write(table)) text += piece
  return text
}

const parse = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data

describe('the response file', () => {
  it('lets another program recount the cells of the page: value and standard error', async () => {
    const rows = parse(await write(await exportResponses(admin, { wave: 'w1' })))
    const { cells } = await loadResults(admin, ask)
    for (const unit of ['a', 'b']) {
      const recounted = recount(rows.filter((row) => row.unit === unit))
      const cell = cells.find((one) => one.unit === unit && one.criterion === 'access')!
      expect(cell.value! / recounted.value).toBeCloseTo(1, 12)
      expect(cell.standardError! / recounted.standardError).toBeCloseTo(1, 11)
    }
  })

  it('holds every answer once, with codes', async () => {
    const rows = parse(await write(await exportResponses(admin, { wave: 'w1' })))
    expect(rows).toHaveLength(people.length)
    const coded = (row: Record<string, string>) => codebook.map(({ name }) => row[name]).join(' ')
    expect(rows.map(coded).sort()).toEqual(people.map((person) => person.coded.join(' ')).sort())
    expect(new Set(rows.map(({ day }) => day))).toEqual(new Set(['2026-06-15']))
  })

  it('tells neither receipts nor the order of arrival nor the names of villages', async () => {
    const texts = [
      await write(await exportResponses(admin, { wave: 'w1', texts: '1' })),
      await write(await exportResponses(admin, { wave: 'w1', texts: '1' })),
    ]
    for (const text of texts) for (const receipt of receipts) expect(text).not.toContain(receipt)
    expect(texts[0]).not.toBe(texts[1]) // another order, other labels
    const arrival = people.map(({ coded }) => coded.join(','))
    const inFile = texts[0]!
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',').slice(9).join(','))
    expect(inFile).not.toEqual(arrival)
    const rows = parse(texts[0]!)
    const villages = new Set(people.map(({ unit, cluster }) => `${unit} ${cluster}`)).size
    expect(new Set(rows.map(({ cluster }) => cluster)).size).toBe(villages)
    expect(rows.every(({ cluster }) => /^c\d+$/.test(cluster!))).toBe(true)
  })

  it('writes words instead of codes when asked', async () => {
    const rows = parse(await write(await exportResponses(admin, { wave: 'w1', values: 'labels' })))
    const words = new Set(rows.map(({ access_1 }) => access_1))
    expect(words).toContain('Mức 4')
    expect(words).toContain('Không biết')
    expect(words).toContain('(không hỏi)')
  })

  it('is for administrators and analysts, and each download is in the audit log', async () => {
    for (const role of ['district', 'commune', 'viewer'] as const)
      await expect(exportResponses(makeActor({ role, unitId: 'a' }), { wave: 'w1' })).rejects.toMatchObject({
        code: 'not_allowed',
      })
    await write(await exportResponses(makeActor({ role: 'analyst' }), { wave: 'w1' }))
    const [event] = await database().prisma.auditEvent.findMany()
    expect(event).toMatchObject({
      action: 'export-responses',
      subject: 'w1',
      details: { values: 'codes', hasTexts: false },
    })
  })

  it('gives its connection back when the reader goes away in the middle', async () => {
    const { pool } = database()
    const table = await exportResponses(admin, { wave: 'w1' })
    const pieces = findExportFormat('csv')!.write(table)[Symbol.asyncIterator]()
    const batches = table.batches as AsyncGenerator<unknown>
    await batches.next()
    expect(pool.totalCount - pool.idleCount).toBe(1)
    await batches.return(undefined)
    await pieces.return?.()
    expect(pool.totalCount - pool.idleCount).toBe(0)
  })
})

describe.each(exportFormats.filter(({ extension }) => extension === 'csv').map(({ name }) => name))(
  'as %s',
  (format) => {
    it('every table has as many rows as it says, under its heading', async () => {
      const id = await releaseResults(admin, { ...ask, title: 'Kết quả thử', isConfirmed: true })
      const tables = await Promise.all([
        exportResponses(admin, { wave: 'w1' }),
        exportCodebook(admin, { wave: 'w1' }),
        exportCells(admin, ask),
        exportChange(admin, { ...ask, baseline: 'w0' }),
        exportDistributions(admin, { wave: 'w1', unit: 'a' }),
        exportCounts(admin, { wave: 'w1' }),
        exportRelease(null, { id }),
      ])
      for (const table of tables) {
        const { columns, expected } = table
        const rows = parse(await write(table, format))
        expect(Object.keys(rows[0]!)).toEqual([...columns])
        expect([table.name, rows.length]).toEqual([table.name, expected])
        expect(expected).toBeGreaterThan(0)
      }
    })
  },
)

it('the file of cells holds what the page shows, unrounded', async () => {
  const rows = parse(await write(await exportCells(admin, ask)))
  const { cells } = await loadResults(admin, ask)
  expect(rows.map(({ value }) => (value === '' ? null : Number(value)))).toEqual(
    cells.map(({ value }) => value),
  )
  expect(rows.map(({ status }) => status)).toEqual(cells.map(({ status }) => status))
  expect(rows[1]).toMatchObject({ unit_name: 'Xã a', criterion_name: 'Tiếp cận' })
})

/** Share satisfied of access_1 and access_2 with its linearised error, written without any of our code. */
function recount(rows: Record<string, string>[]) {
  const people = rows.map((row) => {
    const codes = [Number(row.access_1), Number(row.access_2)].filter((code) => code >= 1 && code <= 5)
    return {
      stratum: row.stratum!,
      village: row.cluster!,
      w: Number(row.weight),
      a: codes.filter((code) => code >= 4).length,
      b: codes.length,
    }
  })
  let [top, bottom] = [0, 0]
  for (const { w, a, b } of people) {
    top += w * a
    bottom += w * b
  }
  const share = top / bottom
  const totals: Record<string, Record<string, number>> = {}
  for (const { stratum, village, w, a, b } of people) {
    totals[stratum] ??= {}
    totals[stratum][village] = (totals[stratum][village] ?? 0) + (w * (a - share * b)) / bottom
  }
  let variance = 0
  for (const villages of Object.values(totals)) {
    const z = Object.values(villages)
    const mean = z.reduce((sum, value) => sum + value, 0) / z.length
    variance += (z.length / (z.length - 1)) * z.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  }
  return { value: share * 100, standardError: Math.sqrt(variance) * 100 }
}
