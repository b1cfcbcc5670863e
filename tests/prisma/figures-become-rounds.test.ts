// What officers had entered before there were rounds comes through the migration whole: the old tables are filled, the
// rest of the migrations run, and today's flows read what became of it.
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { freezeRound } from '#lib/flows/freeze-round'
import { loadRound } from '#lib/flows/load-round'
import { loadRoundResult } from '#lib/flows/load-round-result'
import { loadRoundSheet } from '#lib/flows/load-round-sheet'
import { migrationList } from '../../prisma/schema-engine'
import { makeActor } from '../support/make'
import { roundIndex } from '../support/round-index'

const target = '20261123112500_rounds_hold_figures'
const run = (sql: string, values: unknown[] = []) => database().pool.query(sql, values)
const apply = async (isWanted: (name: string) => boolean) => {
  for (const { path, migrationFile } of migrationList().migrationDirectories)
    if (isWanted(path)) await run(String(migrationFile.content.value))
}

async function fillOldTables() {
  await run(
    `insert into "Definition" (id, kind, slug, version, hash, body) values (1, 'index', 'round-index', 1, $1, $2)`,
    ['0'.repeat(64), JSON.stringify(roundIndex)],
  )
  await run(
    `insert into "Unit" (id, code, name, "nameEn", level, "parentId", "validFrom") values
    ('district', '587', 'Huyện Ninh Phước', 'Ninh Phước district', 'district', null, '2009-01-01'),
    ('hai', '22873', 'Xã Phước Hải', 'Phước Hải', 'commune', 'district', '2009-01-01'),
    ('huu', '22891', 'Xã Phước Hữu', 'Phước Hữu', 'commune', 'district', '2009-01-01')`,
  )
  const entered: [string, number, string, number, string, boolean, string | null][] = [
    ['hai', 2023, 'tasks', 90, 'báo cáo 12', false, 'an'],
    ['hai', 2023, 'plan', 1, '', false, null],
    ['hai', 2023, 'late_reports', 1, '', false, 'an'],
    ['huu', 2023, 'tasks', 62.5, '', false, 'an'],
    ['huu', 2022, 'tasks', 40, '', false, 'an'],
    ['huu', 2024, 'tasks', 99, 'mẫu', true, null],
  ]
  for (const [unit, year, criterion, value, note, isSample, by] of entered)
    await run(
      `insert into "EnteredScore" ("indexId", "unitId", year, criterion, value, note, "isSample", "enteredBy") values (1, $1, $2, $3, $4, $5, $6, $7)`,
      [unit, year, criterion, value, note, isSample, by],
    )
}

describe('figures of before', () => {
  it('become settled rounds by year, with every figure and note, and can be frozen; sample figures do not', async () => {
    await run('drop schema public cascade; create schema public')
    await apply((name) => name < target)
    await fillOldTables()
    await apply((name) => name >= target)

    const { rows } = await run('select id, year, "appraiserId", "isSample" from "Round" order by year')
    expect(rows).toEqual([
      { id: 'so-lieu-nhap-1-2022', year: 2022, appraiserId: 'district', isSample: false },
      { id: 'so-lieu-nhap-1-2023', year: 2023, appraiserId: 'district', isSample: false },
    ])
    const round = 'so-lieu-nhap-1-2023'
    const officer = makeActor({ role: 'district' })
    const board = await loadRound(officer, { id: round })
    expect(board.lines.map(({ unitId, step, standing }) => [unitId, step, standing.points])).toEqual([
      ['hai', 'settled', 54 + 20 + 15],
      ['huu', 'settled', 37.5],
    ])
    const { sheet, events } = await loadRoundSheet(officer, { round, unit: 'hai' })
    expect(sheet.lines.get('tasks')).toMatchObject({
      self: { answer: { kind: 'figure', value: 90 }, note: 'báo cáo 12' },
      appraisal: { answer: { kind: 'figure', value: 90 } },
    })
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['self-score', 'self-score', 'self-score', 'submit'],
      ...['appraise', 'appraise', 'appraise', 'finish-appraisal'],
    ])

    await freezeRound(officer, { id: round, isConfirmed: true })
    const { units } = await loadRoundResult(officer, { id: round })
    expect(units.map(({ id, total }) => [id, Number(total?.value?.toFixed(9))])).toEqual([
      ['hai', 54 + 20 + 15],
      ['huu', 62.5],
    ])
    await expect(run(`update "RoundRevision" set result = '{}'`)).rejects.toThrow(/refused/)
  })
})
