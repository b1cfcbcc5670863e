// Every index in surveys/ is found and scored for three units on seeded random answers and figures, then counted again by
// the formula of its file, person by person. Adding an index needs no test.
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'
import { ofKind } from '#lib/definitions/definition'
import { enteredCriteria } from '#lib/definitions/entered-criteria'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { EnteredRule, Source, SurveySource } from '#lib/definitions/index-source'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { makeSample, type Sample, type Tally } from '#lib/scoring/sample'
import { flattenScore } from '#lib/scoring/score'
import { relativeColumns, scoreUnits } from '#lib/scoring/score-units'
import { makeCounter, tallyLayout } from '#lib/scoring/tally-layout'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { sampleAnswers } from '#lib/surveys/sample-answers'
import { byThemselves } from '../support/made-up-survey'

const { definitions } = await loadDefinitions(new URL('../../surveys/', import.meta.url).pathname)
const random = xoroshiro128plus(31)

const units = ['u', 'v', 'w']

/** 300 people in six villages of each unit answer a form; each village has a weight of its own. */
function ask({ slug, version, body }: { slug: string; version: number; body: { form: unknown } }) {
  const form = compileForm(body.form)
  const layout = tallyLayout(form.codebook)
  const count = makeCounter(layout)
  const people: { unit: string; weight: number; coded: number[] }[] = []
  const tallies = units.flatMap((unit) =>
    Array.from({ length: 6 }, (_, village): Tally => {
      const counts = new Float64Array(layout.size)
      const weight = uniformInt(random, 10, 40) / 4
      for (let person = 0; person < 50; person++) {
        const coded = codeAnswers(form, sampleAnswers(form, random))
        people.push({ unit, weight, coded })
        count(counts, coded)
      }
      const place = { unit, stratum: `s${village % 2}`, cluster: `v${village}` }
      return { ...place, ...byThemselves, weight, n: 50, counts }
    }),
  )
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

/** sum of weight × points / sum of weight, over all answers of a unit that have points. */
function recount({ form, variables, points }: SurveySource, unit: string): number {
  const { codebook, people } = asked.get(form)!
  let earned = 0
  let possible = 0
  for (const name of variables) {
    const at = codebook.findIndex((variable) => variable.name === name)
    for (const { weight, coded } of people.filter((person) => person.unit === unit)) {
      const value = codebook[at]!.values.find((allowed) => allowed.code === coded[at])?.value
      const worth = value === undefined ? null : points[String(value)]
      if (typeof worth !== 'number') continue
      earned += weight * worth
      possible += weight
    }
  }
  return earned / possible
}

/** A figure that a rule takes, and what it earns by the words of the rule. */
function makeFigure(rule: EnteredRule, unit: string): { figure: number; share: number } {
  const part = [0.3, 0.8, 0.6][units.indexOf(unit)]!
  switch (rule.kind) {
    case 'linear':
      return { figure: rule.zero + part * (rule.full - rule.zero), share: part }
    case 'points':
      return { figure: part * rule.full, share: part }
    case 'deduction':
      return {
        figure: 1,
        share: Math.max(rule.least ?? 0, rule.full - rule.perUnit) / rule.full,
      }
    case 'figure': {
      const { low = 0, high = low + 10 } = rule
      const figure = low + part * (high - low)
      return { figure, share: figure }
    }
    case 'steps': {
      const { from, points } = rule.steps[Math.floor(rule.steps.length / 2)]!
      return { figure: from, share: points / rule.full }
    }
    case 'choice': {
      const { value, points } = rule.options[Math.floor(part * rule.options.length)]!
      return { figure: value, share: points / rule.full }
    }
  }
}

type Figures = Map<string, Map<string, { figure: number; share: number }>>

/** What a source gives, as a share or as a raw figure. */
function shareOfSource(source: Source, code: string, unit: string, figures: Figures): number {
  if ('form' in source) return recount(source, unit)
  if ('entered' in source) return figures.get(unit)!.get(code)!.share
  if ('external' in source) {
    const { zero = 0, full } = source.external
    return (published - zero) / (full - zero)
  }
  throw new Error(`${code}: teach this test sources like ${JSON.stringify(source)}`)
}

/** Of every published series the same score. */
const published = 40

/** Share of full marks of a criterion of a unit. */
function shareOf(
  criterion: Pick<Criterion, 'source' | 'children'> & Partial<Criterion>,
  unit: string,
  figures: Figures,
): number {
  const { source, children = [], normalise, direction } = criterion
  if (source && normalise) {
    if (normalise.method !== 'min-max') throw new Error(`teach this test ${normalise.method}`)
    const raw = units.map((one) => shareOfSource(source, criterion.code!, one, figures))
    const [least, most] = [Math.min(...raw), Math.max(...raw)]
    const place = (raw[units.indexOf(unit)]! - least) / (most - least)
    const [low, high] = normalise.to
    return (low + (high - low) * (direction === 'lower' ? 1 - place : place)) / high
  }
  if (source) return shareOfSource(source, criterion.code!, unit, figures)
  const parts = children
    .filter(({ counts }) => counts === undefined)
    .map((child) => ({ part: child.weight ?? child.max ?? 0, share: shareOf(child, unit, figures) }))
  const whole = parts.reduce((sum, { part }) => sum + part, 0)
  return parts.reduce((sum, { part, share }) => sum + (part * share) / whole, 0)
}

function scoreAll(index: IndexFile) {
  const figures: Figures = new Map(
    units.map((unit) => [
      unit,
      new Map(enteredCriteria(index.criteria).map(({ code, rule }) => [code, makeFigure(rule, unit)])),
    ]),
  )
  const entered = new Map(
    [...figures].map(([unit, own]) => [unit, new Map([...own].map(([code, { figure }]) => [code, figure]))]),
  )
  const ofAll = new Map(ofKind(definitions, 'series').map(({ slug }) => [slug, published]))
  const input = { index, samples, entered, published: new Map(units.map((unit) => [unit, ofAll])) }
  const columns = relativeColumns(input, units)
  const scores = new Map(
    units.map((unit) => [unit, flattenScore(scoreUnits({ ...input, columns }, unit, new Set([unit])))]),
  )
  return { figures, scores }
}

describe.each(ofKind(definitions, 'index'))('$file', ({ body: index }) => {
  const all = (criteria: Criterion[]): Criterion[] =>
    criteria.flatMap((one) => [one, ...all(one.children ?? [])])
  const criteria = all(index.criteria)
  const { figures, scores } = scoreAll(index)

  test('scores every criterion as its file says', () => {
    for (const [unit, own] of scores) {
      expect(own.map((score) => score.code)).toEqual([index.slug, ...criteria.map(({ code }) => code)])
      for (const criterion of [{ code: index.slug, children: index.criteria }, ...criteria]) {
        const score = own.find(({ code }) => code === criterion.code)!
        expect(score.share, `${unit} ${criterion.code}`).toBeCloseTo(shareOf(criterion, unit, figures), 10)
      }
    }
  })

  test('has no criterion that is always full or always nothing', () => {
    for (const code of [index.slug, ...criteria.map((one) => one.code)]) {
      const shares = units.map((unit) => scores.get(unit)!.find((score) => score.code === code)!.share!)
      expect(Math.max(...shares), code).toBeGreaterThan(0.02)
      expect(Math.min(...shares), code).toBeLessThan(0.98)
    }
  })
})
