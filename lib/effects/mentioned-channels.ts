// Codes answers in people's own words: which channels somebody names. What is denied ("chưa nghe loa") does not count, nor does
// a word inside another one ("thông báo" is no newspaper). Whatever no word of the frame fits stays uncoded: a lower bound.
import type { CodeFrameFile } from '#lib/definitions/code-frame-file'
import { type WrittenWord, writtenWords } from '#lib/surveys/written-words'

export type CodeFrame = Pick<
  CodeFrameFile,
  'codes' | 'otherWords' | 'denials' | 'denialsAfter' | 'endsDenial'
>

type Meaning = { code: string } | 'other' | 'denial' | 'denial-after' | 'end-of-denial'
type Entry = { words: WrittenWord[]; meaning: Meaning }

/**
 * A coder for one frame: takes any text, returns the codes it names, in the order of the frame and each once.
 *
 * The text is read from the left; where several entries of the frame fit, the longest counts and the words are used up. An
 * entry of one word fits only as it is written (a "bao" may be a newspaper or a bag), a sequence fits also where a word was
 * typed without any accent; typed accents must be right. A denial holds to the end of the clause or to a word that ends it.
 * Time grows with the words of the text.
 */
export function mentionedChannels(frame: CodeFrame): (text: string) => string[] {
  const entries = entriesByFirstWord(frame)
  return (text) => {
    const named = namedIn(writtenWords(text), entries)
    return frame.codes.flatMap(({ code }) => (named.has(code) ? [code] : []))
  }
}

function entriesByFirstWord(frame: CodeFrame): Map<string, Entry[]> {
  const listed: [Meaning, string[]][] = [
    ...frame.codes.map(({ code, words }): [Meaning, string[]] => [{ code }, words]),
    ['other', frame.otherWords],
    ['denial', frame.denials],
    ['denial-after', frame.denialsAfter],
    ['end-of-denial', frame.endsDenial],
  ]
  const entries = listed
    .flatMap(([meaning, all]) => all.map((words): Entry => ({ words: writtenWords(words), meaning })))
    .sort((a, b) => b.words.length - a.words.length)
  const byFirst = new Map<string, Entry[]>()
  for (const entry of entries) {
    const first = entry.words[0]!.plain
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  return byFirst
}

function namedIn(words: readonly WrittenWord[], entries: ReadonlyMap<string, Entry[]>): Set<string> {
  const named: string[] = []
  let isDenied = false
  /** The channel named last ended right before this word. */
  let isRightAfter = false
  for (let at = 0; at < words.length; ) {
    const word = words[at]!
    if (word.after === 'clause') {
      isDenied = false
      isRightAfter = false
    }
    const found = entries.get(word.plain)?.find((entry) => fits(entry, words, at))
    const meaning = found?.meaning
    if (meaning === 'denial-after' && isRightAfter) named.pop()
    if (meaning === 'denial' || meaning === 'denial-after') isDenied = true
    if (meaning === 'end-of-denial') isDenied = false
    isRightAfter = typeof meaning === 'object' && !isDenied
    if (typeof meaning === 'object' && !isDenied) named.push(meaning.code)
    at += found?.words.length ?? 1
  }
  return new Set(named)
}

function fits({ words: entry }: Entry, words: readonly WrittenWord[], at: number): boolean {
  return entry.every((wanted, offset) => {
    const word = words[at + offset]
    if (!word || (offset > 0 && word.after !== 'space')) return false
    const isBare = entry.length > 1 && word.written === word.plain && word.plain === wanted.plain
    return word.written === wanted.written || isBare
  })
}
