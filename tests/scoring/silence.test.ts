import { expect, it } from 'vitest'
import { makeSample } from '#lib/scoring/sample'
import { countSilence } from '#lib/scoring/silence'
import { tallyAnswers } from '#lib/scoring/tally-answers'
import { dontKnowValue, noAnswer, notAsked } from '#lib/surveys/variable'
import { layout, makePeople, sampleOf } from '../support/made-up-survey'

const [person] = makePeople({ seed: 1, units: ['a'], villages: 1, people: 1 })
const said = (...coded: number[]) => ({ ...person!, coded })
const rows = [
  said(1, noAnswer, 3, 4, 5, notAsked),
  said(dontKnowValue, noAnswer, 3, 4, 5, notAsked),
  said(dontKnowValue, 2, notAsked, 4, 5, 30),
]
const { clusters } = makeSample(sampleOf([]), tallyAnswers(layout, rows))

it('counts who was asked and had no opinion, and forgets who was not asked', () => {
  const lines = countSilence(layout.variables, clusters, 2)
  expect(lines.map(({ variable, asked, silent }) => [variable.name, asked, silent])).toEqual([
    ['access_1', 3, { noAnswer: 0, dontKnow: 2, refused: 0 }],
    ['access_2', 3, { noAnswer: 2, dontKnow: 0, refused: 0 }],
    ['staff_1', 2, { noAnswer: 0, dontKnow: 0, refused: 0 }],
    ['staff_2', 3, { noAnswer: 0, dontKnow: 0, refused: 0 }],
    ['knows', 3, { noAnswer: 0, dontKnow: 0, refused: 0 }],
    ['age', 1, null],
  ])
})
