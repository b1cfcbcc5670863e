// Reading a folder: nothing stops at the first fault, nothing broken is let through.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadDefinitions, readDefinition } from '#lib/definitions/load-definitions'
import { smallForm, smallIndex, smallUnits } from './small-definitions'

async function folderWith(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'surveys-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

const index = { ...smallIndex(), criteria: [{ ...smallIndex().criteria[0]!, weight: 1, area: undefined }] }

test('definitions come in publishing order, with versions in order of number', async () => {
  const folder = await folderWith({
    'indexes/small.v1.json': JSON.stringify(index),
    'forms/small.v10.json': JSON.stringify({ ...smallForm(), version: 10 }),
    'forms/small.v2.json': JSON.stringify({ ...smallForm(), version: 2 }),
    'units/small.v1.json': JSON.stringify(smallUnits()),
    'forms/notes.txt': 'not a definition',
  })
  const { definitions, faults } = await loadDefinitions(folder)
  expect(faults).toEqual([])
  expect(definitions.map((one) => one.file)).toEqual([
    'units/small.v1.json',
    'forms/small.v2.json',
    'forms/small.v10.json',
    'indexes/small.v1.json',
  ])
})

test('broken JSON, a wrong shape and a failed cross-check in three files are reported together', async () => {
  const folder = await folderWith({
    'forms/small.v1.json': '{ "slug": "small", ',
    'units/small.v1.json': JSON.stringify({ ...smallUnits(), levels: [], extra: 1 }),
    'indexes/small.v2.json': JSON.stringify(index),
  })
  const { definitions, faults } = await loadDefinitions(folder)
  expect(definitions.map((one) => one.file)).toEqual(['indexes/small.v2.json'])
  expect(faults.map((fault) => `${fault.file} ${fault.code}`)).toEqual([
    'units/small.v1.json wrong_shape',
    'units/small.v1.json wrong_shape',
    'forms/small.v1.json broken_json',
    'indexes/small.v2.json file_name',
    'indexes/small.v2.json unknown_form',
  ])
})

test('the same version in two files is named in both', async () => {
  const folder = await folderWith({
    'forms/small.v1.json': JSON.stringify(smallForm()),
    'forms/copy.v1.json': JSON.stringify(smallForm()),
  })
  const { faults } = await loadDefinitions(folder)
  expect(faults.map((fault) => `${fault.file} ${fault.code}`)).toEqual([
    'forms/copy.v1.json file_name',
    'forms/copy.v1.json duplicate_version',
    'forms/small.v1.json duplicate_version',
  ])
})

test('an unknown or missing member of a file is named with its place', () => {
  const { consent: _consent, ...form } = smallForm()
  const { faults } = readDefinition('form', 'forms/small.v1.json', JSON.stringify({ ...form, colour: 'red' }))
  expect(faults.map((fault) => fault.where)).toContain('consent')
  expect(faults.map((fault) => fault.en).join()).toContain('colour')
})

test('the hash does not depend on the spacing of the file', () => {
  const plain = readDefinition('form', 'forms/small.v1.json', JSON.stringify(smallForm()))
  const spaced = readDefinition('form', 'forms/small.v1.json', JSON.stringify(smallForm(), null, 4))
  expect(plain.definition?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(spaced.definition?.hash).toBe(plain.definition?.hash)
})
