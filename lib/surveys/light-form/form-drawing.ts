// The screens of a form as sections. With the whole form in the document, hidden parts are there too, with their
// conditions for the script; else only what is visible now.
import type { IElement, PageModel, PanelModel, Question, SurveyModel } from 'survey-core'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { FormMedia } from '#lib/surveys/form-texts'
import type { LanguageCode } from '#lib/surveys/languages'
import type { FormState } from '#lib/surveys/light-form/form-state'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedPhrases } from '#lib/surveys/light-form/marked-text'
import { mediaHtml } from '#lib/surveys/light-form/media-html'
import { pagingOf } from '#lib/surveys/light-form/paging'
import { mayAskForAnswer, textOf, type View } from '#lib/surveys/light-form/question-frame'
import { panelTitle, questionHtml } from '#lib/surveys/light-form/question-html'
import { allSpots } from '#lib/surveys/light-form/read-fields'
import { isVisible, pagingModeOf, type Root, rootsOf } from '#lib/surveys/light-form/roots'
import { isText, type Spot, spotsIn, spotsOf } from '#lib/surveys/light-form/spots'
import { textHtml } from '#lib/surveys/light-form/text-html'
import { portableExpression } from '#lib/surveys/portable-expression'

export class FormDrawing {
  /** Whether the document has all screens in it. */
  readonly isWhole: boolean
  private readonly roots: Root[]
  private readonly visible: Root[]
  private readonly spots: Spot[]
  private readonly spotOf: Map<IElement, Spot>
  private readonly view: View

  constructor(
    compiled: CompiledForm,
    private readonly survey: SurveyModel,
    private readonly state: FormState,
    private readonly language: LanguageCode,
    private readonly media: readonly FormMedia[] = [],
    /** Stands above pages of a form without titles. */
    private readonly name: Markup = markedPhrases[language].productMeans,
  ) {
    this.isWhole = pagingOf(compiled).by === 'browser'
    this.roots = rootsOf(survey, pagingModeOf(compiled.json as object))
    this.visible = this.roots.filter(isVisible)
    this.spots = spotsOf(survey)
    this.spotOf = new Map(this.spots.map((spot) => [spot.question as IElement, spot]))
    const asking = this.spots.filter(({ question }) => mayAskForAnswer(question))
    this.view = {
      language,
      faults: state.faults,
      marks: asking.length * 2 < this.spots.length ? 'required' : 'optional',
      typed: state.typed,
      isWhole: this.isWhole,
      focus: state.focus,
      anchors: new Map(),
    }
  }

  pages(): Markup[] {
    const drawn = this.isWhole ? this.roots : this.roots.filter(({ number }) => number === this.state.page)
    return drawn.map((root) => this.section(root))
  }

  /** Numbers of the questions on the screen now, as in their ids: others that turn up after the next step are new to the reader. */
  shown(): string {
    const here = this.roots[this.state.page - 1]
    const spots = here ? here.parts.flatMap((part) => spotsIn(this.spots, part)) : []
    return allSpots(spots)
      .filter(({ question }) => question.isVisible)
      .map(({ anchor }) => anchor.slice(1))
      .join(' ')
  }

  isLast(): boolean {
    return this.state.page > 0 && this.visible.at(-1)?.number === this.state.page
  }

  /** The id of the element that a fault's path leads to; known once the pages are drawn. */
  anchorOf(path: string): string {
    if (path === '~consent') return 'consent'
    const { anchors } = this.view
    for (let part = path; part; part = part.slice(0, Math.max(part.lastIndexOf('.'), 0))) {
      const anchor = anchors.get(part)
      if (anchor) return anchor
    }
    return 'main'
  }

  private section(root: Root): Markup {
    const { number, page, parts } = root
    const say = markedPhrases[this.language]
    const place = this.visible.indexOf(root) + 1
    const of = this.visible.length
    const isPage = parts[0] === page
    const heading = (page.title && textOf(page.locTitle)) || textOf(this.survey.locTitle) || this.name
    const about = isPage && textOf(page.locDescription)
    return html`<section data-page=${number} ${isPage && parts.length === 1 && this.condition(page)} ${this.state.page !== number && html`hidden`}><p class=part><span>${place > 0 && say.part(place, of)}</span><progress value=${Math.max(place, 1)} max=${Math.max(of, 1)} aria-hidden=true></progress></p><h1 class=title tabindex=-1>${heading}</h1>${
      about && html`<p class=about>${about}</p>`
    }${parts.map((part, index) => (part.isPage ? this.pageParts(part as unknown as PageModel, index) : this.element(part)))}</section>`
  }

  /** The elements of a page; one that shares its screen with others has a heading of its own. */
  private pageParts(page: PageModel, index: number): Markup {
    const elements = html`${page.elements.map((element) => this.element(element))}`
    if (index === 0) return elements
    return page.isVisible || this.isWhole
      ? html`<div class=panel ${this.condition(page)}>${panelTitle(page)}${elements}</div>`
      : html``
  }

  private element(element: IElement): Markup {
    if (!this.isWhole && !element.isVisible) return html``
    const attributes = this.condition(element)
    if (element.isPanel) {
      const panel = element as unknown as PanelModel
      return html`<div class=panel ${attributes}>${panelTitle(panel)}${panel.elements.map((inner) => this.element(inner))}</div>`
    }
    const question = element as Question
    if (isText(question)) return html`<div class=text ${attributes}>${textHtml(question)}</div>`
    const spot = this.spotOf.get(element)
    return spot
      ? html`<div class=q data-q=${spot.index} ${attributes}>${mediaHtml(question, this.media, this.language)}${questionHtml(spot, this.view)}</div>`
      : html``
  }

  /** The condition for the script, and whether it hides the part now. */
  private condition(element: IElement): Markup | false {
    const { visibleIf } = element as unknown as { visibleIf?: string }
    if (!visibleIf || !this.isWhole) return false
    return html`data-if="${JSON.stringify(portableExpression(visibleIf))}" ${!element.isVisible && html`hidden`}`
  }
}
