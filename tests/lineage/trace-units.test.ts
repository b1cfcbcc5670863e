import { describe, expect, it } from 'vitest'
import { lineageGraph, type UnitSpan } from '#lib/lineage/lineage-graph'
import { type Period, traceUnits } from '#lib/lineage/trace-units'

/** "a 2000", "a 2000 2019": a unit valid from one year on, or until the end of another. */
function graphOf(units: string[], lines: string[], gaps: string[] = []) {
  const spans = units.map((text): UnitSpan => {
    const [id, from, to] = text.split(' ')
    return {
      id: id!,
      validFrom: new Date(`${from}-01-01`),
      validTo: to ? new Date(`${to}-12-31`) : null,
      hasUnlistedOrigins: gaps.includes(id!),
    }
  })
  const parsed = lines.map((line) => {
    const [fromId, sign, toId] = line.split(' ') as [string, string, string]
    return { fromId, toId, isWhole: sign === '=>' }
  })
  return lineageGraph(spans, parsed)
}

const period = (year: number, ...units: string[]): Period => ({
  units,
  from: new Date(`${year}-01-01`),
  to: new Date(`${year}-12-31`),
})

/** "=>" whole, "->" a part. */
const merger = graphOf(['a 2000 2019', 'b 2000 2019', 'n 2020'], ['a => n', 'b => n'])

describe('a later unit', () => {
  it('is itself when it took part in both periods, whatever the lineage says of it', () => {
    const traced = traceUnits(merger, period(2021, 'n'), period(2022, 'n'))
    expect([...traced]).toEqual([['n', { rule: 'same', units: [], parts: [], since: null }]])
  })

  it('is its whole predecessors together', () => {
    expect(traceUnits(merger, period(2018, 'b', 'a'), period(2022, 'n')).get('n')).toEqual({
      rule: 'merged',
      units: ['a', 'b'],
      parts: [],
      since: '2020-01-01',
    })
  })

  it('is one predecessor under another name or code', () => {
    const graph = graphOf(['a 2000 2019', 'n 2020'], ['a => n'])
    expect(traceUnits(graph, period(2018, 'a'), period(2022, 'n')).get('n')).toMatchObject({
      rule: 'renamed',
      units: ['a'],
    })
  })

  it('follows mergers over several dates, and stops at the units that took part', () => {
    const graph = graphOf(
      ['a 2000 2009', 'b 2000 2009', 'm 2010 2019', 'c 2000 2019', 'n 2020'],
      ['a => m', 'b => m', 'm => n', 'c => n'],
    )
    expect(traceUnits(graph, period(2005, 'a', 'b', 'c'), period(2022, 'n')).get('n')?.units).toEqual([
      'c',
      'a',
      'b',
    ])
    expect(traceUnits(graph, period(2015, 'm', 'c'), period(2022, 'n')).get('n')?.units).toEqual(['m', 'c'])
  })

  it('is not comparable when a part came from outside, even if that part was never asked', () => {
    const graph = graphOf(
      ['a 2000 2019', 'b 2000 2019', 'x 2000 2019', 'n 2020', 'rest 2020'],
      ['a => n', 'b => n', 'x -> n', 'x -> rest'],
    )
    for (const asked of [
      ['a', 'b'],
      ['a', 'b', 'x'],
    ])
      expect(traceUnits(graph, period(2018, ...asked), period(2022, 'n')).get('n')).toMatchObject({
        rule: 'part',
        units: ['a', 'b'],
        parts: ['x'],
      })
  })

  it('is not comparable when it is one half of a split, or lost a part', () => {
    const graph = graphOf(['a 2000 2019', 'n 2020', 'm 2020'], ['a -> n', 'a -> m'])
    const traced = traceUnits(graph, period(2018, 'a'), period(2022, 'n', 'm'))
    expect(traced.get('n')).toMatchObject({ rule: 'part', units: [], parts: ['a'] })
    expect(traced.get('m')).toMatchObject({ rule: 'part', units: [], parts: ['a'] })
  })

  it('is whole again when the halves of a split come together', () => {
    const graph = graphOf(
      ['a 2000 2009', 'x 2010 2019', 'y 2010 2019', 'n 2020'],
      ['a -> x', 'a -> y', 'x => n', 'y => n'],
    )
    expect(traceUnits(graph, period(2005, 'a'), period(2022, 'n')).get('n')).toMatchObject({
      rule: 'renamed',
      units: ['a'],
    })
  })

  it('is not comparable when a whole predecessor was not asked', () => {
    expect(traceUnits(merger, period(2018, 'a'), period(2022, 'n')).get('n')).toMatchObject({
      rule: 'not-measured',
      units: ['b'],
    })
  })

  it('is not comparable when nobody knows where it came from, or not all of it', () => {
    const orphan = graphOf(['a 2000', 'n 2020'], [])
    expect(traceUnits(orphan, period(2018, 'a'), period(2022, 'a', 'n')).get('n')?.rule).toBe('unknown')
    const gap = graphOf(['a 2000 2019', 'b 2000 2019', 'n 2020'], ['a => n', 'b => n'], ['n'])
    expect(traceUnits(gap, period(2018, 'a', 'b'), period(2022, 'n')).get('n')).toMatchObject({
      rule: 'unknown',
      units: ['a', 'b'],
    })
  })

  it('is said not to have been asked when it was there already', () => {
    const graph = graphOf(['a 2000', 'n 2000'], [])
    expect(traceUnits(graph, period(2018, 'a'), period(2022, 'a', 'n')).get('n')).toMatchObject({
      rule: 'not-measured',
      units: ['n'],
    })
  })

  it('is told by its id, not by a code or name that was given again', () => {
    // the code of 22870-1, a town, went to 22870-2, a larger commune; 22880-2 took over nothing but a code
    const graph = graphOf(
      ['22870-1 2000 2019', '22880-1 2000 2019', '22870-2 2020', '22880-2 2020'],
      ['22870-1 => 22870-2', '22880-1 => 22870-2'],
    )
    const traced = traceUnits(graph, period(2018, '22870-1', '22880-1'), period(2022, '22870-2', '22880-2'))
    expect(traced.get('22870-2')).toMatchObject({ rule: 'merged', units: ['22870-1', '22880-1'] })
    expect(traced.get('22880-2')).toMatchObject({ rule: 'unknown' })
  })
})

