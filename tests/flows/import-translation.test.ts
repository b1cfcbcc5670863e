import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { attachMedia } from '#lib/flows/attach-media'
import { exportTranslation } from '#lib/flows/export-translation'
import { type ImportTranslationInput, importTranslation } from '#lib/flows/import-translation'
import { loadMedia } from '#lib/flows/load-media'
import { loadTranslation } from '#lib/flows/load-translation'
import { forgetWave, recallWave } from '#lib/flows/recall-wave'
import { setWaveLanguages } from '#lib/flows/set-wave-languages'
import { makeActor, makeWave } from '../support/make'

const form = { slug: 'citizen-satisfaction', version: 1 }
const officer = makeActor({ role: 'district' })
const throwsCode = (promise: Promise<unknown>, code: string) =>
  expect(promise).rejects.toMatchObject({ code })
const hand = (file: string, given: Partial<ImportTranslationInput> = {}) =>
  importTranslation(officer, { ...form, language: 'cjm', file, review: 'draft', note: '', ...given })
const words = async (language = 'cjm') => {
  const { lines } = await loadTranslation(officer, { ...form, language })
  return Object.fromEntries(lines.flatMap(({ key, words: text }) => (text ? [[key, text]] : [])))
}

describe('a translation', () => {
  it('comes back as it was handed in, from any kind of spreadsheet', async () => {
    await hand('\uFEFFkey;vi;en;cjm\r\nage_band/title;x;y;"ꨌꩌ; ""1"""\r\n')
    expect(await words()).toEqual({ 'age_band/title': 'ꨌꩌ; "1"' })
  })

  it('is laid over the former one, where an empty cell takes a text away', async () => {
    await hand('key,cjm\nage_band/title,một\nservice_use/title,hai')
    await hand('key,cjm\nage_band/title,\n~consent,ba')
    expect(await words()).toEqual({ 'service_use/title': 'hai', '~consent': 'ba' })
    const { events } = await loadTranslation(officer, { ...form, language: 'cjm' })
    expect(events.map(({ count }) => count)).toEqual([2, 2])
  })

  it('lists every missing text and phrase of a language by name, and none for Vietnamese and English', async () => {
    const states = async () => (await loadTranslation(officer, form)).languages
    const of = async (code: string) => (await states()).find((one) => one.code === code)!
    const before = await of('cjm')
    expect(before.missing).toHaveLength(before.asked)
    expect(before.missing).toEqual(expect.arrayContaining(['age_band/title', '~consent']))
    expect(before.missingPhrases).toEqual(expect.arrayContaining(['next', 'back', 'send']))
    await hand('key,cjm\nage_band/title,một')
    expect((await of('cjm')).missing).toEqual(before.missing.filter((key) => key !== 'age_band/title'))
    for (const code of ['vi', 'en'])
      expect(await of(code)).toMatchObject({ missing: [], missingPhrases: [], isOwn: true })
  })

  it('goes out as the table that comes in again', async () => {
    await hand('key,cjm\nage_band/title,một')
    const table = await exportTranslation(officer, { ...form, version: '1', language: 'cjm' })
    expect(table.columns).toEqual(['key', 'vi', 'en', 'cjm'])
    const rows = [...(table.batches as unknown[][][])].flat()
    expect(rows).toHaveLength(table.expected)
    expect(rows.find(([key]) => key === 'age_band/title')).toEqual([
      'age_band/title',
      'Ông/bà thuộc nhóm tuổi nào?',
      'Which age group are you in?',
      'một',
    ])
  })

  it.each([
    ['an unknown entry', 'key,cjm\nnowhere/title,x', {}, 'wrong_line'],
    ['a lost column', 'key,vi\nage_band/title,x', {}, 'wrong_line'],
    ['an added place', 'key,cjm\nage_band/title,{x}', {}, 'wrong_line'],
    ['Vietnamese', 'key,vi\nage_band/title,x', { language: 'vi' }, 'unknown_language'],
    ['an unknown language', 'key,xx\nage_band/title,x', { language: 'xx' }, 'unknown_language'],
    ['other English than was published', 'key,en\nage_band/title,x', { language: 'en' }, 'published_text'],
    ['a review by nobody', 'key,cjm\nage_band/title,x', { review: 'reviewed' as const }, 'reviewer_missing'],
  ])('is refused with %s, and nothing is stored', async (_what, file, given, code) => {
    const problem = await hand(file, given).catch((thrown) => thrown)
    expect(problem.details.faults[0].code).toBe(code)
    expect(await database().prisma.translation.count()).toBe(0)
  })

  it('cannot be changed or deleted in the database, unless it is a sample', async () => {
    await hand('key,cjm\nage_band/title,một')
    const run = (sql: string) => database().pool.query(sql)
    await expect(run(`update "Translation" set review = 'reviewed'`)).rejects.toThrow(/refused/)
    await expect(run('delete from "Translation"')).rejects.toThrow(/refused/)
  })
})

