import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DrawPlan, drawSample } from '#lib/contacts/draw-sample'
import { type FrameLine, hashFrame, orderFrame } from '#lib/contacts/frame'

const anyFrame = fc
  .array(
    fc.record({
      stratum: fc.constantFrom('a', 'b', 'c'),
      cluster: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
      size: fc.integer({ min: 1, max: 500 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((lines) => orderFrame(lines.map((line, at) => ({ ...line, id: `id-${at}` }))))
const anyMethod = fc.constantFrom(
  'all' as const,
  'simple' as const,
  'systematic' as const,
  'cluster' as const,
  'pps' as const,
)

/** Sizes that can be drawn: a share of what each stratum has. */
function planOf(
  frame: FrameLine[],
  method: DrawPlan['method'],
  share: number,
  perCluster: number | null,
): DrawPlan {
  const sizes: Record<string, number> = {}
  for (const stratum of new Set(frame.map((line) => line.stratum))) {
    const lines = frame.filter((line) => line.stratum === stratum)
    const available = method === 'cluster' ? new Set(lines.map(({ cluster }) => cluster)).size : lines.length
    sizes[stratum] = Math.max(1, Math.round(share * available))
  }
  return { method, sizes, perCluster }
}

function draw(frame: FrameLine[], plan: DrawPlan, seed: string) {
  const result = drawSample(frame, plan, seed, hashFrame(frame))
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result
}

describe('any draw', () => {
  it('takes as many as asked, nobody twice, and gives the same people for the same seed', () => {
    fc.assert(
      fc.property(
        anyFrame,
        anyMethod,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.integer({ min: 1, max: 5 })),
        fc.string(),
        (frame, method, share, perCluster, seed) => {
          const plan = planOf(frame, method, share, perCluster)
          const { drawn, strata } = draw(frame, plan, seed)
          expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length)
          expect(draw(frame, plan, seed).drawn).toEqual(drawn)
          for (const { stratum, population, drawn: count, clustersDrawn } of strata) {
            if (method === 'all') expect(count).toBe(population)
            else expect(method === 'cluster' ? clustersDrawn : count).toBe(plan.sizes[stratum])
          }
        },
      ),
    )
  })

  it('has probabilities between 0 and 1 whose inverses add up to the frame where everybody is as likely', () => {
    fc.assert(
      fc.property(
        anyFrame,
        fc.constantFrom('all' as const, 'simple' as const, 'systematic' as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (frame, method, share) => {
          const { drawn } = draw(frame, planOf(frame, method, share, null), 'x')
          expect(drawn.every(({ probability }) => probability > 0 && probability <= 1)).toBe(true)
          const people = drawn.reduce((sum, { probability }) => sum + 1 / probability, 0)
          expect(people).toBeCloseTo(frame.length, 8)
        },
      ),
    )
  })

  it('draws a stratum the same way whatever is asked of the others', () => {
    const frame = orderFrame(
      Array.from({ length: 40 }, (_, at) => ({
        id: `${at}`,
        stratum: at % 2 ? 'a' : 'b',
        cluster: '',
        size: 1,
      })),
    )
    const inA = (sizeOfB: number) =>
      draw(frame, { method: 'simple', sizes: { a: 5, b: sizeOfB }, perCluster: null }, 's').drawn.filter(
        ({ stratum }) => stratum === 'a',
      )
    expect(inA(3)).toEqual(inA(17))
  })
})

// Population of 14 in two strata with clusters of unequal sizes; y follows the size, so that wrong probabilities would show.
const small: FrameLine[] = orderFrame(
  [9, 4, 7, 1, 12, 3, 5, 60, 2, 8, 6, 11, 10, 4].map((size, at) => ({
    id: `p${String(at).padStart(2, '0')}`,
    stratum: at < 8 ? 'a' : 'b',
    cluster: `${at < 8 ? 'a' : 'b'}${(at * at) % 3}`,
    size,
  })),
)
const plans: [string, DrawPlan][] = [
  ['simple', { method: 'simple', sizes: { a: 3, b: 2 }, perCluster: null }],
  ['systematic', { method: 'systematic', sizes: { a: 3, b: 4 }, perCluster: null }],
  ['by size, one unit taken for sure', { method: 'pps', sizes: { a: 3, b: 3 }, perCluster: null }],
  ['clusters taken whole', { method: 'cluster', sizes: { a: 1, b: 1 }, perCluster: null }],
  ['clusters with two people each', { method: 'cluster', sizes: { a: 2, b: 1 }, perCluster: 2 }],
]
const draws = 6000

describe.each(plans)('%s, drawn 6,000 times', (_name, plan) => {
  const times = new Map<string, number>()
  const claimed = new Map<string, number>()
  let [total, people] = [0, 0]
  for (let at = 0; at < draws; at++)
    for (const { id, probability } of draw(small, plan, `seed ${at}`).drawn) {
      times.set(id, (times.get(id) ?? 0) + 1)
      claimed.set(id, probability)
      total += (small.find((line) => line.id === id)!.size ?? 0) / probability / draws
      people += 1 / probability / draws
    }

  it('includes everybody as often as the probability says (6 standard errors at most)', () => {
    for (const { id } of small) {
      const probability = claimed.get(id)!
      const allowed = 6 * Math.sqrt((probability * (1 - probability)) / draws) + 1e-12
      expect(Math.abs((times.get(id) ?? 0) / draws - probability), id).toBeLessThanOrEqual(allowed)
    }
  })

  it('gives the true total and the true number of people on average (Horvitz and Thompson)', () => {
    const truth = small.reduce((sum, { size }) => sum + size!, 0)
    expect(total / truth).toBeGreaterThan(0.97)
    expect(total / truth).toBeLessThan(1.03)
    expect(people / small.length).toBeGreaterThan(0.97)
    expect(people / small.length).toBeLessThan(1.03)
  })
})

describe('a draw that cannot be made', () => {
  const faults = (lines: FrameLine[], plan: DrawPlan) => {
    const result = drawSample(orderFrame(lines), plan, 's', '')
    return 'faults' in result ? result.faults.map(({ code, stratum }) => [code, stratum]) : []
  }

  it('says which stratum lacks what', () => {
    const line = { id: 'x', stratum: 'a', cluster: '', size: null }
    expect(faults([], { method: 'all', sizes: {}, perCluster: null })).toEqual([['nothing_to_draw', '']])
    expect(faults([line], { method: 'simple', sizes: { a: 2 }, perCluster: null })).toEqual([
      ['too_many', 'a'],
    ])
    expect(faults([line], { method: 'simple', sizes: {}, perCluster: null })).toEqual([
      ['stratum_without_size', 'a'],
    ])
    expect(faults([line], { method: 'pps', sizes: { a: 1 }, perCluster: null })).toEqual([
      ['size_missing', 'a'],
    ])
    expect(faults([line], { method: 'cluster', sizes: { a: 1 }, perCluster: null })).toEqual([
      ['cluster_missing', 'a'],
    ])
  })
})

describe('the hash of a frame', () => {
  it('does not depend on the order of rows and changes with anything that a draw uses', () => {
    const hash = (lines: FrameLine[]) => hashFrame(orderFrame(lines))
    const base = hash(small)
    expect(hash([...small].reverse())).toBe(base)
    expect(hash(small.slice(1))).not.toBe(base)
    for (const change of [{ stratum: 'c' }, { cluster: 'z' }, { size: 99 }, { id: 'q' }])
      expect(hash([{ ...small[0]!, ...change }, ...small.slice(1)])).not.toBe(base)
  })
})
