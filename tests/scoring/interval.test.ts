// How often the interval of a single share holds the truth when a known part of few people answered: simulated, with a fixed
// seed. Cut at n alone it would always hold it and be up to four times as wide.
import { describe, expect, it } from 'vitest'
import { shareInterval } from '#lib/scoring/interval'
import { makeDesign } from '#lib/stats/design'
import { ratio } from '#lib/stats/ratio'
import { seededNumbers } from '../support/made-up-survey'

const rounds = 2000

/** `answered` of `people` people, of whom a share `p` says yes, drawn anew each time. */
function simulate(people: number, answered: number, p: number) {
  const random = seededNumbers(people * answered)
  const truth = Math.round(people * p) / people
  const byYes = (fraction: number) =>
    Array.from({ length: answered + 1 }, (_, yes) => intervalOf(yes, answered, people, fraction))
  const [known, cut] = [byYes(answered / people), byYes(0)]
  let [held, width, widthCut] = [0, 0, 0]
  for (let round = 0; round < rounds; round++) {
    let yes = 0
    for (let at = 0, left = truth * people; at < answered; at++)
      if (random() < left / (people - at)) {
        yes++
        left--
      }
    const { low, high } = known[yes]!
    if (low <= truth + 1e-9 && truth - 1e-9 <= high) held++
    width += high - low
    widthCut += cut[yes]!.high - cut[yes]!.low
  }
  return { coverage: held / rounds, gain: widthCut / width }
}

function intervalOf(yes: number, n: number, people: number, fraction: number) {
  const design = makeDesign({ weights: Array(n).fill(1), populationSizes: [Array(n).fill(people)] })
  const values = Array.from({ length: n }, (_, at) => (at < yes ? 1 : 0))
  const estimate = ratio(design, values, Array(n).fill(1))
  const share = yes / n
  return shareInterval({ share, n, estimate, fraction, isProportion: true, isShareOfAnswers: true })!
}

describe('the interval of a single share among few people', () => {
  it.each([
    [12, 10],
    [30, 12],
    [30, 21],
    [30, 28],
    [80, 30],
    [80, 70],
    [300, 100],
  ])('of %i people, %i of whom answered, holds the truth at least 95 times in 100', (people, answered) => {
    for (const p of [0.5, 0.8, 0.95]) {
      const { coverage, gain } = simulate(people, answered, p)
      expect(coverage).toBeGreaterThan(0.945)
      expect(gain).toBeGreaterThan(1)
    }
  })

  it('says that it knows how many people there are', () => {
    expect(intervalOf(20, 28, 30, 28 / 30).method).toBe('Korn-Graubard, finite population')
    expect(intervalOf(20, 28, 30, 0).method).toBe('Korn-Graubard')
  })

  it('gains nothing where everybody who answered agrees', () => {
    expect(intervalOf(28, 28, 30, 28 / 30)).toEqual(intervalOf(28, 28, 30, 0))
  })
})
