import { expect, it } from 'vitest'
import { enteredCriteria } from '#lib/definitions/entered-criteria'
import type { Criterion } from '#lib/definitions/index-file'

const text = (vi: string) => ({ vi, en: vi })
const tree: Criterion[] = [
  {
    code: 'area',
    name: text('Lĩnh vực'),
    max: 10,
    children: [
      { code: 'entered', name: text('Nhập'), max: 4, source: { entered: { max: 100 } } },
      {
        code: 'asked',
        name: text('Hỏi'),
        max: 6,
        source: { form: 'a-form', variables: ['q'], points: { '1': 0, '2': 1 } },
      },
    ],
  },
  { code: 'top', name: text('Ngoài'), max: 1, source: { entered: { max: 5 } } },
]

it('finds the figures that officers enter, in order, with the names above them', () => {
  expect(enteredCriteria(tree).map(({ code, path, rule }) => [code, path.map(({ vi }) => vi), rule])).toEqual(
    [
      ['entered', ['Lĩnh vực'], { kind: 'linear', zero: 0, full: 100 }],
      ['top', [], { kind: 'linear', zero: 0, full: 5 }],
    ],
  )
})
