// Random histories of mergers, splits, moved parts and new codes over villages that stay where they are: whenever two
// figures may be compared, the answers behind both must come from the very same villages.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isComparable, membersOf } from '#lib/lineage/continuity'
import { coversSameGround } from '#lib/lineage/covers-same-ground'
import { type LineageLine, lineageGraph, type UnitSpan } from '#lib/lineage/lineage-graph'
import { type Period, traceUnits } from '#lib/lineage/trace-units'

type Ground = Map<string, string[]> // unit -> its villages
type Deed = { kind: 'merge' | 'split' | 'rename' | 'move'; pick: number; other: number }

const deed = fc.record({
  kind: fc.constantFrom<Deed['kind']>('merge', 'split', 'rename', 'move'),
  pick: fc.nat(20),
  other: fc.nat(20),
})

/** Lets the deeds happen one a year from 2001 on; returns who was there each year and the list that was kept of it. */
function live(deeds: readonly Deed[]) {
  const start = ['a', 'b', 'c', 'd', 'e']
  let ground: Ground = new Map(start.map((id) => [id, [0, 1, 2].map((village) => `${id}${village}`)]))
  const spans = new Map(start.map((id) => [id, span(id, 2000)]))
  const lines: LineageLine[] = []
  const years = [ground]
  for (const [at, { kind, pick, other }] of deeds.entries()) {
    const ids = [...ground.keys()]
    const [one, two] = [ids[pick % ids.length]!, ids[other % ids.length]!]
    const next = new Map(ground)
    const end = (id: string) => {
      next.delete(id)
      spans.get(id)!.validTo = new Date(`${2000 + at}-12-31`)
    }
    const begin = (name: string, villages: string[], from: [string, boolean][]) => {
      const id = `${name}-${at + 1}`
      next.set(id, villages)
      spans.set(id, span(id, 2001 + at))
      for (const [fromId, isWhole] of from) lines.push({ fromId, toId: id, isWhole })
    }
    const [first, second] = [ground.get(one)!, ground.get(two)!]
    const [head, rest] = [first.slice(0, 1), first.slice(1)]
    if (kind === 'rename') {
      end(one)
      begin('new', first, [[one, true]])
    } else if (kind === 'split' && first.length > 1) {
      end(one)
      begin('left', head, [[one, false]])
      begin('right', rest, [[one, false]])
    } else if (kind === 'merge' && one !== two) {
      end(one)
      end(two)
      begin(
        'both',
        [...first, ...second],
        [
          [one, true],
          [two, true],
        ],
      )
    } else if (kind === 'move' && one !== two && first.length > 1) {
      end(one)
      end(two)
      begin('less', rest, [[one, false]])
      begin(
        'more',
        [...head, ...second],
        [
          [one, false],
          [two, true],
        ],
      )
    }
    ground = next
    years.push(ground)
  }
  return { years, graph: lineageGraph([...spans.values()], lines) }
}

const span = (id: string, year: number): UnitSpan => ({
  id,
  validFrom: new Date(`${year}-01-01`),
  validTo: null,
  hasUnlistedOrigins: false,
})

const periodOf = (ground: Ground, year: number, asked = [...ground.keys()]): Period => ({
  units: asked,
  from: new Date(`${year}-02-01`),
  to: new Date(`${year}-11-30`),
})

const villagesOf = (units: readonly string[], ground: Ground) =>
  units.flatMap((unit) => ground.get(unit)!).sort()

const history = fc.tuple(
  fc.array(deed, { maxLength: 7 }),
  fc.nat(7),
  fc.nat(7),
  fc.array(fc.nat(4), { minLength: 20, maxLength: 20 }),
)

it('compares only figures whose answers come from the same villages', () => {
  let merged = 0
  fc.assert(
    fc.property(history, ([deeds, start, step, asked]) => {
      const { years, graph } = live(deeds)
      const early = Math.min(start, years.length - 1)
      const late = Math.min(early + step, years.length - 1)
      const [before, after] = [years[early]!, years[late]!]
      const some = [...before.keys()].filter((_, at) => asked[at % asked.length] !== 0)
      const periods = [periodOf(before, 2000 + early, some), periodOf(after, 2000 + late)] as const
      const traced = traceUnits(graph, ...periods)
      for (const [unit, continuity] of traced) {
        if (!isComparable(continuity)) continue
        const members = membersOf(unit, continuity)
        expect(villagesOf(members.before, before)).toEqual(villagesOf(members.after, after))
        if (continuity.rule === 'merged') merged++
      }
      if (coversSameGround(traced, periods[0].units, periods[1].units))
        expect(villagesOf(periods[0].units, before)).toEqual(villagesOf(periods[1].units, after))
    }),
    { numRuns: 2000 },
  )
  expect(merged).toBeGreaterThan(100)
})

it('finds every unit again when there were only mergers and new codes and everybody was asked', () => {
  const kinds = fc.constantFrom<Deed['kind']>('merge', 'rename')
  const gentle = fc.array(fc.record({ kind: kinds, pick: fc.nat(20), other: fc.nat(20) }), { maxLength: 8 })
  fc.assert(
    fc.property(gentle, (deeds) => {
      const { years, graph } = live(deeds)
      const [before, after] = [years[0]!, years.at(-1)!]
      const traced = traceUnits(graph, periodOf(before, 2000), periodOf(after, 2000 + deeds.length))
      for (const unit of after.keys()) expect(isComparable(traced.get(unit)!)).toBe(true)
      expect(coversSameGround(traced, [...before.keys()], [...after.keys()])).toBe(true)
    }),
  )
})
