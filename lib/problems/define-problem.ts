// What a problem is: a failure that a person can understand, with its HTTP status, its Vietnamese and English sentence and
// typed details in one place, so that no second table can drift. The kinds stand beside this file, by part of the house.

/** A sentence in both languages of the product. */
export type Sentence = { vi: string; en: string }

/** A fault at one question of a form (or one field of an officer's form). */
export type Fault = { question: string; code: string } & Sentence

/** An expected failure: `code` is stable for machines, the sentences are for people. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly sentence: Sentence,
    readonly details: Record<string, unknown> = {},
  ) {
    super(`${code}: ${sentence.en}`)
    this.name = 'Problem'
  }

  /** What an API answers (RFC 9457 members plus ours). */
  toJSON() {
    return {
      type: 'about:blank',
      status: this.status,
      code: this.code,
      title: this.sentence.vi,
      titleEn: this.sentence.en,
      ...this.details,
    }
  }
}

/** Defines one kind of problem: its sentences and details come from typed facts. */
export function defineProblem<Facts extends Record<string, unknown> = Record<never, never>>(
  code: string,
  status: number,
  sentence: (facts: Facts) => Sentence,
) {
  return (facts: Facts) => new Problem(code, status, sentence(facts), facts)
}
