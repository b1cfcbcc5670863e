import { describe, expect, it } from 'vitest'
import {
  draftKeyOf,
  formatResumeCode,
  makeResumeCode,
  openDraft,
  readResumeCode,
  sealDraft,
} from '#lib/surveys/ballot-page/resume-code'

describe('a resume code', () => {
  it('has sixteen characters that cannot be confused, and is another one each time', () => {
    const codes = Array.from({ length: 200 }, makeResumeCode)
    expect(new Set(codes).size).toBe(200)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  })

  it('is read as people type it: small letters, spaces, O for 0, I and L for 1, a keyboard that writes đ and á', () => {
    expect(formatResumeCode('0DD1AS2345678JKM')).toBe('0DD1-AS23-4567-8JKM')
    for (const typed of ['0dd1-as23-4567-8jkm', ' oĐi ás23 4567 8jkm ', '0DDL·AS23–4567—8JKM'])
      expect(readResumeCode(typed)).toBe('0DD1AS2345678JKM')
    for (const typed of ['', '0DD1AS2345678JK', '0DD1AS2345678JKMM', '0DD1AS2345678JKU', '!'.repeat(200)])
      expect(readResumeCode(typed)).toBeNull()
  })
})

describe('a draft under a resume code', () => {
  it('opens with the same code on another device, and with no other', async () => {
    const code = makeResumeCode()
    const here = await draftKeyOf(code)
    const there = await draftKeyOf(code)
    expect(there.id).toBe(here.id)
    expect(here.id).toMatch(/^[\w-]{43}$/)
    const sealed = await sealDraft(here, { answers: { gio: 'trưa' } })
    expect(await openDraft(there, sealed)).toEqual({ answers: { gio: 'trưa' } })
    const other = await draftKeyOf(makeResumeCode())
    expect(other.id).not.toBe(here.id)
    expect(await openDraft({ ...other, id: here.id }, sealed)).toBeNull()
  })

  it('tells nothing by its length, and nothing by its bytes', async () => {
    const key = await draftKeyOf(makeResumeCode())
    const lengths = await Promise.all(
      [0, 1, 500, 4000].map(async (size) => (await sealDraft(key, 'x'.repeat(size))).length),
    )
    expect(new Set(lengths)).toEqual(new Set([4096 + 28]))
    expect((await sealDraft(key, 'x'.repeat(5000))).length).toBe(2 * 4096 + 28)
    const text = Buffer.from(await sealDraft(key, { token: 'secret' })).toString('latin1')
    expect(text).not.toContain('secret')
  })

  it('is refused when a single byte was changed, or when it lay under another name', async () => {
    const key = await draftKeyOf(makeResumeCode())
    const sealed = await sealDraft(key, { page: 3 })
    const changed = sealed.slice()
    changed[100] = changed[100]! ^ 1
    expect(await openDraft(key, changed)).toBeNull()
    expect(await openDraft({ ...key, id: 'another' }, sealed)).toBeNull()
    expect(await openDraft(key, sealed.slice(0, 20))).toBeNull()
  })
})
