// Reading data files by the conventions of the reference format, and selecting rows.
import { describe, expect, test } from 'vitest'
import { analysedVariable } from './analysed-variable'
import { Dataset } from './dataset'
import { groupRows, selectRows } from './select-rows'

const data = Dataset.parse('"id","wave",place,age\n1,0,"A, north",30\n2,1,,\n3,1,B,4.5e1\n')

describe('Dataset', () => {
  test('a column is numeric only when all its filled fields are numbers, empty is missing', () => {
    expect(data.size).toBe(3)
    expect(data.column('place')).toEqual(['A, north', null, 'B'])
    expect(data.numbers('age')).toEqual([30, null, 45])
    expect(() => data.numbers('place')).toThrow(/holds the text A, north/)
    expect(() => data.column('sex')).toThrow(/no column sex; there are id, wave, place, age/)
  })
})

describe('selectRows', () => {
  test('all conditions must hold and a missing value fulfils none', () => {
    expect([...selectRows(data, null)]).toEqual([1, 1, 1])
    expect([...selectRows(data, [{ var: 'wave', op: '==', value: 1 }])]).toEqual([0, 1, 1])
    expect([...selectRows(data, [{ var: 'place', op: '!=', value: 'B' }])]).toEqual([1, 0, 0])
    expect([...selectRows(data, [{ var: 'age', op: 'not_missing', value: null }])]).toEqual([1, 0, 1])
    const conditions = [
      { var: 'id', op: 'in' as const, value: [1, 3] },
      { var: 'age', op: '<' as const, value: 40 },
    ]
    expect([...selectRows(data, conditions)]).toEqual([1, 0, 0])
  })

  test('the four inequalities keep or drop the bound as they say', () => {
    const at = (op: '<' | '<=' | '>' | '>=') => [...selectRows(data, [{ var: 'id', op, value: 2 }])]
    expect([at('<'), at('<='), at('>'), at('>=')]).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 1],
      [0, 1, 1],
    ])
  })
})

test('groups come in the order of their keys and rows without a key are left out', () => {
  const groups = groupRows(data, ['place'], selectRows(data, null))
  expect(groups.map(({ key, rows }) => [key, [...rows]])).toEqual([
    [{ place: 'A, north' }, [1, 0, 0]],
    [{ place: 'B' }, [0, 0, 1]],
  ])
  expect(groupRows(data, null, selectRows(data, null))).toHaveLength(1)
})

test('categories turn a column into 1 and 0 and leave missing alone', () => {
  expect(analysedVariable(data, 'place', ['B'])).toEqual([0, null, 1])
  expect(analysedVariable(data, 'age', null)).toEqual([30, null, 45])
})
