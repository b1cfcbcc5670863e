// The words of a text as people type them, Vietnamese or not: accents matter where they were typed, and many phones leave them
// out. Both spellings of a tone ("hoà", "hòa") are one.

export type WrittenWord = {
  /** Small letters with their accents, the tone last. */
  written: string
  /** Without any accent; the same as `written` where none was typed. */
  plain: string
  /** What stands before it: a space or dash, a mark such as "/" or "+", or the end of a clause (also before the first). */
  after: 'space' | 'mark' | 'clause'
}

const word = /[\p{L}\p{N}\p{M}]+/gu
const isBare = /^[a-z0-9]+$/
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const endsClause = /[.,;:!?…()\n\r]/
const isSpace = /^[\s\-–_"“”]*$/

/** Words of any text in their order; none where it holds no letter or digit. */
export function writtenWords(text: string): WrittenWord[] {
  const typed = text.normalize('NFKD').replace(/['’]/g, '').toLowerCase()
  let end = 0
  return Array.from(typed.matchAll(word), ({ 0: letters, index }, at) => {
    const between = typed.slice(end, index)
    end = index + letters.length
    const after = at === 0 ? 'clause' : gapOf(between)
    if (isBare.test(letters)) return { written: letters, plain: letters, after }
    return {
      written: letters.replace(tones, '') + (letters.match(tones) ?? []).sort().join(''),
      plain: letters.replace(/\p{M}/gu, '').replaceAll('đ', 'd'),
      after,
    }
  })
}

function gapOf(between: string): WrittenWord['after'] {
  if (between === ' ') return 'space'
  return endsClause.test(between) ? 'clause' : isSpace.test(between) ? 'space' : 'mark'
}
