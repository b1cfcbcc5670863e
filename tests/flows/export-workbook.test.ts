import { describe, expect, it } from 'vitest'
import { isFormula, type Sheet } from '#lib/exports/sheet'
import { exportRoundWorkbook } from '#lib/flows/export-round-workbook'
import { exportWorkbook } from '#lib/flows/export-workbook'
import { freezeRound } from '#lib/flows/freeze-round'
import { loadRoundResult } from '#lib/flows/load-round-result'
import { makeAccessScene, ownUnit } from '../support/access-scene'
import { makeActor, makeUnit } from '../support/make'
import { makeRound } from '../support/make-round'
import { recalculate } from '../support/recalculate'

const numbers = (sheets: readonly Sheet[], name: string) => sheets.find((sheet) => sheet.name === name)!.rows

describe('the workbook of a scoring round', () => {
  it('comes to the frozen result, in both languages, for all units', async () => {
    const admin = makeActor({ role: 'admin' })
    const units = [(await makeUnit()).id, (await makeUnit()).id]
    const { round } = await makeRound({ units, step: 'settled' })
    await freezeRound(admin, { id: round, isConfirmed: true })
    const { cells, index } = await loadRoundResult(admin, { id: round })
    for (const [language, sheet] of [
      ['vi', '9 Điểm'],
      ['en', '9 Points'],
    ] as const) {
      const { sheets } = await exportRoundWorkbook(admin, { id: round, language })
      const { faults, largest } = recalculate(sheets)
      expect(faults).toEqual([])
      expect(largest).toBeLessThan(1e-9)
      const shown = numbers(sheets, sheet)[2]!
        .slice(2)
        .map((cell) => (isFormula(cell) ? cell.value : cell))
      const frozen = cells.filter(({ criterion }) => criterion === index.slug).map(({ value }) => value)
      expect([...shown].sort()).toEqual([...frozen].sort())
    }
  })
})

it('gives a commune officer the own unit and all units together, and no place among the others', async () => {
  await makeAccessScene()
  const commune = makeActor({ role: 'commune', unitId: ownUnit })
  const { sheets } = await exportWorkbook(commune, { index: 'made-up.v1', wave: 'later' })
  const heads = numbers(sheets, '9 Điểm')[1]!.slice(2)
  expect(heads).toHaveLength(2)
  const ranks = numbers(sheets, '10 Xếp hạng')
  expect(ranks.at(-1)![0]).toMatchObject({ value: expect.stringContaining('Không xếp hạng') })
  expect(recalculate(sheets).faults).toEqual([])
})
