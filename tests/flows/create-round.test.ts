// Opening a scoring round for the units of the published units file, before and after the district level ended.
import { beforeEach, describe, expect, it } from 'vitest'
import { createRound, type RoundInput } from '#lib/flows/create-round'
import { loadRound } from '#lib/flows/load-round'
import { makeActor } from '../support/make'

const officer = makeActor({ role: 'district' })
let wanted: RoundInput

beforeEach(() => {
  wanted = {
    ...{ title: 'Chấm điểm CCHC', index: 'par-index-commune.v1', year: 2024, appraiser: '587-1' },
    ...{ units: ['22870-1', '22873-1'], allowsLate: true },
    ...{ selfScoreBy: '2025-01-15T17:00', appraiseBy: '2025-02-14T17:00' },
    ...{ explainBy: '2025-02-28T17:00', reappraiseBy: '2025-03-14T17:00' },
  }
})

const faultsOf = async (given: Partial<RoundInput>) => {
  const problem = await createRound(officer, { ...wanted, ...given }).catch((error) => error)
  return (problem.details?.faults ?? []).map(
    ({ question, code }: { question: string; code: string }) => `${question} ${code}`,
  )
}

describe('a new round', () => {
  it('is of a district with its communes, or of a province with communes and no district between', async () => {
    const old = await createRound(officer, wanted)
    const units = ['22870-2', '22873-2', '22891-2', '22888-2']
    const now = await createRound(officer, {
      ...wanted,
      title: 'Hai cấp',
      year: 2026,
      appraiser: '56-2',
      units,
    })
    const boards = await Promise.all([old, now].map((id) => loadRound(officer, { id })))
    expect(boards.map(({ round, lines }) => [round.appraiser.name, lines.map(({ name }) => name)])).toEqual([
      ['Huyện Ninh Phước', ['Thị trấn Phước Dân', 'Xã Phước Sơn']],
      ['Tỉnh Khánh Hòa', ['Xã Ninh Phước', 'Xã Phước Hậu', 'Xã Phước Dinh', 'Xã Phước Hữu']],
    ])
  })

  it('reaches over a level too: the province of then may appraise communes of its districts', async () => {
    const id = await createRound(officer, { ...wanted, appraiser: '58-1' })
    expect((await loadRound(officer, { id })).round.appraiser.name).toBe('Tỉnh Ninh Thuận')
  })

  it('names every fault at once: units that are no longer there, twice, elsewhere, and deadlines out of order', async () => {
    const units = ['22870-2', '22873-1', '22873-1', '22903-1', 'nowhere']
    expect(await faultsOf({ units, explainBy: '2025-01-01T00:00' })).toEqual([
      'explainBy deadline_order',
      'units unit_not_in_year',
      'units unit_twice',
      'units unit_not_below',
      'units unknown_unit',
    ])
    expect(await faultsOf({ index: 'sipas.v1' })).toContain('index nothing_to_score')
    expect(await faultsOf({ index: 'nichts.v1' })).toContain('index unknown_index')
    expect(await faultsOf({ title: 'abc', units: [] })).toEqual(['title too_small', 'units too_small'])
  })

  it('scores a unit once in a year by an index', async () => {
    await createRound(officer, wanted)
    expect(await faultsOf({ title: 'Lần nữa', units: ['22873-1', '22876-1'] })).toEqual(['units unit_scored'])
    expect(await faultsOf({ title: 'Năm sau', year: 2023 })).toEqual([])
  })

  it('is opened by officers of the appraising unit or above it only', async () => {
    const attempt = (unitId: string) =>
      createRound(makeActor({ role: 'district', unitId }), { ...wanted, title: `Đợt ${unitId}` }).then(
        () => 'opened',
        (problem) => problem.code,
      )
    expect(await attempt('589-1')).toBe('not_allowed')
    expect(await attempt('56-2')).toBe('not_allowed')
    expect(await attempt('587-1')).toBe('opened')
    expect(await faultsOf({ title: 'Đợt của huyện' })).toEqual(['units unit_scored', 'units unit_scored'])
  })
})
