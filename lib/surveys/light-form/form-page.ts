// The light form as one HTML document, from the same SurveyJS JSON: all pages of the form are in it, one of them shown.
// With the script it behaves like an application; without it every step is a plain form post that renders this again.
// A pure function of form, place, state and language.
import type { Fault } from '#lib/problem'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Conditions, Element, Page, Question } from '#lib/surveys/form'
import { commentKey } from '#lib/surveys/form'
import type { FormMedia } from '#lib/surveys/form-texts'
import { findLanguage, type LanguageCode, ownLanguages } from '#lib/surveys/languages'
import { anchorOfPath } from '#lib/surveys/light-form/anchors'
import { type FormState, isShown, questionsOf, visiblePages } from '#lib/surveys/light-form/form-state'
import { html, jsonBlock, type Markup } from '#lib/surveys/light-form/html'
import { languageButtons } from '#lib/surveys/light-form/language-switch'
import { markedHtml, markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import { mediaHtml } from '#lib/surveys/light-form/media-html'
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'
import { portableQuestions } from '#lib/surveys/light-form/portable-form'
import { asksForAnswer, questionHtml } from '#lib/surveys/light-form/question-html'
import { type PageFont, shell } from '#lib/surveys/light-form/shell'
import type { MarkedPhrases } from '#lib/surveys/light-form/speak'
import { thanks } from '#lib/surveys/light-form/thanks'
import { inLanguage } from '#lib/surveys/local-text'
import { portableExpression } from '#lib/surveys/portable-expression'
import type { LocalText } from '#lib/surveys/variable'

/** What a person is told before answering; the form file has these. */
export type Introduction = {
  title: LocalText
  minutes: number
  purpose: LocalText
  asker: LocalText
  handling: LocalText
  retention: LocalText
  consent: LocalText
}

export type LightForm = {
  compiled: CompiledForm
  introduction: Introduction
  wave: { id: string; title: LocalText; formName: string; isSample: boolean }
  place: { unitId: string; unit: LocalText; village?: string }
  language: InterfaceLanguage
  /** Those that the wave offers; Vietnamese and English unless told otherwise. */
  languages?: LanguageCode[]
  scriptUrl: string
  /** Recordings and pictures of the form. */
  media?: FormMedia[]
  /** No native speaker has reviewed the words of this language. */
  isDraft?: boolean
  font?: PageFont
}

/** The document. */
export function formPage(form: LightForm, state: FormState): string {
  const { language, introduction, wave, place } = form
  const unit = markedText(place.unit, language)
  const placeName = place.village ? html`${markedText({ vi: place.village }, language)}, ${unit}` : unit
  const languageSwitch = languageButtons(language, form.languages ?? [...ownLanguages])
  const frame = {
    language,
    title: inLanguage(introduction.title, language),
    place: placeName,
    isSample: wave.isSample,
    languageSwitch: html`<button class=vh form=f name="~go" value=next tabindex=-1 aria-hidden=true></button>${languageSwitch}`,
    scriptUrl: form.scriptUrl,
    isDraft: form.isDraft,
    font: form.font,
  }
  return shell(frame, new FormDrawing(form, state).draw(placeName))
}

class FormDrawing {
  private readonly say: MarkedPhrases<Markup>
  private readonly indexes: Map<Question, number>
  private readonly visible: number[]
  private readonly marks: 'required' | 'optional'

  constructor(
    private readonly form: LightForm,
    private readonly state: FormState,
  ) {
    this.say = markedPhrases[form.language]
    this.indexes = new Map(form.compiled.form.questions.map((question, index) => [question, index]))
    this.visible = visiblePages(form.compiled, state.answers)
    const { questions } = form.compiled.form
    this.marks = questions.filter(asksForAnswer).length * 2 < questions.length ? 'required' : 'optional'
  }

  draw(placeName: Markup): Markup {
    const { form, state } = this
    const { pages } = form.compiled.form
    const data = {
      wave: form.wave.id,
      unit: form.place.unitId,
      form: form.wave.formName,
      language: form.language,
      questions: portableQuestions(form.compiled, form.language),
      phrases: ownLanguages.some((own) => own === form.language)
        ? undefined
        : findLanguage(form.language)?.phrases,
    }
    return html`<form id=f method=post novalidate autocomplete=off><input type=hidden name="~page" value=${state.page}><input type=hidden name="~form" value="${form.wave.formName}"><input type=hidden name="~language" value=${form.language}>${
      state.receipt && html`<input type=hidden name="~receipt" value="${state.receipt}">`
    }<input type=hidden name="~shown" value="${this.shownNow()}">${this.messages()}${this.introduction(placeName)}${pages.map(
      (page, index) => this.page(page, index + 1),
    )}${this.steps()}</form><template id=thanks>${thanks(form.language, '')}</template><script type="application/json" id=data>${jsonBlock(data)}</script>`
  }

  private introduction(placeName: Markup): Markup {
    const { introduction, wave, language } = this.form
    const fact = (name: Markup, text: Markup) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`
    const fault = this.state.faults.find((one) => one.question === '~consent')
    return html`<section data-page=0 ${this.state.page !== 0 && html`hidden`}><h1 tabindex=-1>${markedText(introduction.title, language)}</h1><p class=about>${markedText(wave.title, language)}</p><p class=lead>${markedText(introduction.purpose, language)}</p><dl class=facts>${fact(this.say.about, placeName)}${fact(this.say.minutes, this.say.minutesText(introduction.minutes))}${fact(this.say.asker, markedText(introduction.asker, language))}${fact(this.say.handling, markedText(introduction.handling, language))}${fact(this.say.retention, markedText(introduction.retention, language))}</dl><label class="o consent"><input type=checkbox id=consent name="~consent" value=1 ${this.state.hasConsent && html`checked`} ${fault && html`aria-invalid=true aria-describedby=e-consent`}><span>${markedText(introduction.consent, language)}</span></label>${fault && html`<p class=fault id=e-consent>${markedText(fault, language)}</p>`}</section>`
  }

  private page(page: Page, number: number): Markup {
    const { compiled, language } = this.form
    const place = this.visible.indexOf(number) + 1
    const of = this.visible.length
    const title = page.title
      ? markedText(page.title, language)
      : markedText(this.form.introduction.title, language)
    return html`<section data-page=${number} ${this.condition(page)} ${this.state.page !== number && html`hidden`}><p class=part><span>${place > 0 && this.say.part(place, of)}</span><progress value=${Math.max(place, 1)} max=${of} aria-hidden=true></progress></p><h1 class=title tabindex=-1>${title}</h1>${
      page.description && html`<p class=about>${markedText(page.description, language)}</p>`
    }${page.elements.map((element) => this.element(element, compiled))}</section>`
  }

  private element(element: Element, compiled: CompiledForm): Markup {
    const { language } = this.form
    const hidden = !isShown(compiled, element, this.state.answers) && html`hidden`
    const attributes = html`${this.condition(element)} ${hidden}`
    if (element.kind === 'html')
      return html`<div class=text ${attributes}>${markedHtml(element.html, language)}</div>`
    if (element.kind === 'image') return html``
    if (element.kind === 'panel')
      return html`<div class=panel ${attributes}>${element.title && html`<h2>${markedText(element.title, language)}</h2>`}${
        element.description && html`<p class=about>${markedText(element.description, language)}</p>`
      }${element.elements.map((inner) => this.element(inner, compiled))}</div>`
    const index = this.indexes.get(element) ?? 0
    const { answers, faults } = this.state
    const view = {
      language,
      index,
      value: answers[element.name],
      words: answers[commentKey(element)],
      faults,
      marks: this.marks,
    }
    return html`<div class=q data-q=${index} ${attributes}>${mediaHtml(element.name, this.form.media ?? [], language)}${questionHtml(element, view)}</div>`
  }

  /** The condition for the script; "null" where only the server can tell, so that the script shows it. */
  private condition(part: Conditions): Markup | false {
    return part.visibleIf ? html`data-if="${JSON.stringify(portableExpression(part.visibleIf))}"` : false
  }

  /** Questions with a condition that are on the page now: others that turn up after the next step are new to the reader. */
  private shownNow(): string {
    const page = this.form.compiled.form.pages[this.state.page - 1]
    if (!page) return ''
    return questionsOf(page)
      .filter((question) => this.isVisible(question))
      .map((question) => this.indexes.get(question))
      .join(' ')
  }

  private isVisible(question: Question): boolean {
    const compiled = this.form.compiled.questions[this.indexes.get(question) ?? -1]
    return compiled?.isVisible(this.state.answers) ?? false
  }

  private messages(): Markup {
    const { faults, hasNewQuestions } = this.state
    const notice = hasNewQuestions && html`<p class=notice role=status>${this.say.newQuestions}</p>`
    const list = faults.map(
      (fault) =>
        html`<li><a href="#${this.anchorOfFault(fault)}">${markedText(fault, this.form.language)}</a></li>`,
    )
    return html`${notice}<div id=errors class=errors role=alert tabindex=-1 ${faults.length === 0 && html`hidden`}>${
      faults.length > 0 && html`<h2>${this.say.faultsTitle(faults.length)}</h2><ul>${list}</ul>`
    }</div>`
  }

  private anchorOfFault(fault: Fault): string {
    return anchorOfPath(this.form.compiled.form.questions, fault.question)
  }

  private steps(): Markup {
    const { page } = this.state
    const isLast = page > 0 && this.visible.at(-1) === page
    const label = page === 0 ? this.say.begin : isLast ? this.say.send : this.say.next
    return html`<p class=go><button class=b name="~go" value=next id=next>${label}</button><button class="b quiet" name="~go" value=back id=back ${page === 0 && html`hidden`}>${this.say.back}</button></p><div id=unsent class=notice role=status hidden></div>`
  }
}
