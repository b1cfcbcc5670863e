// Waves of drawn people against R's survey 4.1: from how each group was drawn and who answered to estimate and standard error
// of a pooled share, in one unit (a domain of the design) and in all. In R the rows were described from the same facts by hand:
// svydesign(ids, strata, weights, fpc) and svyratio(~ satisfied, ~ valid) on subset(design, unit == ...).
import { describe, expect, it } from 'vitest'
import type { DrawMethod } from '#lib/contacts/draw-methods'
import { type AnsweredGroup, groupKey, responseDesign } from '#lib/contacts/response-design'
import { drawnAnswers } from '#lib/scoring/drawn-answers'
import { makePanel } from '#lib/scoring/panel'
import type { Sample } from '#lib/scoring/sample'
import { scoreAnswers } from '#lib/scoring/score-answers'
import { scoreCells } from '#lib/scoring/score-cells'
import { index, layout, type Person, sampleOf, seededNumbers } from '../support/made-up-survey'

const draw = 'd1f0a3c2-7b1e-4f5a-9c3d-2e8b6a4f0c11'
type Facts = {
  unit: string
  group?: string
  /** Stratum of the draw, people in it, and its clusters: in all and drawn. */
  stratum: string
  population: number
  clusters?: [number, number]
  cluster?: string
  /** Of the group: drawn, and answered. */
  people: number
  answered: number
  weight: number
}

const drawnGroup = (method: DrawMethod, facts: Facts): AnsweredGroup => ({
  unitId: facts.unit,
  stratum: facts.group ?? '',
  weight: facts.weight,
  answered: facts.answered,
  draw: {
    draw,
    method,
    people: facts.people,
    cluster: facts.cluster ?? '',
    stratum: {
      stratum: facts.stratum,
      population: facts.population,
      drawn: 0,
      clusters: facts.clusters?.[0] ?? 0,
      clustersDrawn: facts.clusters?.[1] ?? 0,
      certain: 0,
    },
  },
})

/** What they said follows from their number, so that it is the same in R. */
function people(groups: readonly Facts[]): Person[] {
  return groups.flatMap(({ unit, group = '', answered }, place) => {
    const random = seededNumbers(900 + place)
    const level = () =>
      random() < 0.1 ? 98 : 1 + Math.min(4, Math.floor((random() * 0.8 + place * 0.06) * 5))
    return Array.from({ length: answered }, () => ({
      unit,
      stratum: group,
      cluster: '',
      weight: 1,
      mode: 'self' as const,
      place: '' as const,
      collector: '' as const,
      entry: 'ballot' as const,
      coded: [level(), level(), level(), level(), level(), 40],
    }))
  })
}

function sampleOfDraw(method: DrawMethod, facts: readonly Facts[]): Sample {
  const groups = responseDesign(facts.map((one) => drawnGroup(method, one)))
  return sampleOf(drawnAnswers(people(facts), groups), { design: 'people', entry: 'ballot', groups, layout })
}

const leaf = index.criteria[0]!
function share(sample: Sample, units: string[]) {
  const panel = makePanel([sample], new Set(units))!
  return scoreAnswers({ code: 'access', maximum: 100, source: leaf.source as never }, sample, panel, 5)
}

const byUnit: Facts[] = [
  { unit: 'a', stratum: 'a', population: 60, people: 20, answered: 14, weight: 3 },
  { unit: 'b', stratum: 'b', population: 30, people: 15, answered: 15, weight: 2 },
  { unit: 'c', stratum: 'c', population: 48, people: 12, answered: 9, weight: 4 },
]
const census: Facts[] = [
  { unit: 'a', stratum: '', population: 40, people: 25, answered: 20, weight: 1 },
  { unit: 'b', stratum: '', population: 40, people: 15, answered: 9, weight: 1 },
]
const acrossUnits: Facts[] = [
  { unit: 'a', stratum: '', population: 90, people: 19, answered: 15, weight: 3 },
  { unit: 'b', stratum: '', population: 90, people: 11, answered: 6, weight: 3 },
]
const clusters: Facts[] = ['a', 'b', 'c', 'd', 'e'].map((unit, place) => ({
  unit,
  stratum: '',
  population: 200,
  clusters: [9, 5],
  cluster: unit,
  people: 8 + 2 * place,
  answered: 7 + place,
  weight: 1.8,
}))
const bySize: Facts[] = [
  { unit: 'a', group: 'large', stratum: '', population: 70, people: 12, answered: 10, weight: 1.25 },
  { unit: 'a', group: 'small', stratum: '', population: 70, people: 9, answered: 7, weight: 5 },
  { unit: 'b', group: 'sure', stratum: '', population: 70, people: 8, answered: 6, weight: 1 },
]

