import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { publish, surveysFolder } from '../../prisma/publish'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-surveys-'))
  await cp(surveysFolder, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Rewrites one file of the copy. */
async function edit(file: string, change: (body: Record<string, unknown>) => object, as = file) {
  const body = JSON.parse(await readFile(join(folder, file), 'utf8'))
  await writeFile(join(folder, as), JSON.stringify(change(body)))
}

describe('publishing surveys/', () => {
  it('finds nothing to do on a database that has it all', async () => {
    expect(await publish()).toEqual([])
  })

  it('has filled the units with their parents, dates and lineage', async () => {
    const unit = await database().prisma.unit.findUniqueOrThrow({
      where: { id: '22870-1' },
      include: { parent: true, successors: true },
    })
    expect(unit.parent?.level).toBe('district')
    expect(unit.validTo?.toISOString().slice(0, 10)).toBe('2025-06-30')
    expect(unit.successors.length).toBeGreaterThan(0)
  })

  it('adds a new version beside the old one', async () => {
    await edit('forms/awareness.v1.json', (body) => ({ ...body, version: 2 }), 'forms/awareness.v2.json')
    expect(await publish(folder)).toEqual(['forms/awareness.v2.json'])
    const versions = await database().prisma.definition.findMany({
      where: { slug: 'awareness', kind: 'form' },
    })
    expect(versions.map((row) => row.version).sort()).toEqual([1, 2])
  })

  it('refuses a published version that reads differently now, naming the file, and writes nothing', async () => {
    await edit('forms/awareness.v1.json', (body) => ({ ...body, title: { vi: 'Khác', en: 'Other' } }))
    await edit('forms/awareness.v1.json', (body) => ({ ...body, version: 3 }), 'forms/awareness.v3.json')
    const before = await database().prisma.definition.count()
    await expect(publish(folder)).rejects.toMatchObject({
      code: 'definition_changed',
      details: { file: 'forms/awareness.v1.json' },
    })
    expect(await database().prisma.definition.count()).toBe(before)
  })

  it('does not mind another order of members or other spacing', async () => {
    await edit('forms/awareness.v1.json', (body) => Object.fromEntries(Object.entries(body).reverse()))
    expect(await publish(folder)).toEqual([])
  })

  it('names every fault of every file at once', async () => {
    await edit('forms/awareness.v1.json', ({ title, ...rest }) => rest)
    await writeFile(join(folder, 'indexes/sipas.v1.json'), '{')
    await expect(publish(folder)).rejects.toThrow(
      /forms\/awareness\.v1\.json title[\s\S]*indexes\/sipas\.v1\.json|indexes\/sipas\.v1\.json[\s\S]*forms\/awareness\.v1\.json title/,
    )
  })
})
