// Every fault of the ways a leaf earns points is named, and all at once.
import { expect, it } from 'vitest'
import { checkIndex } from '#lib/definitions/check-index'
import { indexFile } from '#lib/definitions/index-file'
import { smallIndex } from './small-definitions'

const text = { vi: 'a', en: 'a' }
const around = { forms: [], areas: [], indexes: [], series: [] }

function faultsOf(leaf: object, more: object = {}) {
  const criteria = [{ code: 'leaf', name: text, max: 100, ...leaf }]
  const index = indexFile.parse({ ...smallIndex(), criteria, ...more })
  return checkIndex(index, around).map(({ code, en }) => `${code}: ${en}`)
}

const rule = (one: object) => ({ source: { entered: { rule: one } } })

it.each<[object, string]>([
  [rule({ kind: 'linear', zero: 5, full: 5 }), 'zero and full must differ'],
  [
    rule({
      kind: 'steps',
      full: 2,
      steps: [
        { from: 0, points: 0 },
        { from: 0, points: 2 },
      ],
    }),
    'must rise by from',
  ],
  [
    rule({
      kind: 'steps',
      full: 2,
      steps: [
        { from: 0, points: 0 },
        { from: 50, points: 1 },
      ],
    }),
    'highest points are 1',
  ],
  [rule({ kind: 'deduction', full: 1, perUnit: 1, least: 2 }), 'least must not be above full'],
  [
    rule({
      kind: 'choice',
      full: 1,
      options: [
        { value: 1, name: text, points: 1 },
        { value: 1, name: text, points: 0 },
      ],
    }),
    'option 1 appears more than once',
  ],
  [rule({ kind: 'figure' }), 'a raw figure needs normalise'],
  [{ ...rule({ kind: 'points', full: 1 }), direction: 'lower' }, 'the rule already says which way'],
  [{ ...rule({ kind: 'figure' }), normalise: { method: 'min-max', to: [10, 1] } }, 'must rise'],
  [
    { ...rule({ kind: 'points', full: 1 }), treat: { first: 'winsorise' } },
    'treat (outliers) needs normalise',
  ],
  [
    { source: { expression: 'a + c', parts: { a: { entered: { max: 1 } }, b: { entered: { max: 1 } } } } },
    'uses “c”',
  ],
  [{ source: { expression: 'a +', parts: { a: { entered: { max: 1 } } } } }, 'cannot be read'],
  [{ source: { index: 'nothing', version: 1 } }, 'no index “nothing.v1”'],
  [{ source: { external: { series: 'nothing', full: 10 } } }, 'no published series “nothing”'],
  [{ source: { index: 'small', version: 1 } }, 'made of itself: small.v1 → small.v1'],
  [
    { ...rule({ kind: 'points', full: 1 }), counts: 'bonus', max: undefined, weight: 1 },
    'need a max and no weight',
  ],
])('names the fault of %o', (leaf, sentence) => {
  expect(faultsOf(leaf).join('\n')).toContain(sentence)
})

it('names both faults of a formula, and dates that run backwards', () => {
  const faults = faultsOf(
    { source: { expression: 'a + c', parts: { a: { entered: { max: 1 } }, b: { entered: { max: 1 } } } } },
    { validFrom: '2025-01-01', validTo: '2024-01-01' },
  )
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['rule', 'rule', 'dates'])
})
