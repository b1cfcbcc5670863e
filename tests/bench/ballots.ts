// Secret ballots through HTTP: invitations signed and ballots cast in a second, in groups of 25 and 500 (every one of them
// writes all rows of its group anew), and what the protocol adds to the page. Blinding is done before, on no server's time.
import { randomUUID } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type BallotToCast, ballotClient, type OpenedInvitation } from '#lib/ballots/ballot-client'
import { type BlindState, blindToken } from '#lib/ballots/blind-token'
import { connectDatabase, disconnectDatabase } from '#lib/db/client'
import { makeDefinition, makeUnit } from '../support/make'
import { makeBallotWave, settleKeys } from '../support/make-ballot-wave'
import { startFrontDoor } from '../support/start-front-door'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

export const name = 'ballots'

const answers = { used: 0, channels: ['loa'], code: 'AB1', areas: ['x', 'y'], place: { village: 'Bình' } }
const voters = 100

export async function run() {
  settleKeys()
  const server = await startFrontDoor({ NO_SAMPLE_DATA: '1' })
  connectDatabase(server.databaseUrl, 4)
  try {
    const rows = []
    for (const people of [25, 500])
      for (const clients of [1, 8]) rows.push(await measure(server.port, people, clients))
    return [...rows, await scriptSize()]
  } finally {
    await disconnectDatabase()
    await server.stop()
  }
}

/** `voters` people of groups of this size vote, so many at once. */
async function measure(port: number, people: number, clients: number) {
  const body = { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never
  const form = await makeDefinition({ slug: `bench-${randomUUID().slice(0, 8)}`, body })
  const units: string[] = []
  for (let made = 0; made < Math.max(1, voters / people); made++) units.push((await makeUnit()).id)
  const { groups } = await makeBallotWave({ formId: form.id, units, people })
  const client = ballotClient(fetch, `http://127.0.0.1:${port}`)
  const codes = groups.flatMap((group) => group.codes).slice(0, voters)
  const opened: { code: string; invitation: OpenedInvitation; state: BlindState }[] = []
  for (const code of codes) {
    const invitation = await client.openInvitation(code)
    opened.push({ code, invitation, state: await blindToken(invitation.publicKey) })
  }
  const ballots: BallotToCast[] = []
  const signing = await inParallel(clients, opened, async ({ code, state, invitation }) => {
    const { wave, unit, stratum, form: formName } = invitation
    const token = await client.sign(code, state)
    const rest = { receipt: randomUUID(), language: 'vi', answers }
    ballots.push({ ...token, ...rest, wave, unit, stratum, form: formName })
  })
  const casting = await inParallel(clients, ballots, (ballot) => client.cast(ballot))
  return {
    'people in a group': people,
    clients,
    'signed per second': Math.round(opened.length / signing),
    'cast per second': Math.round(ballots.length / casting),
  }
}

/** Seconds for all items, so many at once. */
async function inParallel<Item>(
  clients: number,
  items: Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const waiting = [...items]
  const start = performance.now()
  const drain = async () => {
    for (let item = waiting.pop(); item; item = waiting.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: clients }, drain))
  return (performance.now() - start) / 1000
}

async function scriptSize() {
  const contents =
    "export * from '#lib/ballots/ballot-client'; export * from '#lib/ballots/ballot-key'; export * from '#lib/ballots/blind-token'"
  const built = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  const script = Buffer.from(built.outputFiles[0]!.contents)
  return {
    script: 'protocol',
    gzip: gzipSync(script, { level: 9 }).length,
    br: brotliCompressSync(script).length,
  }
}
