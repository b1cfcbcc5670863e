import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Design, makeDesign } from '#lib/stats/design'
import { linearRegression, logisticRegression, type Regression } from '#lib/stats/regression'
import { weightedMean } from '#lib/stats/weighted-mean'
import { Dataset } from '../golden/dataset'
import { codeOf } from '../support/throws-code'

let data: Dataset
let design: Design
let domain: boolean[]

beforeAll(() => {
  data = Dataset.read(join(import.meta.dirname, '../golden/data/syn_sipas_w1.csv'))
  const [strata, clusters] = [data.column('stratum'), [data.column('village')]]
  design = makeDesign({ weights: data.numbers('w_base'), strata, clusters, nest: true })
  domain = data.column('commune').map((commune) => commune === 'C1' || commune === 'C2' || commune === 'C3')
})

function expectCoefficients({ coefficients }: Regression, expected: [number, number][]): void {
  for (const [place, [value, standardError]] of expected.entries()) {
    expect(coefficients[place]!.value / value).toBeCloseTo(1, 9)
    expect(coefficients[place]!.standardError! / standardError).toBeCloseTo(1, 9)
  }
}

describe('regression', () => {
  it('that is linear agrees with R’s svyglm', () => {
    const male = data.column('sex').map((sex) => Number(sex === 'M'))
    const model = linearRegression(
      design,
      data.numbers('age'),
      { adults: data.numbers('n_adults'), male },
      { domain },
    )
    expectCoefficients(model, [
      [43.807483419706912, 1.236362161660146],
      [0.300975142949558, 0.399839241493152],
      [0.549961602662866, 1.026653047126286],
    ])
    expect(model.degreesOfFreedom).toBe(28)
    expect(model.coefficients[1]!.low).toBeCloseTo(-0.518058414895006, 9)
    expect(model.covariance[5]).toBeCloseTo(-0.0285383652198266, 10)
  })

  it('that is logistic agrees with R’s svyglm', () => {
    const aware = data.column('aw1').map((answer) => (answer === null ? null : Number(answer === 1)))
    const predictors = { age: data.numbers('age'), exposed: data.numbers('any_exposure') }
    const model = logisticRegression(design, aware, predictors, { domain })
    expectCoefficients(model, [
      [0.5151429227592595, 0.23034336693048235],
      [-0.0060312041109617, 0.00486425504428333],
      [0.3285525696564727, 0.14969426656393417],
    ])
    expect(model.coefficients[2]!.statistic).toBeCloseTo(2.19482400494042, 8)
    expect(model.coefficients[2]!.pValue).toBeCloseTo(0.0366330405915195, 9)
  })

  it('without predictors is the mean', () => {
    const model = linearRegression(design, data.numbers('age'), {}, { domain })
    const mean = weightedMean(design, data.numbers('age'), { domain })
    expect(model.coefficients[0]!.value).toBeCloseTo(mean.value, 10)
    expect(model.coefficients[0]!.standardError).toBeCloseTo(mean.standardError!, 10)
  })

  it('does not depend on the unit of a predictor', () => {
    const years = data.numbers('age').map((age) => age!)
    const outcome = data.numbers('n_adults')
    const inYears = linearRegression(design, outcome, { age: years }, { domain })
    const inSeconds = linearRegression(
      design,
      outcome,
      { age: years.map((age) => age * 31_557_600) },
      { domain },
    )
    expect(inSeconds.coefficients[1]!.statistic).toBeCloseTo(inYears.coefficients[1]!.statistic!, 8)
  })

  it('refuses predictors that say the same', () => {
    const small = makeDesign({ weights: [1, 1, 1, 1] })
    const predictors = { men: [1, 0, 1, 0], women: [0, 1, 0, 1] }
    expect(codeOf(() => linearRegression(small, [1, 2, 3, 5], predictors))).toBe('singular_matrix')
    expect(codeOf(() => linearRegression(small, [1, 2, 3, 5], { nobody: [0, 0, 0, 0] }))).toBe(
      'singular_matrix',
    )
  })

  it('refuses answers that a predictor tells apart completely, and outcomes that are no share', () => {
    const small = makeDesign({ weights: [1, 1, 1, 1] })
    const code = codeOf(() => logisticRegression(small, [0, 0, 1, 1], { x: [1, 2, 3, 4] }))
    expect(['not_converged', 'singular_matrix']).toContain(code)
    expect(codeOf(() => logisticRegression(small, [0, 2, 1, 1], { x: [1, 2, 3, 4] }))).toBe(
      'value_outside_range',
    )
  })
})
