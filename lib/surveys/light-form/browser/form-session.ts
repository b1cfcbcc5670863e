// One person filling in the form: shows one page at a time and what the conditions ask for, says at once what is missing,
// keeps the draft, hands the answers in. A kiosk makes a new session for every person.
import type { Fault } from '#lib/problem'
import type { Answers } from '#lib/surveys/conditions'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { askedAfter, type Drafts, forgottenAfter } from '#lib/surveys/light-form/browser/draft'

import { FaultView } from '#lib/surveys/light-form/browser/fault-view'
import { fillFields, readFields } from '#lib/surveys/light-form/browser/form-fields'
import { type HandedIn, isBackWithThePerson } from '#lib/surveys/light-form/browser/hand-in'
import { handInPatiently } from '#lib/surveys/light-form/browser/hand-in-patiently'
import { IdleWatch } from '#lib/surveys/light-form/browser/idle-watch'
import { byId, type PageData } from '#lib/surveys/light-form/browser/page-data'
import { pagePhrases } from '#lib/surveys/light-form/browser/page-phrases'
import { type PageQuestion, pageQuestions } from '#lib/surveys/light-form/browser/page-questions'
import type { Refusal } from '#lib/surveys/light-form/browser/send'
import { newReceipt, type Submission, submissionHere } from '#lib/surveys/light-form/browser/submission'
import { whoseDraft } from '#lib/surveys/light-form/browser/whose-draft'
import type { Phrases } from '#lib/surveys/light-form/phrases'
import { readAnswers } from '#lib/surveys/light-form/read-answers'
import type { PhraseKey } from '#lib/surveys/light-form/speak'
import { holds, type PortableCondition } from '#lib/surveys/portable-condition'

export type SessionSettings = {
  drafts: Drafts
  /** Steps become entries of the browser's history. Never on a device that the next person uses, too. */
  leavesTrail: boolean
  /** After some minutes alone, the page asks whose answers these are before it shows them again. */
  coversWhenIdle: boolean
  switchLanguage: (language: string) => void
  /** Instead of the outbox. */
  handIn?: (submission: Submission) => Promise<HandedIn>
  /** The answers are stored, or kept here with or without a refusal: this person is done. */
  onDone: (handedIn: HandedIn, receipt: string, submission?: Submission) => void
}

export class FormSession {
  private readonly say: Phrases
  private readonly form = byId<HTMLFormElement>('f')
  private readonly questions: PageQuestion[]
  private readonly faultView: FaultView
  private readonly sections = [...this.form.querySelectorAll<HTMLElement>('section')]
  private readonly conditional = [...this.form.querySelectorAll<HTMLElement>('[data-if]')].map((element) => ({
    element,
    condition: JSON.parse(element.dataset.if ?? 'null') as PortableCondition | null,
  }))
  private readonly ended = new AbortController()
  private current = Number(this.hiddenField('~page')?.value ?? 0)
  private receipt = this.hiddenField('~receipt')?.value ?? newReceipt()
  private isSending = false
  private readonly idle = new IdleWatch(askedAfter, () => this.cover())

  constructor(
    private readonly data: PageData,
    private readonly settings: SessionSettings,
  ) {
    this.say = pagePhrases(data.language, data.phrases)
    this.questions = pageQuestions(data.questions)
    this.faultView = new FaultView(
      this.questions.map(({ question }) => question),
      data.language,
      this.say,
    )
  }

  /** Begins with the draft of this tab, if there is one and whoever sits here says that it is theirs. */
  start(): void {
    const found = this.settings.drafts.load()
    this.resume(found?.draft.page ?? this.current, found?.draft)
    if (found?.isOld) this.cover()
  }

  /** Nothing of this session answers any more. */
  end(): void {
    this.ended.abort()
    this.idle.rest()
  }

  /** What has been typed so far, to be carried into another language. */
  typed(): { page: number; fields: [string, string][] } {
    return { page: this.current, fields: [...readFields(this.form), ...this.consent()] }
  }

  /** Shows this page with these fields filled in, and listens from now on. */
  resume(page: number, kept?: { fields: [string, string][]; receipt?: string }): void {
    if (kept) {
      fillFields(this.form, kept.fields)
      this.receipt = kept.receipt ?? this.receipt
    }
    this.settle()
    this.show(this.pages().includes(page) ? page : 0, !kept && page === 0)
    const { signal } = this.ended
    this.form.addEventListener('submit', (event) => this.onSubmit(event), { signal })
    this.form.addEventListener('change', (event) => this.onChange(event), { signal })
    this.form.addEventListener('input', () => this.save(), { signal })
    if (this.settings.coversWhenIdle) this.idle.watch()
    if (!this.settings.leavesTrail) return
    const depth = history.state?.page === this.current ? history.state.depth : 0
    history.replaceState({ page: this.current, depth }, '')
    const onBack = ({ state }: PopStateEvent) => {
      if (typeof state?.page === 'number' && !this.isSending) this.show(state.page)
    }
    addEventListener('popstate', onBack, { signal })
  }

