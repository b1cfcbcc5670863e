import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { compareRound } from '#lib/flows/compare-round'
import { makeActor } from '../support/make'
import { makeRound } from '../support/make-round'

const officer = makeActor({ role: 'district' })

describe('self-score beside appraisal', () => {
  it('says by how many points a unit rated itself above what stands, criterion by criterion', async () => {
    const { round } = await makeRound({ step: 'settled' })
    const [unit] = (await compareRound(officer, { id: round })).units
    const { lines, self, standing, inflation } = unit!.compared
    expect([self.points, standing.points, standing.maximum]).toEqual([54 + 20 + 20, 51 + 20 + 20, 100])
    expect(inflation).toBeCloseTo(3, 9)
    expect(lines.map((line) => [line.criterion, Math.round(line.inflation!)])).toEqual([
      ['tasks', 3],
      ['plan', 0],
      ['late_reports', 0],
    ])
  })

  it('has nothing to say of a unit that nobody appraised, and puts it last', async () => {
    const { round, units } = await makeRound({ units: ['round-unit', 'round-neighbour'] })
    const [none] = (await compareRound(officer, { id: round })).units
    expect(none!.compared.inflation).toBeNull()
    expect(await database().prisma.roundUnit.count()).toBe(units.length)
  })

  it('shows a commune its own line only', async () => {
    const { round } = await makeRound({ units: ['round-unit', 'round-neighbour'], step: 'settled' })
    const commune = makeActor({ role: 'commune', unitId: 'round-unit' })
    expect((await compareRound(commune, { id: round })).units.map(({ id }) => id)).toEqual(['round-unit'])
  })
})
