// Every index in surveys/ is found and scored on seeded random answers, then counted again by the formula of its file,
// person by person. Adding an index needs no test.
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'
import { ofKind } from '#lib/definitions/definition'
import type { Criterion } from '#lib/definitions/index-file'
import type { SurveySource } from '#lib/definitions/index-source'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { makeSample, type Sample, type Tally } from '#lib/scoring/sample'
import { flattenScore } from '#lib/scoring/score'
import { scoreUnits } from '#lib/scoring/score-units'
import { makeCounter, tallyLayout } from '#lib/scoring/tally-layout'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { sampleAnswers } from '#lib/surveys/sample-answers'
import { byThemselves } from '../support/made-up-survey'

const { definitions } = await loadDefinitions(new URL('../../surveys/', import.meta.url).pathname)
const random = xoroshiro128plus(31)

/** 300 people in six villages answer a form; each village has a weight of its own. */
function ask({ slug, version, body }: { slug: string; version: number; body: { form: unknown } }) {
  const form = compileForm(body.form)
  const layout = tallyLayout(form.codebook)
  const count = makeCounter(layout)
  const people: { weight: number; coded: number[] }[] = []
  const tallies = Array.from({ length: 6 }, (_, village): Tally => {
    const counts = new Float64Array(layout.size)
    const weight = uniformInt(random, 10, 40) / 4
    for (let person = 0; person < 50; person++) {
      const coded = codeAnswers(form, sampleAnswers(form, random))
      people.push({ weight, coded })
      count(counts, coded)
    }
    const place = { unit: 'u', stratum: `s${village % 2}`, cluster: `v${village}` }
    return { ...place, ...byThemselves, weight, n: 50, counts }
  })
  const head = {
    wave: 'w',
    form: { slug, version },
    entry: 'drawn' as const,
    design: 'clusters' as const,
    layout,
  }
  return { codebook: form.codebook, people, sample: makeSample(head, tallies) }
}

const asked = new Map(ofKind(definitions, 'form').map((form) => [form.slug, ask(form)]))
const samples: ReadonlyMap<string, Sample> = new Map([...asked].map(([slug, { sample }]) => [slug, sample]))

/** sum of weight × points / sum of weight, over all answers that have points. */
function recount({ form, variables, points }: SurveySource): number {
  const { codebook, people } = asked.get(form)!
  let earned = 0
  let possible = 0
  for (const name of variables) {
    const at = codebook.findIndex((variable) => variable.name === name)
    for (const { weight, coded } of people) {
      const value = codebook[at]!.values.find((allowed) => allowed.code === coded[at])?.value
      const worth = value === undefined ? null : points[String(value)]
      if (typeof worth !== 'number') continue
      earned += weight * worth
      possible += weight
    }
  }
  return earned / possible
}

/** Share of full marks of a criterion, figures of every entered criterion at half. */
function shareOf({ source, children = [] }: Pick<Criterion, 'source' | 'children'>): number {
  if (source) return 'form' in source ? recount(source) : 0.5
  const parts = children.map((child) => ({ part: child.weight ?? child.max ?? 0, share: shareOf(child) }))
  const whole = parts.reduce((sum, { part }) => sum + part, 0)
  return parts.reduce((sum, { part, share }) => sum + (part * share) / whole, 0)
}

describe.each(ofKind(definitions, 'index'))('$file', ({ body: index }) => {
  const all = (criteria: Criterion[]): Criterion[] =>
    criteria.flatMap((one) => [one, ...all(one.children ?? [])])
  const criteria = all(index.criteria)
  const figures = criteria.flatMap(({ code, source }) =>
    source && 'entered' in source && 'max' in source.entered ? [[code, source.entered.max / 2] as const] : [],
  )
  const scores = flattenScore(
    scoreUnits({ index, samples, entered: new Map([['u', new Map(figures)]]) }, 'u', new Set(['u'])),
  )

  test('scores every criterion as its file says', () => {
    expect(scores.map((score) => score.code)).toEqual([index.slug, ...criteria.map(({ code }) => code)])
    for (const criterion of [{ code: index.slug, children: index.criteria }, ...criteria]) {
      const score = scores.find(({ code }) => code === criterion.code)!
      expect(score.share, criterion.code).toBeCloseTo(shareOf(criterion), 10)
    }
  })

  test('has no criterion that is always full or always nothing', () => {
    for (const { code, share } of scores) {
      expect(share, code).toBeGreaterThan(0.02)
      expect(share, code).toBeLessThan(0.98)
    }
  })
})