describe('an earlier unit', () => {
  it('is found in the unit it went into', () => {
    expect(traceUnits(merger, period(2018, 'a', 'b'), period(2022, 'n')).get('a')).toEqual({
      rule: 'continued',
      units: ['n'],
      parts: [],
      since: '2020-01-01',
    })
  })

  it('is all of its successors together when it was divided and nothing was added', () => {
    const graph = graphOf(['a 2000 2019', 'n 2020', 'm 2020'], ['a -> n', 'a -> m'])
    expect(traceUnits(graph, period(2018, 'a'), period(2022, 'n', 'm')).get('a')).toMatchObject({
      rule: 'divided',
      units: ['n', 'm'],
    })
  })

  it('is not comparable when its parts went to units with other ground, or only one part is listed', () => {
    const mixed = graphOf(['a 2000 2019', 'b 2000 2019', 'n 2020', 'm 2020'], ['a -> n', 'a -> m', 'b => m'])
    expect(traceUnits(mixed, period(2018, 'a', 'b'), period(2022, 'n', 'm')).get('a')).toMatchObject({
      rule: 'scattered',
      units: ['n', 'm'],
    })
    const rest = graphOf(['a 2000 2019', 'n 2020'], ['a -> n'])
    expect(traceUnits(rest, period(2018, 'a'), period(2022, 'n')).get('a')?.rule).toBe('scattered')
  })

  it('names the successor that was not asked, and ends unknown without one', () => {
    const traced = traceUnits(merger, period(2018, 'a'), period(2022))
    expect(traced.get('a')).toMatchObject({ rule: 'not-measured', units: ['n'] })
    const ended = graphOf(['a 2000 2019', 'b 2000'], [])
    expect(traceUnits(ended, period(2018, 'a', 'b'), period(2022, 'b')).get('a')?.rule).toBe('unknown')
    expect(traceUnits(ended, period(2018, 'b'), period(2022)).get('b')).toMatchObject({
      rule: 'not-measured',
      units: ['b'],
    })
  })
})
