// The sample plans: how far each unit came, what the board makes of it, and that every plan that was handed in is whole.
import { expect, test } from 'vitest'
import { unfinishedIssue, unfinishedPlan, unknownTerms } from '#lib/campaigns/plan-faults'
import { listPlansOfYear } from '#lib/db/campaign-plans'
import { listPlans } from '#lib/flows/list-plans'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import { storeSamplePlans } from '../../../prisma/sample/plans'
import { makeActor } from '../../support/make'

const officer = makeActor({ role: 'district' })
const now = new Date('2026-06-15T12:00:00+07:00')

test('the sample plans stand at every step, some late and one missing, and nothing in them is unfinished', async () => {
  await storeSamplePlans(officer, now)
  const board = await listPlans(officer, { year: 2024 }, now)
  const [pilot] = board.groups
  expect(pilot?.issuer).toMatchObject({ step: 'issued', unit: { id: '587-1' } })
  const standing = pilot!.lines.map(({ unit, step, submittedOn, daysLate }) =>
    [unit.id, step, submittedOn && daysLate > 0 ? 'late' : ''].join(' ').trim(),
  )
  expect(standing).toEqual([
    '22870-1 accepted',
    '22873-1 accepted',
    '22876-1 accepted',
    '22879-1 accepted',
    '22882-1 accepted late',
    '22888-1 returned',
    '22891-1 accepted',
    '22894-1 submitted',
    '22912-1 missing',
  ])
  const vocabulary = await readVocabulary()
  for (const year of [2024, 2025, 2026])
    for (const { body, unitId, step } of await listPlansOfYear(year)) {
      const terms = { ...vocabulary, unitIds: [] }
      const check = step === 'issued' ? unfinishedIssue : unfinishedPlan
      expect([...unknownTerms(body, terms), ...check(body, year, terms)], `${unitId} ${year}`).toEqual([])
    }
})
