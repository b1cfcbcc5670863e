import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { appendLeaves, type Batch } from '#lib/db/append-leaves'
import { database } from '#lib/db/client'
import { findLastHead, listHeads, listLeaves, loadHashes } from '#lib/db/ledger'
import { fromBase64url, toBase64url } from '#lib/ledger/base64url'
import { isHeadSigned } from '#lib/ledger/head'
import { answerLeaf, waveLeaf } from '#lib/ledger/leaf'
import { consistencyProof, hashesOf, inclusionProof, rootHash } from '#lib/ledger/merkle-tree'
import { makeLedgerKey, openLedgerKey } from '#lib/ledger/signing-key'
import { isConsistent, rootFromInclusion } from '#lib/ledger/verify-proof'
import { makeResponse, makeWave } from '../support/make'

const signer = openLedgerKey(makeLedgerKey())
const form = 'citizen-satisfaction.v1'
type Made = Awaited<ReturnType<typeof makeWave>>

function batchOf({ id }: Made, given: Partial<Batch> = {}): Batch {
  const wave = { id, form, secrecy: 'open' }
  return { wave, day: '2026-11-23', takes: 'answers', isFinal: false, signer, ...given }
}

/** Stores n answers at once; returns nothing, their leaves follow from the rows. */
async function store(wave: Made, n: number) {
  await database().pool.query(
    `insert into "Response" ("unitId", "waveId", receipt, "formId", day, mode, entry, language, answers, coded)
     select $1, $2, gen_random_uuid(), $3, '2026-11-22', 'self', 'open', 'vi', jsonb_build_object('n', number), '{}'
     from generate_series(1, $4) as number`,
    [wave.units[0]!.unitId, wave.id, wave.formId, n],
  )
}

const leavesOf = async (wave: Made) => {
  const size = (await findLastHead(wave.id))?.size ?? 0
  return (await listLeaves(wave.id, 0, size + 10)).map((leaf) => fromBase64url(leaf)!)
}

