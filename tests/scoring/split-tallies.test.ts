import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePanel } from '#lib/scoring/panel'
import { makeSample } from '#lib/scoring/sample'
import { scoreIndex } from '#lib/scoring/score-tree'
import { splitTallies } from '#lib/scoring/split-tallies'
import { tallyAnswers } from '#lib/scoring/tally-answers'
import { collectionFields, modes } from '#lib/surveys/collection'
import { index, layout, makePeople, type Person, sampleOf } from '../support/made-up-survey'

const head = () => {
  const { clusters: _clusters, ...rest } = sampleOf([])
  return rest
}
const people = fc
  .record({ seed: fc.nat(1e6), ways: fc.array(fc.constantFrom(...modes), { minLength: 1, maxLength: 5 }) })
  .map(({ seed, ways }) =>
    makePeople({ seed, units: ['a', 'b'], villages: 4, people: 6 }).map(
      (person, at): Person => ({ ...person, mode: ways[at % ways.length]! }),
    ),
  )

describe('splitTallies', () => {
  it('puts every answer into one group of every field', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const tallies = tallyAnswers(layout, rows)
        for (const field of collectionFields) {
          const groups = splitTallies(tallies, field)
          expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length)
          const added = groups.map(({ tallies: own }) => makeSample(head(), own).clusters)
          const whole = makeSample(head(), tallies).clusters
          for (const [at, village] of whole.entries()) {
            const weighted = added.reduce((sum, clusters) => sum + clusters[at]!.weightSum, 0)
            expect(weighted).toBeCloseTo(village.weightSum, 9)
          }
        }
      }),
    )
  })

  it('keeps the villages in which nobody of a group answered', () => {
    const rows = makePeople({ seed: 4, units: ['a'], villages: 4, people: 5 }).map(
      (person): Person => ({ ...person, mode: person.cluster === 'a-v1' ? 'paper' : 'self' }),
    )
    const villages = new Set(rows.map(({ cluster }) => cluster)).size
    for (const { tallies } of splitTallies(tallyAnswers(layout, rows), 'mode'))
      expect(makeSample(head(), tallies).clusters).toHaveLength(villages)
  })

  it('gives the figure of the whole when everybody is in the group', () => {
    const rows = makePeople({ seed: 9, units: ['a'], villages: 5, people: 8 })
    const score = (sample: ReturnType<typeof makeSample>) =>
      scoreIndex({
        index,
        samples: new Map([['made-up-form', sample]]),
        panel: makePanel([sample], new Set(['a'])),
        entered: new Map([['online', 20]]),
      })
    const same = rows.map((person): Person => ({ ...person, mode: 'kiosk' }))
    const [group, ...others] = splitTallies(tallyAnswers(layout, same), 'mode')
    expect(others).toEqual([])
    const [whole, part] = [score(sampleOf(rows)), score(makeSample(head(), group!.tallies))]
    expect(part.share).toBe(whole.share)
    expect(part.estimate?.standardError).toBe(whole.estimate?.standardError)
  })
})
