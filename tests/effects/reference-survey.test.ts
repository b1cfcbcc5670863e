// The synthetic survey of the R reference set through the function behind the effect page: what is shown must be what R
// computed (cases 06-did and 16-comparisons).
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { studyEffect } from '#lib/effects/study-effect'
import type { StudyInput } from '#lib/effects/study-input'
import { studentTCdf, studentTQuantile } from '#lib/stats/distributions'
import didCases from '../golden/cases/06-did.json'
import comparisonCases from '../golden/cases/16-comparisons.json'
import { Dataset } from '../golden/dataset'

const data = Dataset.read(join(import.meta.dirname, '../golden/data/syn_sipas.csv'))
const text = (name: string) => data.column(name).map(String)
const numbers = (name: string) => data.column(name).map((value) => (value === null ? -2 : Number(value)))
const waves = numbers('wave')

function waveOf(wave: 0 | 1): StudyInput['waves'][number] {
  const own = <Value>(column: Value[]) => column.filter((_, row) => waves[row] === wave)
  return {
    id: `w${wave}`,
    form: 'syn',
    formVersion: 1,
    first: wave ? '2026-05-01' : '2026-01-01',
    last: wave ? '2026-05-20' : '2026-01-20',
    design: 'clusters',
    answers: {
      unit: own(text('commune')),
      stratum: own(text('stratum')),
      cluster: own(text('village')),
      mode: own(text('wave')).map(() => 'assisted'),
      weight: own(numbers('w_base')),
      codes: { aw2: own(numbers('aw2')) },
    },
  }
}

const campaign = new Set(['C2', 'C3', 'C5', 'C8'])
const input: StudyInput = {
  plan: {
    primary: { index: 'syn.v1', criterion: 'aw2' },
    secondary: [],
    areas: [],
    channels: [],
    comparison: { by: 'rollout' },
    multiplicity: 'holm',
    reach: { unprompted: null, prompted: null, falseRecall: null, codeFrame: null },
    adults: {},
  },
  declaredOn: '2026-02-01',
  isByLot: false,
  blocks: [],
  minimumAnswers: 30,
  communes: Array.from({ length: 9 }, (_, at) => `C${at + 1}`).map((id) => ({
    id,
    since: campaign.has(id) ? '2026-02-10' : null,
    adults: null,
  })),
  waves: [waveOf(1), waveOf(0)],
  primary: {
    key: 'syn.v1/aw2',
    criterion: 'aw2',
    area: null,
    form: 'syn',
    // "does not know" and "don't know" are both not aware
    leaves: [{ variables: ['aw2'], points: { 0: 0, 1: 1, 8: 0 }, weight: 1 }],
  },
  secondary: [],
  areas: [],
  reach: { unprompted: null, prompted: [], falseRecall: null, named: [], notAssigned: null },
  office: 'district',
  costs: [],
}

const expectedOf = (cases: { id: string; expected: unknown }[], id: string) =>
  cases.find((one) => one.id === id)!.expected as Record<string, number>
const result = studyEffect(input)
const check = (method: string) => result.primary.sensitivity.find((row) => row.method === method)!

describe('the effect page on the reference survey', () => {
  it('has the commune-level effect and the randomisation test of R as its first figures', () => {
    const means = expectedOf(didCases, 'did-aw2-cluster-means')
    const lot = expectedOf(didCases, 'did-aw2-ri')
    const { effect, randomisation } = result.primary
    expect(effect!.value).toBeCloseTo(means.estimate!, 9)
    expect(effect!.low).toBeCloseTo(means.ci_low!, 9)
    expect(effect!.high).toBeCloseTo(means.ci_high!, 9)
    expect(effect!.pValue).toBeCloseTo(means.p_value!, 9)
    expect(randomisation!.pValue).toBeCloseTo(lot.p_value!, 12)
    expect(randomisation!.low).toBeCloseTo(lot.ci_low!, 9)
    expect(randomisation!.high).toBeCloseTo(lot.ci_high!, 9)
    expect(result.verdict).toBe('lift')
  })

  it('has the design-based, cluster-robust and bootstrap readings of R in smaller print', () => {
    const [design, robust, wild] = ['design', 'cluster', 'wild'].map((name) =>
      expectedOf(didCases, `did-aw2-${name}`),
    )
    expect(check('design_based').value).toBeCloseTo(design!.estimate!, 9)
    expect(check('design_based').low).toBeCloseTo(design!.ci_low!, 9)
    expect(check('design_based').pValue).toBeCloseTo(design!.p_value!, 9)
    expect(check('cluster_robust_cr1').high).toBeCloseTo(robust!.ci_high!, 9)
    expect(check('cluster_robust_cr1').pValue).toBeCloseTo(robust!.p_value!, 9)
    expect(check('wild_bootstrap').pValue).toBeCloseTo(wild!.p_value!, 9)
  })

  it('has the bias-reduced reading with the degrees of freedom of R’s clubSandwich', () => {
    const { estimate, se_cr2: error, df_satterthwaite_cr2: degrees } = expectedOf(didCases, 'did-aw2-cluster')
    const { low, high, pValue } = check('cluster_robust_cr2')
    const half = studentTQuantile(0.975, degrees!) * error!
    expect(low).toBeCloseTo(estimate! - half, 6)
    expect(high).toBeCloseTo(estimate! + half, 6)
    expect(pValue).toBeCloseTo(2 * studentTCdf(-estimate! / error!, degrees!), 6)
  })

  it('has the change of all communes between linked waves of R', () => {
    const expected = expectedOf(comparisonCases, 'dif-wave-all')
    const { change } = result.tiles.find(({ unit }) => unit === null)!
    expect(change!.value).toBeCloseTo(expected.estimate!, 9)
    expect(change!.standardError).toBeCloseTo(expected.se!, 9)
    expect(change!.degreesOfFreedom).toBe(expected.df)
    expect(change!.pValue! / expected.p_value!).toBeCloseTo(1, 4)
  })
})
