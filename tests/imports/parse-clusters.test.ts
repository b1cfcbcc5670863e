import { describe, expect, it } from 'vitest'
import { parseClusters } from '#lib/imports/parse-clusters'

const units = [
  { id: '22870-2', code: '22870' },
  { id: '22873-2', code: '22873' },
]
const head = 'unit,code,name,stratum,weight\n'

describe('villages pasted from a spreadsheet', () => {
  it('are read with commas, semicolons or tabs, the unit by id or by code', () => {
    const read = { unitId: '22870-2', code: 'T1', name: 'Thôn 1', stratum: 'ven biển', weight: 12.5 }
    expect(parseClusters(`${head}22870,T1,Thôn 1,ven biển,12.5`, units)).toEqual({
      clusters: [read],
      faults: [],
    })
    const others = [
      'unit;code;name;stratum;weight\n22870-2;T1;Thôn 1;ven biển;12,5',
      'unit\tcode\tname\tstratum\tweight\n22870\tT1\tThôn 1\tven biển\t12,5',
    ]
    for (const text of others) expect(parseClusters(text, units).clusters).toEqual([read])
  })

  it('take the code where the name is empty, and may have no stratum', () => {
    const { clusters } = parseClusters(`${head}22873,T9,,,1`, units)
    expect(clusters).toEqual([{ unitId: '22873-2', code: 'T9', name: 'T9', stratum: '', weight: 1 }])
  })

  it.each([
    ['an unknown unit', '99999,T1,A,,1', /đơn vị “99999”/],
    ['no village code', '22870,,A,,1', /thiếu mã thôn/],
    ['a weight of zero', '22870,T1,A,,0', /trọng số “0”/],
    ['a weight that is no number', '22870,T1,A,,nhiều', /trọng số “nhiều”/],
    ['no weight', '22870,T1,A,,', /trọng số “”/],
  ])('are refused with the number of the line for %s', (_, line, sentence) => {
    const { clusters, faults } = parseClusters(`${head}22870,T0,A,,1\n${line}`, units)
    expect(clusters).toHaveLength(1)
    expect(faults).toEqual([expect.objectContaining({ line: 3, vi: expect.stringMatching(sentence) })])
  })

  it('are refused when a code comes twice in one unit, but not in two units', () => {
    expect(parseClusters(`${head}22870,T1,A,,1\n22873,T1,B,,1`, units).faults).toEqual([])
    expect(parseClusters(`${head}22870,T1,A,,1\n22870,T1,B,,1`, units).faults).toHaveLength(1)
  })

  it('are refused without a head line, naming the columns', () => {
    const { clusters, faults } = parseClusters('22870,T1,A,,1', units)
    expect(clusters).toEqual([])
    expect(faults[0]?.vi).toContain('unit, code, name, stratum, weight')
  })
})