/** Units, share, standard error, degrees of freedom. */
type Reference = [string, number, number, number]
const cases: [string, DrawMethod, Facts[], Reference[]][] = [
  [
    'a simple sample in each unit',
    'simple',
    byUnit,
    [
      ['a', 0.14814814814814814, 0.05624151239923078, 13],
      ['b', 0.46153846153846156, 0.08442512407201258, 14],
      ['c', 0.23529411764705885, 0.08076314698751957, 8],
      ['abc', 0.24179874677478808, 0.04167856764836359, 35],
    ],
  ],
  [
    'everybody invited, some silent',
    'all',
    census,
    [
      ['a', 0.13157894736842105, 0.023067010300701282, 19],
      ['b', 0.26666666666666666, 0.08547904226573125, 8],
      ['ab', 0.1781609195402299, 0.03366478832012264, 27],
    ],
  ],
  [
    'a simple sample across units, corrected as for the most silent one',
    'simple',
    acrossUnits,
    [
      ['a', 0.14285714285714285, 0.055552426510226655, 14],
      ['b', 0.2, 0.0980908669643519, 5],
      ['ab', 0.1623296158612144, 0.05018443392049429, 20],
    ],
  ],
  [
    'a systematic sample',
    'systematic',
    byUnit,
    [
      ['a', 0.14814814814814814, 0.0642323335578453, 13],
      ['b', 0.46153846153846156, 0.11939515546767146, 14],
      ['c', 0.23529411764705882, 0.08959866696348824, 8],
      ['abc', 0.24179874677478808, 0.049184047021858066, 35],
    ],
  ],
  [
    'whole units drawn as clusters',
    'cluster',
    clusters,
    [['abcde', 0.3350336760355742, 0.09119488304144226, 4]],
  ],
  [
    'a sample by size with the same size in each group',
    'pps',
    bySize,
    [
      ['a', 0.1643002028397566, 0.07394732837670641, 16],
      ['b', 0.27272727272727276, 0.05653762438508122, 5],
      ['ab', 0.1775183059568573, 0.06511284284214226, 21],
    ],
  ],
]

describe.each(cases)('%s', (_name, method, facts, references) => {
  it('has the estimates and errors that R gives', () => {
    const sample = sampleOfDraw(method, facts)
    for (const [units, value, error, degreesOfFreedom] of references) {
      const { share: found, estimate, status } = share(sample, [...units])
      expect(found! / value).toBeCloseTo(1, 12)
      expect(estimate!.standardError! / error).toBeCloseTo(1, 11)
      expect(estimate).toMatchObject({ degreesOfFreedom })
      expect(status).toBe('ok')
    }
  })
})

describe('people who were all asked', () => {
  const head = { index, unit: 'a', period: 'w1', source: '', entry: 'ballot' as const }
  const whole: Facts[] = [{ unit: 'a', stratum: '', population: 12, people: 12, answered: 12, weight: 1 }]

  it('and all answered have a figure without error, in so many words', () => {
    const [cell] = scoreCells(share(sampleOfDraw('all', whole), ['a']), head)
    expect(cell).toMatchObject({ status: 'ok', low: null, standardError: null, flags: ['everyone'] })
    expect(cell!.method).toContain('everybody answered, no sampling error')
  })

  it('have an interval as soon as one of them is silent', () => {
    const [cell] = scoreCells(share(sampleOfDraw('all', [{ ...whole[0]!, people: 13 }]), ['a']), head)
    expect(cell).toMatchObject({ status: 'ok', flags: [] })
    expect(cell!.high! - cell!.low!).toBeGreaterThan(0)
  })

  it('are said to be thin when fewer than a third answered, also where a group of the unit is quite silent', () => {
    const flagsOf = (facts: Facts[]) => share(sampleOfDraw('all', facts), ['a']).flags
    expect(flagsOf([{ ...whole[0]!, people: 36 }])).not.toContain('thin-response')
    expect(flagsOf([{ ...whole[0]!, people: 37 }])).toContain('thin-response')
    const silent: Facts = { ...whole[0]!, group: 'x', answered: 0 }
    expect(flagsOf([whole[0]!, silent])).toContain('thin-response')
    expect(flagsOf([whole[0]!, { ...silent, unit: 'b' }])).not.toContain('thin-response')
  })

  it('are refused when an answer belongs to no drawn group', () => {
    const groups = responseDesign([drawnGroup('all', whole[0]!)])
    expect([...groups.keys()]).toEqual([groupKey({ unitId: 'a', stratum: '' })])
    expect(() => drawnAnswers(people([{ ...whole[0]!, unit: 'z' }]), groups)).toThrow(RangeError)
  })
})
