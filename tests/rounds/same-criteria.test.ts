import { expect, it } from 'vitest'
import type { IndexFile } from '#lib/definitions/index-file'
import { sameCriteria } from '#lib/rounds/same-criteria'
import { roundIndex } from '../support/round-index'

const changed = (spoil: (index: IndexFile) => void) => {
  const copy = structuredClone({ ...roundIndex, version: 2 })
  spoil(copy)
  return sameCriteria(roundIndex, copy)
}
const all = new Set(['round-index', 'direction', 'tasks', 'plan', 'reports', 'late_reports'])

it('finds everything alike when only words changed', () => {
  expect(
    changed((index) => {
      index.criteria[0]!.children![0]!.name = { vi: 'Tên khác', en: 'Another name' }
      index.criteria[0]!.children![1]!.basis = { document: 'QĐ 1/2030' }
    }),
  ).toEqual(all)
})

it('leaves out what is scored in another way, and all that is made of it', () => {
  const alike = changed((index) => {
    index.criteria[0]!.children![0]!.source = { entered: { max: 90 } }
  })
  expect(alike).toEqual(new Set(['plan', 'reports', 'late_reports']))
})

it('finds nothing alike when the frame changed', () => {
  expect(changed((index) => Object.assign(index, { missing: 'zero' })).size).toBe(0)
})