  /** Hides what was typed until somebody says that it is theirs; after half an hour nobody can any more. */
  private cover(): void {
    if (this.ended.signal.aborted || this.isSending || this.typed().fields.length === 0) return
    const coveredAt = Date.now()
    const uncover = (isMine: boolean) => {
      box.remove()
      this.form.hidden = false
      if (!isMine || Date.now() - coveredAt > forgottenAfter) this.forget()
      this.idle.watch()
    }
    const box = whoseDraft(devicePhrases(this.data.language), uncover)
    this.form.hidden = true
    this.form.before(box)
    box.querySelector('h1')?.focus()
  }

  /** As if nobody had been here. */
  private forget(): void {
    this.settings.drafts.clear()
    fillFields(this.form, [])
    this.receipt = newReceipt()
    this.faultView.clear()
    this.settle()
    this.show(0)
  }

  private hiddenField(name: string): HTMLInputElement | null {
    return this.form.querySelector(`input[type=hidden][name="${name}"]`)
  }

  /** The answers to what is visible. */
  private answers(): Answers {
    const visible = this.questions.filter(({ wrapper }) => !wrapper.closest('[data-off]'))
    return readAnswers(visible, new URLSearchParams(readFields(this.form)))
  }

  /** Shows and hides by the conditions until nothing changes any more; answers that are hidden count for nothing. */
  private settle(): void {
    for (let round = 0; round < 8; round++) {
      const now = this.answers()
      let hasChanged = false
      for (const { element, condition } of this.conditional) {
        const isOff = condition !== null && !holds(condition, now)
        if (isOff !== element.hasAttribute('data-off')) hasChanged = true
        element.toggleAttribute('data-off', isOff)
        if (element.tagName !== 'SECTION') element.hidden = isOff
      }
      for (const { wrapper, isEnabled } of this.questions) wrapper.toggleAttribute('inert', !isEnabled(now))
      if (!hasChanged) break
    }
    for (const { question, words, wrapper } of this.questions) this.showWords(question, words?.key, wrapper)
    this.tellRequired()
  }

  /** The mark follows its own condition; this is what a screen reader says. */
  private tellRequired(): void {
    const now = this.answers()
    for (const { wrapper, isRequired } of this.questions)
      if (isRequired)
        for (const field of wrapper.querySelectorAll('[aria-required]'))
          field.setAttribute('aria-required', String(isRequired(now)))
  }

  /** The line for words appears with "other"; a remark is always there. */
  private showWords(question: { name: string }, key: string | undefined, wrapper: HTMLElement): void {
    const other =
      'choices' in question &&
      (question.choices as { role?: string; value: unknown }[]).find((choice) => choice.role === 'other')
    const line = key && other ? wrapper.querySelector<HTMLElement>('.words') : null
    if (!line || !other) return
    const value = this.answers()[question.name]
    line.hidden = Array.isArray(value) ? !value.includes(other.value) : value !== other.value
  }

  /** Pages that have something to show now; 0 is the introduction. */
  private pages(): number[] {
    return this.sections.flatMap((section, number) => {
      if (number === 0) return [0]
      const isEmpty = ![...section.querySelectorAll<HTMLElement>('.q,.text')].some(
        (part) => !part.closest('[data-off]'),
      )
      return section.hasAttribute('data-off') || isEmpty ? [] : [number]
    })
  }

  private show(page: number, isFirst = false): void {
    this.current = page
    this.sections.forEach((section, number) => {
      section.hidden = number !== page
    })
    const shown = this.pages().filter((number) => number > 0)
    const place = shown.indexOf(page) + 1
    const section = this.sections[page]
    const bar = section?.querySelector('progress')
    const label = section?.querySelector<HTMLElement>('.part span')
    if (bar && label) {
      bar.max = shown.length
      bar.value = place
      this.put(label, 'part', this.say.part(place, shown.length))
    }
    byId('back').hidden = page === 0
    const key = page === 0 ? 'begin' : place === shown.length ? 'send' : 'next'
    this.put(byId('next'), key, this.say[key])
    if (isFirst) return
    scrollTo({ top: 0, behavior: 'instant' })
    section?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    this.save()
  }

  /** Words of ours, marked where the language of the page lacks them and Vietnamese stands in. */
  private put(element: HTMLElement, key: PhraseKey, text: string): void {
    const { phrases } = this.data
    element.textContent = text
    if (phrases && !phrases[key]) element.lang = 'vi'
  }

