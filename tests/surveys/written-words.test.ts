import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writtenWords } from '#lib/surveys/written-words'

const read = (text: string) => writtenWords(text).map(({ written, plain }) => [written, plain])

describe('writtenWords', () => {
  it('reads a word with its accents and without, small, whatever way they were stored', () => {
    expect(writtenWords('Đài').map(({ plain }) => plain)).toEqual(['dai'])
    expect(read('Tờ RƠI'.normalize('NFD'))).toEqual(read('tờ rơi'.normalize('NFC')))
    expect(read('loa')).toEqual([['loa', 'loa']])
  })

  it('takes the old and the new place of a tone for the same word, and other tones for others', () => {
    expect(read('hoà')).toEqual(read('hòa'))
    expect(read('báo')).not.toEqual(read('bảo'))
    expect(read('bao')).not.toEqual(read('báo'))
  })

  it('tells spaces and dashes from marks and from the end of a clause', () => {
    const gaps = writtenWords("pa-nô/zalo, don't (loa)\ntivi").map(({ plain, after }) => `${after} ${plain}`)
    expect(gaps).toEqual(['clause pa', 'space no', 'mark zalo', 'clause dont', 'clause loa', 'clause tivi'])
  })

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => writtenWords(text).length >= 0))
    expect(writtenWords('\ud800 …')).toEqual([])
  })
})
