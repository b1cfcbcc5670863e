import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { sortByCovariates } from '#lib/stats/exposure-cells'

const design = makeDesign({ weights: [1, 1, 1, 1] })
const data = { outcome: [1, 0, 1, 0], isExposed: [1, 0, 1, 0], covariates: [['F', 'F', null, 'M']] }

describe('sortByCovariates', () => {
  it('leaves rows without a covariate out', () => {
    expect([...sortByCovariates(design, data).cellOfRow]).toEqual([0, 0, -1, 1])
  })

  it('puts everybody in one cell when there are no covariates', () => {
    expect([...sortByCovariates(design, { ...data, covariates: [] }).cellOfRow]).toEqual([0, 0, 0, 0])
  })

  it.each([
    ['nobody', [0, 0, 0, 0], 'Nobody'],
    ['everybody', [1, 1, 1, 1], 'Everybody'],
  ])('refuses to compare when %s is exposed', (_who, isExposed, message) => {
    expect(() => sortByCovariates(design, { ...data, isExposed })).toThrow(message)
  })

  it('refuses an exposure that is neither 0 nor 1', () => {
    expect(() => sortByCovariates(design, { ...data, isExposed: [1, 0, 1, 3] })).toThrow('Row 4')
  })
})
