// Somebody asks, reads aloud and taps for one person after the other: what to read and what not to add stands beside each
// question, and "next person" takes everything of the one before away.
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { choices } from '#lib/surveys/light-form/browser/dialogs'
import { showDone } from '#lib/surveys/light-form/browser/done-view'
import { DraftStore } from '#lib/surveys/light-form/browser/draft'
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { FormSession } from '#lib/surveys/light-form/browser/form-session'
import { FreshPages } from '#lib/surveys/light-form/browser/fresh-pages'
import type { OutboxView } from '#lib/surveys/light-form/browser/outbox-view'
import { byId, draftKey, readPageData } from '#lib/surveys/light-form/browser/page-data'
import { countPerson, peopleToday } from '#lib/surveys/light-form/browser/visit-counter'

class Assisted {
  private session: FormSession | null = null
  private readonly drafts = new DraftStore(draftKey(), false)
  private readonly count = element('span')

  constructor(
    private readonly pages: FreshPages,
    private readonly outbox: OutboxView,
  ) {}

  /** The first person of this page, who may have a draft in this tab. */
  start(): void {
    this.lay()
    this.session?.start()
  }

  private get say() {
    return devicePhrases(document.documentElement.lang)
  }

  private nextPerson(): void {
    this.session?.end()
    this.drafts.clear()
    this.pages.show(document.documentElement.lang)
    this.outbox.place()
    this.lay()
    this.session?.resume(0)
  }

  private lay(): void {
    const data = readPageData()
    if (!data) return
    this.addBar()
    this.addHints()
    this.session = new FormSession(data, {
      drafts: this.drafts,
      leavesTrail: false,
      coversWhenIdle: true,
      switchLanguage: (language) => this.switchLanguage(language),
      onDone: (handedIn, receipt) => {
        this.session?.end()
        this.session = null
        void countPerson(draftKey()).then((people) => this.showCount(people))
        showDone(handedIn, receipt, {
          showIn: (language) => this.showDoneIn(language),
          below: () => [choices([this.say.nextPerson, () => this.nextPerson()])],
        })
      },
    })
  }

  private switchLanguage(language: string): void {
    const typed = this.session?.typed()
    this.session?.end()
    this.pages.show(language)
    this.outbox.place()
    this.lay()
    this.session?.resume(typed?.page ?? 0, typed)
  }

  private showDoneIn(language: string): boolean {
    if (!this.pages.show(language)) return false
    this.outbox.place()
    this.addBar()
    return true
  }

  private askToLeave(): void {
    const isUntouched = this.session === null || this.session.typed().fields.length === 0
    if (isUntouched || confirm(this.say.leaveUnsent)) this.nextPerson()
  }

  private showCount(people: number): void {
    this.count.textContent = this.say.askedToday(people)
  }

  private addBar(): void {
    const next = button(this.say.nextPerson, () => this.askToLeave(), 'lang')
    document
      .querySelector('.top')
      ?.after(element('aside', { class: 'asking', 'aria-label': this.say.forAsker }, this.count, next))
    void peopleToday(draftKey()).then((people) => this.showCount(people))
  }

  private addHints(): void {
    const { aloud } = this.say
    const hint = (text: string) => element('p', { class: 'hint aloud' }, text)
    document.querySelector('[data-page="0"]')?.prepend(hint(aloud.consent))
    const said = new Set<string>()
    for (const { kind, wrapper } of questionKinds()) {
      const text = (aloud as Record<string, string>)[kind]
      const once = `${kind} ${wrapper.closest<HTMLElement>('[data-page]')?.dataset.page}`
      if (text && !said.has(once)) wrapper.prepend(hint(text))
      said.add(once)
    }
  }
}

function questionKinds(): { kind: string; wrapper: Element }[] {
  return (readPageData()?.questions ?? []).flatMap(({ question }, index) => {
    const wrapper = document.querySelector(`[data-q="${index}"]`)
    return wrapper ? [{ kind: question.kind, wrapper }] : []
  })
}

/** Rejects, with the page as it was, when no fresh copies can be had. */
export async function startAssisted(outbox: OutboxView): Promise<void> {
  const main = byId('main')
  main.hidden = true
  const pages = await FreshPages.gather().finally(() => {
    main.hidden = false
  })
  new Assisted(pages, outbox).start()
}