  private save(): void {
    this.settings.drafts.save({ receipt: this.receipt, ...this.typed() })
  }

  private consent(): [string, string][] {
    return byId<HTMLInputElement>('consent').checked ? [['~consent', '1']] : []
  }

  private onChange(event: Event): void {
    const control = event.target as HTMLInputElement
    this.keepExclusive(control)
    this.settle()
    const owner = this.questions.find(({ wrapper }) => wrapper.contains(control))
    if (owner) this.faultView.renew(owner.wrapper, owner.check(this.answers()))
    else if (control.id === 'consent' && control.checked) this.faultView.clear()
    this.show(this.current, true)
    this.save()
  }

  /** "None of these" takes the other ticks away, and the other way round. */
  private keepExclusive(control: HTMLInputElement): void {
    if (control.type !== 'checkbox' || !control.checked) return
    const owner = this.questions.find(({ wrapper }) => wrapper.contains(control))
    if (owner?.question.kind !== 'multiple') return
    const alone = new Set(
      owner.question.choices.filter((choice) => choice.isExclusive).map((choice) => String(choice.value)),
    )
    for (const other of owner.wrapper.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
      if (other !== control && (alone.has(control.value) || alone.has(other.value))) other.checked = false
  }

  /** If anything in here fails, the browser posts the form as if there were no script. */
  private onSubmit(event: SubmitEvent): void {
    const pressed = event.submitter as HTMLButtonElement | null
    if (!this.isSending) {
      if (pressed?.name === '~lang') {
        this.save()
        this.settings.switchLanguage(pressed.value)
      } else if (pressed?.id === 'back') this.goBack()
      else this.goOn()
    }
    event.preventDefault()
  }

  private goBack(): void {
    this.faultView.clear()
    if (this.settings.leavesTrail && history.state?.depth > 0) {
      history.back()
      return
    }
    const before = this.pages().filter((page) => page < this.current)
    this.show(before.at(-1) ?? 0)
    if (this.settings.leavesTrail) history.replaceState({ page: this.current, depth: 0 }, '')
  }

  private goOn(): void {
    const faults = this.faultsOn(this.current)
    if (faults.length > 0) {
      this.faultView.show(faults)
      return
    }
    this.faultView.clear()
    const next = this.pages().find((page) => page > this.current)
    if (next === undefined) {
      void this.finish()
      return
    }
    this.show(next)
    if (this.settings.leavesTrail)
      history.pushState({ page: next, depth: (history.state?.depth ?? 0) + 1 }, '')
  }

  private faultsOn(page: number): Fault[] {
    if (page === 0) {
      const { consentMissing } = this.say
      const missing = {
        question: '~consent',
        code: 'consent_required',
        vi: consentMissing,
        en: consentMissing,
      }
      return this.consent().length ? [] : [missing]
    }
    const now = this.answers()
    return this.questions.flatMap(({ wrapper, isEnabled, check }) =>
      this.sections[page]?.contains(wrapper) && !wrapper.closest('[data-off]') && isEnabled(now)
        ? check(now)
        : [],
    )
  }

  private async finish(): Promise<void> {
    this.isSending = true
    const next = byId<HTMLButtonElement>('next')
    const label = next.textContent
    next.disabled = true
    next.textContent = this.say.sending
    byId('back').hidden = true
    const handedIn = await handInPatiently(() => this.submission(), this.say, this.settings.handIn)
    this.isSending = false
    if (this.ended.signal.aborted) return
    if (!isBackWithThePerson(handedIn)) {
      this.idle.rest()
      this.settings.drafts.clear()
      this.settings.onDone(handedIn, this.receipt, this.submission())
      return
    }
    next.disabled = false
    next.textContent = label
    byId('back').hidden = false
    if (handedIn.state === 'refused') this.refuse(handedIn.refusal)
  }

  private submission(): Submission {
    return submissionHere(this.data, this.receipt, this.answers())
  }

  private refuse(refusal: Refusal): void {
    const { faults } = refusal
    if (refusal.code !== 'invalid_answers' || !faults?.length) {
      this.faultView.tell(this.data.language === 'en' ? refusal.titleEn : refusal.title)
      return
    }
    const place = (fault: Fault) =>
      this.sections.findIndex((section) => section.contains(this.ownerOf(fault)?.wrapper ?? null))
    const first = Math.min(...faults.map(place).filter((page) => page > 0))
    if (Number.isFinite(first)) this.show(first)
    this.faultView.show(faults.filter((fault) => !Number.isFinite(first) || place(fault) === first))
  }

  private ownerOf(fault: Fault): PageQuestion | undefined {
    return this.questions.find(
      ({ question: { name }, words }) =>
        fault.question === name || fault.question.startsWith(`${name}.`) || fault.question === words?.key,
    )
  }
}