describe('the languages of a wave', () => {
  it('take an unreviewed translation only when the officer is sure, and one without texts never', async () => {
    const wave = await makeWave()
    await throwsCode(setWaveLanguages(officer, { id: wave.id, languages: ['cjm'] }), 'invalid_input')
    await hand('key,cjm\nage_band/title,một')
    await throwsCode(setWaveLanguages(officer, { id: wave.id, languages: ['cjm'] }), 'invalid_input')
    expect(await setWaveLanguages(officer, { id: wave.id, languages: ['cjm'], isSure: true })).toEqual([
      'vi',
      'cjm',
    ])
    await hand('key,cjm\n~consent,hai', { review: 'reviewed', note: 'Bà A, thôn B' })
    expect(await setWaveLanguages(officer, { id: wave.id, languages: ['en', 'cjm'] })).toEqual([
      'vi',
      'en',
      'cjm',
    ])
  })

  it('change the words of the form that citizens get, and nothing that is asked', async () => {
    const wave = await makeWave()
    const before = await recallWave(wave.id)
    await hand('key,cjm\nage_band/title,một')
    forgetWave(wave.id)
    const after = await recallWave(wave.id)
    const question = after.compiled.form.questions.find(({ name }) => name === 'age_band')
    expect(question?.title).toMatchObject({ cjm: 'một', vi: 'Ông/bà thuộc nhóm tuổi nào?' })
    expect(after.drafts).toEqual(['cjm'])
    const names = ({ compiled }: typeof before) =>
      compiled.codebook.map(({ name, values }) => [name, values.map(({ value }) => value)])
    expect(names(after)).toEqual(names(before))
  })
})

describe('a recording', () => {
  /** The smallest WAV: a head and no sound. */
  const wav = new Uint8Array(
    Buffer.from('UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=', 'base64'),
  )
  const given = { ...form, owner: 'age_band/choices/1', language: 'cjm', kind: 'audio' as const }
  const place = async () => {
    const wave = await recallWave((await makeWave()).id)
    const question = wave.compiled.form.questions.find(({ name }) => name === 'age_band')
    return (
      wave.file.form.pages as { elements: { name: string; choices: Record<string, unknown>[] }[] }[]
    )[0]!.elements.find(({ name }) => name === question?.name)?.choices[0]?.audio as
      | Record<string, string>
      | undefined
  }

  it('is kept once, served by its hash, put into the form, and can be taken away', async () => {
    await attachMedia(officer, { ...given, bytes: wav, source: 'Tự thu' })
    const url = (await place())?.cjm ?? ''
    expect(url).toMatch(/^\/s\/media\/[0-9a-f]{64}$/)
    const media = await loadMedia(null, { hash: url.split('/').at(-1)! })
    expect(media.type).toBe('audio/wav')
    expect([...media.bytes]).toEqual([...wav])
    await attachMedia(officer, given)
    expect(await place()).toBeUndefined()
  })

  it.each([
    ['is no recording', { bytes: new TextEncoder().encode('<svg onload=alert(1)>'), source: 'x' }],
    [
      'is a picture instead',
      {
        bytes: new Uint8Array(
          Buffer.from(
            'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
            'base64',
          ),
        ),
        source: 'x',
      },
    ],
    ['has no source', { bytes: wav, source: '' }],
    ['is empty', { bytes: new Uint8Array(), source: 'x' }],
    ['is too large', { bytes: new Uint8Array(2 * 1024 * 1024 + 1), source: 'x' }],
    ['belongs nowhere', { bytes: wav, source: 'x', owner: 'nowhere' }],
  ])('is refused when it %s', async (_what, wrong) => {
    await throwsCode(attachMedia(officer, { ...given, ...wrong }), 'invalid_input')
    expect(await database().prisma.attachment.count()).toBe(0)
  })
})
