// Every text of the printed form in its two languages: the first as it is, the second smaller beneath or beside it. A
// text that has no second language, or the same words, stands once.
import type { Form } from '#lib/surveys/form'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { inLanguage, type Language } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

/** The languages of a print: one, or two. */
export type PrintLanguages = [first: Language, second?: Language]

export class TwoLanguages {
  constructor(
    private readonly languages: PrintLanguages,
    /** "{name}" in a text becomes this: paper cannot fill it in. */
    private readonly numberOf: (name: string) => number | undefined,
  ) {}

  /** A text in both languages, each marked with its language. */
  say(text: LocalText): Markup {
    const [first, second] = this.texts(text)
    return html`<span lang="${this.languages[0]}">${first}</span>${second && html` <span class="second" lang="${this.languages[1]}">${second}</span>`}`
  }

  /** The text of each language; the second only where it says something else. */
  texts(text: LocalText): [first: string, second: string | undefined] {
    const [one, other] = this.languages
    const first = this.filled(inLanguage(text, one), one)
    const translated = other && text[other]
    const second = translated ? this.filled(translated, other) : undefined
    return [first, second === first ? undefined : second]
  }

  private filled(text: string, language: Language): string {
    return text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const number = this.numberOf(name)
      if (number === undefined) return '…'
      return language === 'en' ? `(question ${number})` : `(câu ${number})`
    })
  }
}

/** The languages that the questions of a form are written in beside Vietnamese. */
export function formLanguages(form: Form): Language[] {
  const found = new Set(form.questions.flatMap(({ title }) => Object.keys(title) as Language[]))
  found.delete('vi')
  return [...found]
}
