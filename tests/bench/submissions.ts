// Durable submissions per second: answers of the satisfaction form through HTTP, check and all, against a raw `pg` insert
// of the same row in the same run. A PostgreSQL of its own with fsync on; the clients share this machine's cores.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { sampleAnswers } from '#lib/surveys/sample-answers'
import { startFrontDoor } from '../support/start-front-door'

export const name = 'submissions'

const seconds = 4
const clients = [1, 8, 32]
const unit = 'bench-unit'
const wave = 'bench-wave'

export async function run() {
  const server = await startFrontDoor({ NO_SAMPLE_DATA: '1' })
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 32 })
  pool.on('error', () => {}) // the server is stopped under idle connections
  try {
    return await measure(server.port, pool)
  } finally {
    await pool.end()
    await server.stop()
  }
}

async function measure(port: number, pool: pg.Pool) {
  const formId = await makeWave(pool)
  const { rows } = await pool.query<{ body: { form: unknown } }>(
    'select body from "Definition" where id = $1',
    [formId],
  )
  const compiled = compileForm(rows[0]?.body.form)
  const random = xoroshiro128plus(2026)
  const bodies = Array.from({ length: 500 }, () => {
    const answers = sampleAnswers(compiled, random)
    return { text: JSON.stringify(answers), coded: codeAnswers(compiled, answers) }
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const submit = (turn: number) => post(agent, port, bodies[turn % bodies.length]!.text)
  const insert = (turn: number) => insertRow(pool, formId, bodies[turn % bodies.length]!)
  await rate(8, 1.5, submit) // warm up
  await rate(8, 1.5, insert)
  const table = []
  for (const count of clients) {
    const raw = await rate(count, seconds, insert)
    const http = await rate(count, seconds, submit)
    table.push({
      clients: count,
      'submissions/s': Math.round(http.perSecond),
      'p50 ms': round(http.median),
      'p97.5 ms': round(http.late),
      'raw pg inserts/s': Math.round(raw.perSecond),
      'ratio to raw': round(http.perSecond / raw.perSecond),
      'kB per answer': round(Buffer.byteLength(bodies[0]!.text) / 1024),
    })
  }
  agent.destroy()
  const stored = await pool.query<{ n: number }>('select count(*)::int as n from "Response"')
  const expected = sent.http + sent.raw
  if (stored.rows[0]?.n !== expected) throw new Error(`${expected} acknowledged, ${stored.rows[0]?.n} stored`)
  return table
}

const sent = { http: 0, raw: 0 }
const round = (value: number) => Math.round(value * 100) / 100

/** Runs `work` over and over in `count` loops for some seconds. */
async function rate(count: number, time: number, work: (turn: number) => Promise<void>) {
  const times: number[] = []
  const start = performance.now()
  const end = start + time * 1000
  const loop = async (own: number) => {
    for (let turn = own; performance.now() < end; turn += count) {
      const before = performance.now()
      await work(turn)
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: count }, (_, own) => loop(own)))
  const elapsed = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: times.length / elapsed, median: at(0.5), late: at(0.975) }
}

function post(agent: Agent, port: number, answers: string): Promise<void> {
  const body = `{"wave":"${wave}","unit":"${unit}","receipt":"${randomUUID()}","answers":${answers}}`
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sending = request(
      { agent, port, host: '127.0.0.1', path: '/api/answers', method: 'POST', headers },
      (reply) => {
        reply.resume()
        reply.once('end', () => {
          if (reply.statusCode !== 201) return reject(new Error(`answered ${reply.statusCode}`))
          sent.http += 1
          resolve()
        })
      },
    )
    sending.once('error', reject)
    sending.end(body)
  })
}

async function insertRow(
  pool: pg.Pool,
  formId: number,
  { text, coded }: { text: string; coded: number[] },
): Promise<void> {
  await pool.query({
    name: 'raw-insert',
    text: `insert into "Response" ("unitId", "waveId", "receipt", "formId", "day", "mode", "language", "cluster", "stratum",
      "weight", "answers", "coded", "entry") values ($1, $2, $3, $4, $5, 'self', 'vi', '', '', 1, $6, $7, 'open')`,
    values: [unit, wave, randomUUID(), formId, '2026-06-15', text, coded],
  })
  sent.raw += 1
}

async function makeWave(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `select id from "Definition" where kind = 'form' and slug = 'citizen-satisfaction' order by version desc limit 1`,
  )
  const formId = rows[0]?.id ?? 0
  await pool.query(
    `insert into "Unit" (id, code, name, "nameEn", level, "validFrom") values ($1, $1, 'Xã', 'Commune', 'commune', '2009-01-01')`,
    [unit],
  )
  await pool.query(
    `insert into "Wave" (id, title, "titleEn", "formId", audience, design, modes, entries, "periodStart", "periodEnd", "opensAt", "closesAt")
     values ($1, 'Đo tốc độ', 'Bench', $2, 'citizens', 'none', '{self}', '{open}', '2020-01-01', '2099-01-01', '2020-01-01', '2099-01-01')`,
    [wave, formId],
  )
  await pool.query('insert into "WaveUnit" ("waveId", "unitId", target) values ($1, $2, 0)', [wave, unit])
  return formId
}
