// A million answers as CSV, through the very flow and writer of the download, beside PostgreSQL's own COPY of the same
// columns read by the same Node process: in the order of the table, and in the shuffled order that the download needs.
import { database } from '#lib/db/client'
import { csv } from '#lib/exports/csv'
import { exportResponses } from '#lib/flows/export-responses'
import { streamText } from '../../app/export/stream-text'
import { makeActor } from '../support/make'
import { addAnswers, makeBenchWave, withAnswersDatabase } from './answers-database'

export const name = 'csv-export'

const ANSWERS = 1_000_000
const WAVE = 'bench-export'
const MEBIBYTE = 1 << 20

export function run() {
  return withAnswersDatabase(async () => {
    await makeBenchWave(WAVE)
    await addAnswers(WAVE, ANSWERS)
    await database().pool.query('vacuum analyze "Response"')
    await copyOut('') // warms the cache of files for all
    const plain = await measure('COPY, order of the table', () => copyOut(''))
    const shuffled = await measure('COPY, shuffled', () =>
      copyOut('order by hashtextextended(receipt::text, 42)'),
    )
    const download = await measure('download as CSV, shuffled', drainDownload)
    return [plain, shuffled, download].map((row) => ({
      ...row,
      'times COPY': round(row.seconds / plain.seconds),
      'times COPY shuffled': round(row.seconds / shuffled.seconds),
    }))
  })
}

async function measure(what: string, work: () => Promise<number>) {
  const start = performance.now()
  const base = process.memoryUsage().rss
  let peak = base
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const bytes = await work().finally(() => clearInterval(watch))
  const taken = (performance.now() - start) / 1000
  return {
    what,
    rows: ANSWERS,
    'MiB written': Math.round(bytes / MEBIBYTE),
    seconds: round(taken),
    'rows per second': Math.round(ANSWERS / taken),
    'memory peak (MiB)': Math.round(peak / MEBIBYTE),
    'of which added (MiB)': Math.round((peak - base) / MEBIBYTE),
  }
}

async function drainDownload(): Promise<number> {
  const table = await exportResponses(makeActor({ role: 'analyst' }), { wave: WAVE })
  let bytes = 0
  for await (const chunk of streamText(csv.write(table)) as unknown as AsyncIterable<Uint8Array>)
    bytes += chunk.length
  return bytes
}

/** Reads COPY ... TO STDOUT through pg, which has no call of its own for it. Returns the bytes. */
async function copyOut(order: string): Promise<number> {
  const client = await database().pool.connect()
  await client.query(`set work_mem = '64MB'`)
  try {
    return await new Promise<number>((resolve, reject) => {
      let bytes = 0
      const ignore = () => {}
      client.query({
        submit: (connection: { query(text: string): void }) =>
          connection.query(
            `copy (select "waveId", "unitId", stratum, cluster, weight, day, mode, language, array_to_string(coded, ',')
             from "Response" where "waveId" = '${WAVE}' ${order}) to stdout (format csv)`,
          ),
        handleCopyData: (message: { chunk: Buffer }) => {
          bytes += message.chunk.length
        },
        handleCommandComplete: ignore,
        handleReadyForQuery: () => resolve(bytes),
        handleError: reject,
      } as never)
    })
  } finally {
    client.release(true)
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
