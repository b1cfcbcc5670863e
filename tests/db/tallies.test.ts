import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { catchUpTallies, listAnswerCounts, listTallies, type TallyPlan } from '#lib/db/tallies'
import { makeCounter, tallyLayout } from '#lib/scoring/tally-layout'
import { codebook, layout, makePeople, type Person, tally } from '../support/made-up-survey'
import { makeMadeUpWave, publishMadeUp, storePeople } from '../support/made-up-wave'

const people = makePeople({ seed: 21, units: ['a', 'b'], villages: 4, people: 12 })

async function makeWaveOfTwo() {
  const published = await publishMadeUp(['a', 'b'])
  return makeMadeUpWave(published, { id: 'w1' })
}

const plan: TallyPlan = { waveId: 'w1', layout: 'one', size: layout.size, count: makeCounter(layout) }

/** Comparable text of tallies: sorted, numbers in full. */
const asText = (tallies: Awaited<ReturnType<typeof listTallies>>) =>
  tallies
    .map(({ counts, ...key }) =>
      JSON.stringify([
        key.unit,
        key.stratum,
        key.cluster,
        key.mode,
        key.place,
        key.collector,
        key.entry,
        key.weight,
        key.n,
        ...Array.from(counts),
      ]),
    )
    .sort()

const stateOf = async () => (await database().prisma.tallyState.findUnique({ where: { waveId: 'w1' } }))!

describe('catchUpTallies', () => {
  it('counts what the pure counter counts, to the last bit of every weight', async () => {
    const wave = await makeWaveOfTwo()
    await storePeople(wave, people)
    expect(await catchUpTallies(plan)).toBe(people.length)
    expect(asText(await listTallies('w1'))).toEqual(asText(tally(people)))
  })

  it('gives the same counts in steps as from zero', async () => {
    const wave = await makeWaveOfTwo()
    for (let from = 0; from < people.length; from += 17) {
      await storePeople(wave, people.slice(from, from + 17))
      await catchUpTallies(plan)
    }
    const inSteps = asText(await listTallies('w1'))
    await database().pool.query(`delete from "TallyState"`)
    expect(await catchUpTallies(plan)).toBe(people.length)
    expect(asText(await listTallies('w1'))).toEqual(inSteps)
    expect(inSteps).toEqual(asText(tally(people)))
  })

  it('reads nothing when nothing is new', async () => {
    const wave = await makeWaveOfTwo()
    await storePeople(wave, people)
    await catchUpTallies(plan)
    const before = await stateOf()
    expect(await catchUpTallies(plan)).toBe(0)
    expect(await stateOf()).toEqual(before)
  })

  it('does not miss an answer whose transaction began earlier and committed later', async () => {
    const wave = await makeWaveOfTwo()
    const late = await database().pool.connect()
    try {
      await late.query('begin')
      await insertOne(late, wave, people[0]!)
      await storePeople(wave, people.slice(1, 20))
      expect(await catchUpTallies(plan)).toBe(0) // everything after the open transaction waits
      await late.query('commit')
    } finally {
      late.release()
    }
    expect(await catchUpTallies(plan)).toBe(20)
    expect(asText(await listTallies('w1'))).toEqual(asText(tally(people.slice(0, 20))))
  })

  it('counts every answer once when many pages ask at the same time', async () => {
    const wave = await makeWaveOfTwo()
    await storePeople(wave, people)
    const added = await Promise.all(Array.from({ length: 6 }, () => catchUpTallies(plan)))
    expect(added.reduce((sum, n) => sum + n, 0)).toBe(people.length)
    expect(asText(await listTallies('w1'))).toEqual(asText(tally(people)))
  })

  it('counts from the beginning when the layout is another one', async () => {
    const wave = await makeWaveOfTwo()
    await storePeople(wave, people)
    await catchUpTallies(plan)
    const wider = tallyLayout(
      codebook.map((one) =>
        one.kind === 'number' ? one : { ...one, values: [...one.values, ...extraValue] },
      ),
    )
    await catchUpTallies({ ...plan, layout: 'two', size: wider.size, count: makeCounter(wider) })
    const tallies = await listTallies('w1')
    expect(tallies.reduce((sum, { n }) => sum + n, 0)).toBe(people.length)
    expect(tallies[0]!.counts.length).toBe(wider.size)
  })

  it('leaves counts and state alone when a row cannot be counted', async () => {
    const wave = await makeWaveOfTwo()
    await storePeople(wave, people)
    await catchUpTallies(plan)
    const before = asText(await listTallies('w1'))
    await storePeople(wave, [{ ...people[0]!, coded: [1, 2, 3, 4, 77, 5] }])
    await expect(catchUpTallies(plan)).rejects.toThrow('Column knows cannot hold the code 77')
    expect(asText(await listTallies('w1'))).toEqual(before)
  })

  it('goes with its wave', async () => {
    const wave = await makeWaveOfTwo()
    await catchUpTallies({ ...plan, waveId: wave.id })
    await database().prisma.wave.delete({ where: { id: 'w1' } })
    expect(await database().prisma.tallyState.count()).toBe(0)
  })
})

const extraValue = [{ value: 6, code: 6, label: { vi: 'Mức 6', en: 'Level 6' }, isDontKnow: false }]

async function insertOne(
  client: { query: (text: string, values: unknown[]) => Promise<unknown> },
  wave: { id: string; formId: number },
  person: Person,
) {
  await client.query(
    `insert into "Response" ("unitId", "waveId", receipt, "formId", day, mode, place, collector, entry, language, cluster, stratum, weight, answers, coded)
     values ($1, $2, gen_random_uuid(), $3, '2026-06-15', $4, $9, $10, $11, 'vi', $5, $6, $7, '{}', $8)`,
    [
      person.unit,
      wave.id,
      wave.formId,
      person.mode,
      person.cluster,
      person.stratum,
      person.weight,
      person.coded,
      person.place,
      person.collector,
      person.entry,
    ],
  )
}

it('sums answers by unit and mode', async () => {
  const wave = await makeWaveOfTwo()
  await storePeople(wave, people)
  await catchUpTallies(plan)
  const counts = await listAnswerCounts('w1')
  const self = people.filter(({ unit, mode }) => unit === 'b' && mode === 'self').length
  expect(counts).toContainEqual({ unit: 'b', mode: 'self', n: self })
  expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(people.length)
})