describe('appendLeaves', () => {
  it('begins with the leaf of the wave, then takes every answer in, sorted, under a signed head', async () => {
    const wave = await makeWave()
    expect(await appendLeaves(batchOf(wave, { takes: 'keys' }))).toMatchObject({ size: 1 })
    const receipt = await makeResponse(wave, { answers: { q: 'Tốt', n: 1.5 } })
    await store(wave, 40)
    const head = (await appendLeaves(batchOf(wave)))!
    expect(head).toMatchObject({ wave: wave.id, size: 42, day: '2026-11-23', key: signer.key })
    expect(isHeadSigned(head)).toBe(true)
    const leaves = await listLeaves(wave.id, 0, 100)
    expect(leaves[0]).toBe(waveLeaf({ wave: wave.id, form, secrecy: 'open', keys: [] }))
    expect(leaves.slice(1)).toEqual(leaves.slice(1).sort())
    const facts = {
      wave: wave.id,
      unit: wave.units[0]!.unitId,
      receipt,
      form,
      language: 'vi',
      mode: 'self',
    } as const
    const rest = { place: '', collector: '', entry: 'open', batch: '', cluster: '', stratum: '' } as const
    const answers = { n: 1.5, q: 'Tốt' }
    const leaf = answerLeaf({ ...facts, ...rest, weight: 1, day: '2026-06-15', isLate: false, answers })
    expect(leaves).toContain(leaf)
    expect(head.root).toBe(toBase64url(rootHash(hashesOf(await leavesOf(wave)), 42)))
    expect(await listHeads(wave.id)).toHaveLength(2)
  })

  it('adds nothing and signs nothing when nothing is new', async () => {
    const wave = await makeWave()
    await store(wave, 3)
    await appendLeaves(batchOf(wave))
    expect(await appendLeaves(batchOf(wave))).toBeNull()
    expect(await listHeads(wave.id)).toHaveLength(2) // the keys and the answers
  })

  it('appends once however many runs there are at the same time', async () => {
    const wave = await makeWave()
    await store(wave, 300)
    const heads = await Promise.all(Array.from({ length: 6 }, () => appendLeaves(batchOf(wave))))
    expect(heads.filter((head) => head !== null)).toHaveLength(1)
    expect(await leavesOf(wave)).toHaveLength(301)
  })

  it('leaves nothing behind when it is killed between the leaves and the head', async () => {
    const wave = await makeWave()
    await appendLeaves(batchOf(wave))
    await store(wave, 20)
    const dying = {
      key: signer.key,
      sign: () => {
        throw new Error('killed')
      },
    }
    await expect(appendLeaves(batchOf(wave, { signer: dying }))).rejects.toThrow('killed')
    expect(await leavesOf(wave)).toHaveLength(1)
    expect(await appendLeaves(batchOf(wave))).toMatchObject({ size: 21 })
  })

  it('does not miss an answer whose transaction began earlier and committed later', async () => {
    const wave = await makeWave()
    const slow = await database().pool.connect()
    await slow.query('begin')
    await slow.query('select pg_current_xact_id()')
    await store(wave, 5)
    expect(await appendLeaves(batchOf(wave))).toMatchObject({ size: 1 })
    await slow.query('commit')
    slow.release()
    expect(await appendLeaves(batchOf(wave))).toMatchObject({ size: 6 })
  })

  it('keeps roots of whole blocks from which proofs of any leaf and any two heads follow', async () => {
    const wave = await makeWave()
    const sizes: number[] = []
    for (const n of [250, 5, 1, 700, 600]) {
      await store(wave, n)
      sizes.push((await appendLeaves(batchOf(wave)))!.size)
    }
    const leaves = await leavesOf(wave)
    const size = sizes.at(-1)!
    const root = rootHash(hashesOf(leaves), size)
    expect(toBase64url(root)).toBe((await findLastHead(wave.id))!.root)
    expect(await database().prisma.ledgerNode.count()).toBe(Math.floor(size / 256))
    for (const index of [0, 1, 255, 256, 511, 956, 1023, size - 1]) {
      const proof = inclusionProof(await loadHashes(wave.id, [index, size]), index, size)
      expect(rootFromInclusion(leaves[index]!, index, size, proof)).toEqual(root)
    }
    for (const earlier of sizes) {
      const proof = consistencyProof(await loadHashes(wave.id, [earlier - 1, earlier, size]), earlier, size)
      const before = rootHash(hashesOf(leaves), earlier)
      expect(isConsistent([earlier, before], [size, root], proof)).toBe(true)
    }
  })

  it('logs ballots by the leaf that was promised, and not again when they come out of the box', async () => {
    const wave = await makeWave({ audience: 'delegates', secrecy: 'ballot' })
    const unitId = wave.units[0]!.unitId
    await database().prisma.ballotGroup.create({ data: { unitId, waveId: wave.id, publicKey: 'k' } })
    const receipt = randomUUID()
    const facts = {
      wave: wave.id,
      unit: unitId,
      receipt,
      form,
      language: 'vi',
      mode: 'self',
      place: '',
    } as const
    const rest = { collector: '', entry: 'open', batch: '', cluster: '', stratum: '', weight: 1 } as const
    const leaf = answerLeaf({ ...facts, ...rest, day: '2026-06-15', isLate: false, answers: { a: 1 } })
    const ballot = { unitId, waveId: wave.id, formId: wave.formId, language: 'vi', coded: [], receipt, leaf }
    await database().prisma.ballot.create({ data: { ...ballot, tokenHash: 't', answers: { a: 1 } } })
    const batch = batchOf(wave, { wave: { id: wave.id, form, secrecy: 'ballot' } })
    expect(await appendLeaves(batch)).toMatchObject({ size: 2 })
    expect(await listLeaves(wave.id, 0, 9)).toEqual([
      waveLeaf({
        wave: wave.id,
        form,
        secrecy: 'ballot',
        keys: [{ unit: unitId, stratum: '', publicKey: 'k' }],
      }),
      leaf,
    ])
    await database().prisma.ballot.deleteMany()
    await makeResponse(wave, { receipt, answers: { a: 1 } })
    expect(await appendLeaves(batch)).toBeNull()
  })
})

describe('the tables of the log', () => {
  it('refuse to change, to lose and to skip a leaf, a head or a kept root', async () => {
    const wave = await makeWave()
    await store(wave, 300)
    await appendLeaves(batchOf(wave))
    const refused = [
      `update "LedgerLeaf" set hash = repeat('A', 43) where "index" = 3`,
      `delete from "LedgerLeaf" where "index" = 300`,
      `truncate "LedgerLeaf"`,
      `update "LedgerHead" set size = 5`,
      `delete from "LedgerHead"`,
      `update "LedgerNode" set hash = repeat('A', 43)`,
      `delete from "LedgerNode"`,
      `insert into "LedgerLeaf" values ('${wave.id}', 302, repeat('B', 43))`,
      `insert into "LedgerLeaf" select '${wave.id}', 301, hash from "LedgerLeaf" where "index" = 7`,
      `insert into "LedgerLeaf" values ('${wave.id}', 301, 'short')`,
    ]
    for (const sql of refused) await expect(database().pool.query(sql), sql).rejects.toThrow()
    await database().pool.query(`insert into "LedgerLeaf" values ($1, 301, repeat('C', 43))`, [wave.id])
  })

  it('let the log of a sample wave go with it', async () => {
    const wave = await makeWave({ isSample: true })
    await store(wave, 300)
    await appendLeaves(batchOf(wave))
    for (const table of ['LedgerHead', 'LedgerNode', 'LedgerLeaf'])
      await database().pool.query(`delete from "${table}" where "waveId" = $1`, [wave.id])
    expect(await leavesOf(wave)).toEqual([])
  })
})
