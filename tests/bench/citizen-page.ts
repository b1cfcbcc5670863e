// What a citizen's phone has to load: bytes on the wire and requests of the first view, of the script, and of a whole
// visit with its answer, for every form of surveys/. Bytes are exact; a test holds the budget.
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { startFrontDoor } from '../support/start-front-door'

export const name = 'citizen-page'

const folder = new URL('../../surveys/forms/', import.meta.url)

export async function run() {
  const server = await startFrontDoor({ NO_SAMPLE_DATA: '1' })
  const pool = new pg.Pool({ connectionString: server.databaseUrl })
  pool.on('error', () => {}) // the server is stopped under idle connections
  try {
    const slugs = readdirSync(folder).map(
      (file) =>
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
          slug: string
          version: number
          audience: string
        },
    )
    const rows = []
    for (const form of slugs.filter(({ audience }) => audience === 'citizens'))
      for (const encoding of ['gzip', 'br'])
        rows.push(
          await measure(server.port, await makeWave(pool, form), `${form.slug}.v${form.version}`, encoding),
        )
    return rows
  } finally {
    await pool.end()
    await server.stop()
  }
}

async function measure(port: number, path: string, form: string, encoding: string) {
  const get = async (address: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, {
      headers: { 'accept-encoding': encoding },
    })
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
    return { bytes: Number(response.headers.get('content-length')), text: await response.text() }
  }
  const page = await get(path)
  const addresses = [...page.text.matchAll(/<(?:script|link|img)[^>]*(?:src|href)="(\/[^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  const parts = await Promise.all(addresses.map(get))
  const script = parts.reduce((sum, part) => sum + part.bytes, 0)
  return {
    form,
    encoding,
    'first view bytes': page.bytes,
    'requests before the first question': 1,
    'script bytes, later and once': script,
    'requests in all': 1 + addresses.length,
    'bytes in all': page.bytes + script,
    'bytes uncompressed': Buffer.byteLength(page.text),
  }
}

async function makeWave(
  pool: pg.Pool,
  { slug, version }: { slug: string; version: number },
): Promise<string> {
  const id = `bench-${slug}`
  await pool.query(
    `insert into "Unit" (id, code, name, "nameEn", level, "validFrom") values ('bench-unit', 'bench', 'Xã Phước Hậu', 'Phuoc Hau', 'commune', '2009-01-01') on conflict do nothing`,
  )
  await pool.query(
    `insert into "Wave" (id, title, "titleEn", "formId", audience, design, modes, entries, "periodStart", "periodEnd", "opensAt", "closesAt")
     select $1, 'Đợt khảo sát thường niên', 'Yearly wave', id, 'citizens', 'none', '{self}', '{open}', '2020-01-01', '2099-01-01', '2020-01-01', '2099-01-01'
     from "Definition" where kind = 'form' and slug = $2 and version = $3 on conflict do nothing`,
    [id, slug, version],
  )
  await pool.query(
    'insert into "WaveUnit" ("waveId", "unitId", target) values ($1, $2, 0) on conflict do nothing',
    [id, 'bench-unit'],
  )
  return `/s/${id}?u=bench-unit`
}
