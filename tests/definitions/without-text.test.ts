import { expect, it } from 'vitest'
import type { Criterion } from '#lib/definitions/index-file'
import { withoutText } from '#lib/definitions/without-text'
import { smallIndex } from './small-definitions'

const named = { document: 'QĐ 1/QĐ-BNV' }
const none = { document: null }

function codesOf(root: object, of: Record<string, object> = {}) {
  const index = { ...smallIndex(), ...root }
  const spoil = (criteria: Criterion[]) => {
    for (const one of criteria) {
      Object.assign(one, of[one.code])
      spoil(one.children ?? [])
    }
  }
  spoil(index.criteria)
  return [...withoutText(index)].sort()
}

it('marks everything of an index that names no document, and of one that says nothing about it', () => {
  const all = ['know', 'on_time', 'service', 'small', 'work']
  expect(codesOf({ basis: none })).toEqual(all)
  expect(codesOf({})).toEqual(all)
})

it('hands the document of a criterion down to those below it, until one of them says otherwise', () => {
  expect(codesOf({ basis: named })).toEqual([])
  expect(codesOf({ basis: named }, { work: { basis: none } })).toEqual(['know', 'on_time', 'work'])
  expect(codesOf({ basis: none }, { work: { basis: named }, know: { basis: none } })).toEqual([
    'know',
    'service',
    'small',
  ])
})
