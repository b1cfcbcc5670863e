// The explanation must add up to the number: parts to the whole, counts of answers to the share.
import { expect, it } from 'vitest'
import { explainScore } from '#lib/scoring/explain-score'
import { makePanel } from '#lib/scoring/panel'
import type { ScoreInput } from '#lib/scoring/score-input'
import { index, makePeople, sampleOf } from '../support/made-up-survey'

const sample = sampleOf(makePeople({ seed: 7, units: ['a', 'b'], villages: 6, people: 15 }))
const input: ScoreInput = {
  index,
  samples: new Map([['made-up-form', sample]]),
  panel: makePanel([sample], new Set(['a'])),
  entered: new Map([['online', 30]]),
}

it('gives parts whose contributions add up to the index', () => {
  const { score, parts, above, grade } = explainScore(input, index.slug)!
  const sum = parts.reduce((total, { contribution }) => total + (contribution ?? 0), 0)
  expect(sum).toBeCloseTo(score.share! * index.scale.max, 10)
  expect(parts.reduce((total, { weight }) => total + (weight ?? 0), 0)).toBeCloseTo(1, 12)
  expect(above).toEqual([])
  expect(grade).toEqual(index.bands[0]!.name)
})

it('goes down to the counts of answers, which give the share again', () => {
  const { score, questions, earned, possible, above } = explainScore(input, 'access')!
  expect(above.map(({ code }) => code)).toEqual([index.slug])
  expect(questions.map(({ variable }) => variable.name)).toEqual(['access_1', 'access_2'])
  expect(earned / possible).toBeCloseTo(score.share!, 12)
  const perQuestion = questions.map(({ values }) => values.reduce((sum, { n }) => sum + n, 0))
  expect(Math.max(...perQuestion)).toBe(score.n)
})

it('names the figure and the rule of an entered criterion', () => {
  const { score, rule, questions } = explainScore(input, 'online')!
  expect(score).toMatchObject({ figure: 30, share: 0.75 })
  expect(rule!.en).toContain('full marks at 40')
  expect(questions).toEqual([])
})

it('tells no counts where too few people answered, and nothing of a criterion that is not there', () => {
  const strict = { ...index, minimum: { ...index.minimum, answers: 10_000 } }
  const { score, questions } = explainScore({ ...input, index: strict }, 'access')!
  expect(score.status).toBe('too-few')
  expect(questions).toEqual([])
  expect(explainScore(input, 'nowhere')).toBeNull()
})
