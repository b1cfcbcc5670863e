import { describe, expect, it } from 'vitest'
import { type StudySizePlan, studySize } from '#lib/effects/study-size'
import cases from '../golden/cases/10-sample-size.json' with { type: 'json' }

type Case = { id: string; parameters: Record<string, number | null>; expected: Record<string, number> }
const reference = (id: string) => (cases as unknown as Case[]).find((one) => one.id === id)!

const plan: StudySizePlan = {
  communes: 9,
  exposed: 4,
  answers: 400,
  waves: 2,
  proportion: 0.7,
  lift: 0.15,
  communeCorrelation: 0.01,
  communeAutocorrelation: 0.6,
  designEffect: 1.5,
  responseRate: 0.8,
  adults: null,
  costPerInterview: 50_000,
  campaignCost: 30_000_000,
}

describe('the size of a study', () => {
  it.each([
    'pow-did-J9-4-m400-icc0.01',
    'pow-did-J9-3-m400-icc0.03',
    'pow-did-J20-10-m200-icc0.02',
    'pow-did-J9-4-m800-icc0.01',
    'pow-did-J6-3-m400-icc0.02',
  ])('finds the campaign effect of the reference case %s', (id) => {
    const { parameters: given, expected } = reference(id)
    const { campaign } = studySize({
      ...plan,
      communes: given.communes!,
      exposed: given.exposed!,
      answers: given.respondents_per_commune_wave!,
      proportion: given.proportion!,
      communeCorrelation: given.icc_commune!,
      communeAutocorrelation: given.commune_autocorrelation!,
      designEffect: given.deff_within!,
    })
    expect(campaign.effect).toBeCloseTo(expected.mde!, 12)
    expect(campaign.degreesOfFreedom).toBe(expected.df)
  })

  it('finds the difference between two communes of the reference case with a design effect of two', () => {
    const { expected } = reference('pow-mde-p0.7-n400-d2')
    expect(studySize({ ...plan, designEffect: 2 }).betweenTwo).toBeCloseTo(expected.mde_increase!, 6)
  })

  it('has the margin for which the reference case asks for this many answers', () => {
    const { expected } = reference('pow-n-3')
    const answers = expected.n_fpc!
    const one = studySize({ ...plan, answers, designEffect: 1.8, adults: 11_000 })
    expect(one.marginOfCommune).toBeCloseTo(0.04, 9)
  })

  it('counts interviews and money over communes and waves, and whom to approach for them', () => {
    expect(studySize(plan)).toMatchObject({
      interviews: 7200,
      toApproach: 9000,
      surveyCost: 360_000_000,
      totalCost: 390_000_000,
    })
  })

  it('says how many answers or communes the lift asks for, and when no number of answers is enough', () => {
    const easy = studySize(plan)
    expect(studySize({ ...plan, answers: easy.answersForLift! }).campaign.effect).toBeLessThanOrEqual(0.15)
    const hard = studySize({ ...plan, lift: 0.05 })
    expect(hard.answersForLift).toBeNull()
    expect(hard.communesForLift).toBeGreaterThan(9)
    expect(studySize({ ...plan, lift: 0.001 }).communesForLift).toBeNull()
  })

  it('shows that eight times the answers bring far less than eight times the precision', () => {
    const [few, , , many] = studySize(plan).alternatives
    expect(few!.surveyCost * 8).toBe(many!.surveyCost)
    expect(few!.effect / many!.effect).toBeLessThan(Math.sqrt(8) * 0.8)
  })

  it('takes everybody where a commune has fewer adults than the answers wanted', () => {
    expect(studySize({ ...plan, adults: 300 }).marginOfCommune).toBe(0)
    expect(studySize({ ...plan, adults: 300 }).yamane).toBe(172)
  })
})
