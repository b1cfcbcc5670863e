import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ofKind } from '#lib/definitions/definition'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { indexTable } from '#lib/exports/index-table'
import { parseIndexTable } from '#lib/imports/parse-index-table'
import type { Rows } from '#lib/imports/read-rows'

const { definitions } = await loadDefinitions(new URL('../../surveys/', import.meta.url).pathname)
const indexes = ofKind(definitions, 'index').map(({ body }) => body)

const head = ['code', 'parent', 'name', 'points', 'source']
const parse = (...rows: (string | number | null)[][]) => parseIndexTable([head, ...rows], [])

describe('parseIndexTable', () => {
  it.each(indexes.map((one) => [`${one.slug}.v${one.version}`, one] as const))(
    'reads %s back from its own table',
    (_name, index) => {
      const { columns, batches } = indexTable(index)
      const rows: Rows = [columns, ...(batches as Rows[]).flat()]
      const { criteria, faults } = parseIndexTable(rows, index.criteria)
      expect(faults).toEqual([])
      expect(criteria).toEqual(index.criteria)
    },
  )

  it('takes rules in Vietnamese words and decimals with a comma', () => {
    const { criteria, faults } = parse(
      ['a', null, 'Lĩnh vực', '10', null],
      ['a1', 'a', 'Tỷ lệ', '2,5', 'Số 0 100'],
      ['a2', 'a', 'Bậc', 5, 'bậc 0:0 50:0,5 80:1'],
      ['a3', 'a', 'Trễ', 1.5, 'trừ 0,5'],
      ['a4', 'a', 'Có kế hoạch', 1, 'có-không'],
    )
    expect(faults).toEqual([])
    expect(criteria[0]!.children!.map(({ max, source }) => [max, source])).toMatchObject([
      [2.5, { entered: { rule: { kind: 'linear', zero: 0, full: 100 } } }],
      [
        5,
        {
          entered: {
            rule: { kind: 'steps', full: 1, steps: [{ from: 0 }, { from: 50, points: 0.5 }, { from: 80 }] },
          },
        },
      ],
      [1.5, { entered: { rule: { kind: 'deduction', full: 1.5, perUnit: 0.5 } } }],
      [1, { entered: { rule: { kind: 'choice', full: 1 } } }],
    ])
  })

  it('names every fault with its row at once', () => {
    const { faults } = parse(
      ['A 1', null, 'Mã sai', 1, 'points'],
      ['b', 'nowhere', 'Mất cha', 1, 'points'],
      ['c', null, '', 1, 'points'],
      ['d', null, 'Không điểm', null, 'points'],
      ['e', null, 'Cách lạ', 1, 'thấy tốt thì cho'],
      ['f', null, 'Giữ cái không có', 1, 'keep'],
      ['g', null, 'Đúng', 1, 'points'],
      ['g', null, 'Trùng', 1, 'points'],
    )
    expect(faults.map(({ row }) => row).sort()).toEqual([2, 3, 4, 5, 6, 7, 9])
  })

  it('refuses criteria that are each other’s parents', () => {
    const { faults } = parse(['a', 'b', 'A', 1, null], ['b', 'a', 'B', 1, null])
    expect(faults).toHaveLength(1)
  })

  it('says something about any table, and never breaks', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.constantFrom(null, 'a', 'b', 'points', 'steps 1', 'linear x 1'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const { criteria, faults } = parseIndexTable([head, ...rows], [])
        expect(criteria.length + faults.length).toBeGreaterThan(0)
      }),
    )
  })
})
