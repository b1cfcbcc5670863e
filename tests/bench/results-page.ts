// What a page of results waits for, at ten thousand to a million answers: the first count of a wave from zero, a page when
// nothing is new, a page after a thousand new answers; beside it the same figures straight from the answers in SQL.
import { database } from '#lib/db/client'
import { loadResults } from '#lib/flows/load-results'
import { makeActor } from '../support/make'
import { addAnswers, makeBenchWave, withAnswersDatabase } from './answers-database'

export const name = 'results-page'

const SIZES = [10_000, 100_000, 1_000_000]
const REPEATS = 9

export function run() {
  return withAnswersDatabase(async () => {
    const rows = []
    for (const size of SIZES) rows.push(await measure(size))
    return rows
  })
}

async function measure(size: number) {
  const wave = `bench-${size}`
  await makeBenchWave(wave)
  await addAnswers(wave, size)
  await database().pool.query('vacuum analyze "Response"')
  const page = () => loadResults(makeActor({ role: 'district' }), { index: 'sipas.v1', wave })
  const first = await seconds(page)
  const warm = await median(page)
  await addAnswers(wave, 1_000)
  const afterNew = await seconds(page)
  const scan = await median(() => scanAnswers(wave), 3)
  return {
    answers: size,
    'first count (s)': round(first),
    'answers counted per second': Math.round(size / first),
    'page, nothing new (ms)': round(warm * 1000),
    'page, 1000 new (ms)': round(afterNew * 1000),
    'SQL over all answers (ms)': round(scan * 1000),
    'page as share of SQL': round(warm / scan),
  }
}

/** Share satisfied with five questions by unit, counted by PostgreSQL from the coded answers. */
function scanAnswers(wave: string) {
  return database().pool.query(
    `select "unitId", place, sum(weight) filter (where code in (4, 5)) / sum(weight) filter (where code between 1 and 5)
     from "Response", unnest(coded[10:30]) with ordinality as answer (code, place) where "waveId" = $1 group by 1, 2`,
    [wave],
  )
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function median(work: () => Promise<unknown>, repeats = REPEATS): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < repeats; run++) times.push(await seconds(work))
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)]!
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
