import { describe, expect, it } from 'vitest'
import type { SeriesFile } from '#lib/definitions/series-file'
import { parseFigures } from '#lib/imports/parse-figures'
import papi from '../../surveys/series/papi.v1.json'
import sipas from '../../surveys/series/sipas.v1.json'

const series = [papi, sipas] as SeriesFile[]
const day = (text: string) => new Date(text)
const units = [
  { id: '58-1', code: '58', validFrom: day('2009-06-10'), validTo: day('2025-06-30') },
  { id: '56-1', code: '56', validFrom: day('2009-06-10'), validTo: day('2025-06-30') },
  { id: '56-2', code: '56', validFrom: day('2025-07-01'), validTo: null },
]
const head = 'series\tunit\tyear\tvalue\tsource\trank\toutof\tdimension\tkind'
const parse = (...lines: string[]) => parseFigures([head, ...lines].join('\n'), series, units)
const faultOf = (line: string) => parse(line).faults[0]?.en ?? ''

describe('parseFigures', () => {
  it('reads a table out of a spreadsheet, with decimal comma and the short name of the index', () => {
    const { figures, faults } = parse('PAPI\t58-1\t2024\t45,25\tBáo cáo PAPI 2024\t6\t61')
    expect(faults).toEqual([])
    expect(figures).toEqual([
      {
        series: 'papi',
        unitId: '58-1',
        year: 2024,
        dimension: '',
        kind: 'value',
        value: 45.25,
        rank: 6,
        outOf: 61,
        isDerived: false,
        source: 'Báo cáo PAPI 2024',
      },
    ])
  })

  it('takes the unit that had the code at the end of the year, because codes are used again', () => {
    const unitOf = (year: number) => parse(`sipas\t56\t${year}\t80\tx`).figures[0]?.unitId
    expect([unitOf(2024), unitOf(2025)]).toEqual(['56-1', '56-2'])
  })

  it('takes an empty value as “taken back” and reads targets and dimensions', () => {
    const { figures } = parse(
      'papi\t58-1\t2025\t\tnhập nhầm',
      'papi\t58-1\t2025\t6,5\tKH\t\t\tservices\ttarget',
    )
    expect(figures.map(({ value, kind, dimension }) => [value, kind, dimension])).toEqual([
      [null, 'value', ''],
      [6.5, 'target', 'services'],
    ])
  })

  it('names what is wrong in each line and where, and keeps reading', () => {
    expect(faultOf('pci\t58-1\t2024\t60\tx')).toContain('there is no index “pci” (known: papi, sipas)')
    expect(faultOf('papi\t99\t2024\t45\tx')).toContain('there is no unit “99”')
    expect(faultOf('papi\t58-1\t24\t45\tx')).toContain('“24” must be 2000 to 2100')
    expect(faultOf('papi\t58-1\t2024\t95\tx')).toContain('from 8 to 80')
    expect(faultOf('papi\t58-1\t2024\t9\tx\t\t\tservices')).toBe('')
    expect(faultOf('papi\t58-1\t2024\t11\tx\t\t\tservices')).toContain('from 1 to 10')
    expect(faultOf('papi\t58-1\t2024\t1.234.567\tx')).toContain('must be a number')
    expect(faultOf('papi\t58-1\t2024\t45\t')).toContain('source is missing')
    expect(faultOf('papi\t58-1\t2024\t45\tx\t7\t6')).toContain('rank “7” of “6”')
    expect(faultOf('papi\t58-1\t2024\t45\tx\t\t\tsmell')).toContain('there is no dimension “smell”')
    expect(faultOf('papi\t58-1\t2024\t45\tx\t\t\t\twish')).toContain('there is no kind “wish”')
    const { faults } = parse('papi\t58-1\t2024\t45\tx', 'papi\t58-1\tx\t45\tx', 'papi\t58-1\t2024\t46\tx')
    expect(faults.map(({ line, en }) => `${line} ${en.slice(0, 25)}`)).toEqual([
      '3 the year “x” must be 2000',
      '4 stands for the same place',
    ])
  })

  it('says which columns are missing', () => {
    expect(parseFigures('series,unit\npapi,58-1', series, units).faults[0]?.en).toContain(
      'year, value, source',
    )
    expect(parseFigures('', series, units).faults).toHaveLength(1)
  })
})
