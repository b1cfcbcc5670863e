// The citizen pages in a language with letters of its own: the whole form without a script, another language in the middle,
// the font, recordings. The words here are made up of letters only: what a native speaker would write, they do not know.
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { attachMedia } from '#lib/flows/attach-media'
import { importTranslation } from '#lib/flows/import-translation'
import { loadTranslation } from '#lib/flows/load-translation'
import { setWaveLanguages } from '#lib/flows/set-wave-languages'
import { frontDoorServer } from '../support/front-door-server'
import { makeActor, makeWave } from '../support/make'

const at = frontDoorServer()
const officer = makeActor({ role: 'district' })
const citizenForm = { slug: 'citizen-satisfaction', version: 1 }
const letters = 'ꨀꨁꨂꨃꨄꨅꨆꨇꨈꨉꨊꨋꨌꨍꨎ'

/** A wave whose form has `share` of its texts in Cham letters, offered to citizens. */
async function chamWave(share = 1) {
  const { lines } = await loadTranslation(officer, { ...citizenForm, language: 'cjm' })
  const some = lines.slice(0, Math.ceil(lines.length * share))
  const file = ['key,cjm', ...some.map(({ key }, at) => `"${key}","${letters[at % 15]}ꩌ ${at}"`)].join('\n')
  await importTranslation(officer, { ...citizenForm, language: 'cjm', file, review: 'draft', note: 'thử' })
  const wave = await makeWave()
  await setWaveLanguages(officer, { id: wave.id, languages: ['en', 'cjm'], isSure: true })
  return `/s/${wave.id}?u=${wave.units[0]!.unitId}`
}

const read = async (path: string, fields?: [string, string][]) => {
  const response = await fetch(at(path), fields && { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, page: await response.text(), headers: response.headers }
}
const hidden = (page: string): [string, string][] =>
  [...page.matchAll(/<input type=hidden name="([^"]+)" value="?([^">]*)"?>/g)].map(([, name, value]) => [
    name!,
    value!,
  ])

describe('the form in Cham', () => {
  it('is in that language, marks what falls back, and says that the words are a draft', async () => {
    const { page } = await read(`${await chamWave(0.3)}&lang=cjm`)
    expect(page).toMatch(/<html lang=cjm>/)
    expect(page).toContain('ꨀꩌ 0')
    expect(page).toContain('<span lang=vi>Bắt đầu trả lời</span>')
    expect(page).toContain('bản nháp, chưa được người bản ngữ duyệt')
  })

  it('brings a small font that the content policy allows, and no other page does', async () => {
    const path = await chamWave()
    const { page, headers } = await read(`${path}&lang=cjm`)
    const url = /url\((\/s\/font\.[0-9a-f]{16}\.woff2)\)/.exec(page)?.[1] ?? ''
    expect(headers.get('content-security-policy')?.match(/'sha256-/g)).toHaveLength(2)
    const font = await fetch(at(url))
    expect(font.headers.get('content-type')).toBe('font/woff2')
    expect(font.headers.get('cache-control')).toContain('immutable')
    const bytes = (await font.arrayBuffer()).byteLength
    expect(bytes).toBeGreaterThan(500)
    expect(bytes).toBeLessThan(9000)
    expect((await read(`${path}&lang=en`)).page).not.toContain('font-face')
  })

  it('can be answered to the end without a script, in another language in between', async () => {
    const path = await chamWave()
    const first = await read(`${path}&lang=cjm`)
    const begun = await read(`${path}&lang=cjm`, [...hidden(first.page), ['~consent', '1'], ['~go', 'next']])
    expect(begun.page).toMatch(/<html lang=cjm>/)
    const given: [string, string][] = [
      ['~consent', '1'],
      ['age_band', '3'],
    ]
    const switched = await read(`${path}&lang=cjm`, [...hidden(begun.page), ...given, ['~lang', 'en']])
    expect(switched.page).toMatch(/<html lang=en>/)
    expect(switched.page).toMatch(/name="age_band" value="3" checked/)
    const back = await read(`${path}&lang=en`, [...hidden(switched.page), ...given, ['~lang', 'cjm']])
    expect(back.page).toMatch(/<html lang=cjm>/)
    expect(back.page).toMatch(/name="age_band" value="3" checked/)
    let { page } = back
    const answers = new Map(given)
    for (let step = 0; step < 20 && !/<code>[0-9a-f-]{36}/.test(page); step++) {
      const faulty = /aria-invalid=true/.test(page)
      for (const [, name, value] of page.matchAll(/<input type=radio name="([^"]+)" value="([^"]+)"/g))
        if (!answers.has(name!) && name !== 'service_use') answers.set(name!, value!)
      if (faulty || step > 0) answers.set('service_use', '3')
      ;({ page } = await read(`${path}&lang=cjm`, [...hidden(page), ...answers, ['~go', 'next']]))
    }
    expect(page).toMatch(/<html lang=cjm>/)
    const stored = await database().prisma.response.findMany()
    expect(
      stored.map(({ language, answers: kept }) => [language, (kept as { age_band: number }).age_band]),
    ).toEqual([['cjm', 3]])
  })

  it('is not shown to anybody while the wave does not offer it', async () => {
    const wave = await makeWave()
    const { page } = await read(`/s/${wave.id}?u=${wave.units[0]!.unitId}&lang=cjm`)
    expect(page).toMatch(/<html lang=vi>/)
  })
})

it('plays a recording beside its question, in parts if a player asks for them', async () => {
  const wav = new Uint8Array(
    Buffer.from('UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=', 'base64'),
  )
  const place = { ...citizenForm, owner: 'age_band', language: 'vi', kind: 'audio' as const }
  await attachMedia(officer, { ...place, bytes: wav, source: 'Tự thu' })
  const wave = await makeWave()
  const { page } = await read(`/s/${wave.id}?u=${wave.units[0]!.unitId}`)
  const url =
    /<audio controls preload=none src="([^"]+)" lang="vi" aria-label="[^"]*tuổi[^"]*"/.exec(page)?.[1] ?? ''
  const whole = await fetch(at(url))
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/wav'])
  expect(whole.headers.get('cache-control')).toContain('immutable')
  const part = await fetch(at(url), { headers: { range: 'bytes=4-7' } })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-7/${wav.length}`])
  expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([...wav.slice(4, 8)])
  expect((await fetch(at(`/s/media/${'0'.repeat(64)}`))).status).toBe(404)
})
