import { describe, expect, it } from 'vitest'
import { makeSlug } from '#lib/make-slug'

describe('a readable id out of a title', () => {
  it('drops the marks of Vietnamese letters and keeps letters and digits', () => {
    expect(makeSlug('Đợt 2: hài lòng của người dân, năm 2026')).toBe('dot-2-hai-long-cua-nguoi-dan-nam-2026')
  })

  it('is the same whether the marks are typed as one character or as two', () => {
    expect(makeSlug('Ninh Phước'.normalize('NFD'))).toBe(makeSlug('Ninh Phước'.normalize('NFC')))
  })

  it('is cut at the longest length and never ends with a dash', () => {
    expect(makeSlug('một hai ba', 8)).toBe('mot-hai')
  })

  it('is empty for a title without letters or digits', () => {
    expect(makeSlug(' …!? ')).toBe('')
  })
})
