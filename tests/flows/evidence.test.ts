import { createHash, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { attachEvidence } from '#lib/flows/attach-evidence'
import { loadRoundSheet } from '#lib/flows/load-round-sheet'
import { openEvidence } from '#lib/flows/open-evidence'
import { removeEvidence } from '#lib/flows/remove-evidence'
import { makeActor } from '../support/make'
import { type MadeRound, makeRound } from '../support/make-round'

const commune = makeActor({ role: 'commune', unitId: 'round-unit' })
let made: MadeRound
const line = () => ({ round: made.round, unit: made.unit, criterion: 'tasks' })
const pdf = (size = 100) => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]))
const attach = (name: string, bytes = pdf()) => attachEvidence(commune, line(), { name, bytes })
const held = async () => {
  const { sheet } = await loadRoundSheet(commune, { round: made.round, unit: made.unit })
  return sheet.lines.get('tasks')!.evidence
}

beforeEach(async () => {
  made = await makeRound()
})

describe('evidence of a criterion', () => {
  it('is kept in the database, whatever its size, and comes back byte for byte', async () => {
    const bytes = pdf(3 * 1024 * 1024)
    const { id, sha256, size } = await attach('Báo cáo số 12.pdf', bytes)
    expect([size, sha256]).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')])
    const { file, parts } = await openEvidence(commune, { unit: made.unit, id })
    const read: Uint8Array[] = []
    for await (const part of parts) read.push(part)
    expect([file.name, read.length]).toEqual(['Báo cáo số 12.pdf', 4])
    expect(Buffer.concat(read).equals(bytes)).toBe(true)
  })

  it('is refused when it is no document, is there already, or is one too many; nothing is stored then', async () => {
    const page = new TextEncoder().encode('<html>')
    await expect(attach('a.pdf', page)).rejects.toMatchObject({ code: 'file_refused' })
    const bytes = pdf()
    await attach('a.pdf', bytes)
    await expect(attach('b.pdf', bytes)).rejects.toThrow(/there already, called “a.pdf”/)
    for (let count = 1; count < 10; count++) await attach(`${count}.pdf`)
    await expect(attach('11.pdf')).rejects.toMatchObject({ details: { refusal: 'too-many-files' } })
    expect(await held()).toHaveLength(10)
    expect(await database().prisma.evidenceFile.count()).toBe(10)
  })

  it('can be taken out before handing in: the bytes go, the history keeps name and hash', async () => {
    const { id, sha256 } = await attach('danh sách có số điện thoại.pdf')
    await removeEvidence(commune, { ...line(), fileId: id, reason: 'có dữ liệu cá nhân' })
    expect(await held()).toEqual([])
    expect(await database().prisma.evidencePart.count()).toBe(0)
    await expect(openEvidence(commune, { unit: made.unit, id })).rejects.toMatchObject({ code: 'not_found' })
    const { events } = await loadRoundSheet(commune, { round: made.round, unit: made.unit })
    expect(events).toMatchObject([
      { file: { sha256 } },
      { kind: 'remove-evidence', reason: 'có dữ liệu cá nhân' },
    ])
  })

  it('cannot be taken out or replaced once the unit has handed in, not even in the database', async () => {
    made = await makeRound({ units: ['round-unit'] })
    const { id } = await attach('a.pdf')
    const run = (sql: string) => database().pool.query(sql)
    await run(
      `insert into "RoundEvent" ("unitId", "roundId", number, "actorId", "actorName", kind, step, details) values ('round-unit', '${made.round}', 2, 'x', 'x', 'submit', 'appraisal', '{}')`,
    )
    const removal = removeEvidence(commune, { ...line(), fileId: id, reason: 'đổi ý' })
    await expect(removal).rejects.toMatchObject({ details: { refusal: 'wrong-step' } })
    await expect(run('delete from "EvidencePart"')).rejects.toThrow(/handed in/)
    await expect(run(`update "EvidencePart" set bytes = 'x'`)).rejects.toThrow(/refused/)
    await expect(run('delete from "EvidenceFile"')).rejects.toThrow(/refused/)
    expect(await database().prisma.evidencePart.count()).toBe(1)
  })
})
