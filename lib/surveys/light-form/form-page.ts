// The light form as one HTML document, from the SurveyJS JSON. Where the script can turn the pages itself, all of them are
// in the document and one is shown; else only the present one. Without the script every step is a plain form post that
// renders this again. A pure function of form, place, state and language.
import type { SurveyModel } from 'survey-core'
import type { Fault } from '#lib/problem'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { FormMedia } from '#lib/surveys/form-texts'
import { findLanguage, type LanguageCode, ownLanguages } from '#lib/surveys/languages'
import { FormDrawing } from '#lib/surveys/light-form/form-drawing'
import type { FormState } from '#lib/surveys/light-form/form-state'
import { html, jsonBlock, type Markup } from '#lib/surveys/light-form/html'
import { type Introduction, introductionHtml } from '#lib/surveys/light-form/introduction-html'
import { languageButtons, languageLinks } from '#lib/surveys/light-form/language-switch'
import { markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import { openStep } from '#lib/surveys/light-form/open-step'
import { pagingOf } from '#lib/surveys/light-form/paging'
import { type InterfaceLanguage, phrases } from '#lib/surveys/light-form/phrases'
import { portableQuestions } from '#lib/surveys/light-form/portable-form'
import { plainOf } from '#lib/surveys/light-form/question-frame'
import { type PageFont, shell } from '#lib/surveys/light-form/shell'
import { thanks } from '#lib/surveys/light-form/thanks'
import { inLanguage } from '#lib/surveys/local-text'
import { plainData } from '#lib/surveys/survey-clock'
import type { LocalText } from '#lib/surveys/variable'

export type LightForm = {
  compiled: CompiledForm
  /** Absent for a bare SurveyJS form that is only looked at: then there is no page before the first. */
  introduction?: Introduction
  wave: { id: string; title: LocalText; formName: string; isSample: boolean; isContest?: boolean }
  place: { unitId: string; unit: LocalText; village?: string }
  language: InterfaceLanguage
  /** Those that the wave offers; Vietnamese and English unless told otherwise. */
  languages?: LanguageCode[]
  scriptUrl: string
  /** Public key for files of unsent answers. */
  officerKey?: string
  /** Recordings and pictures of the form. */
  media?: FormMedia[]
  /** No native speaker has reviewed the words of this language. */
  isDraft?: boolean
  /** Only looked at: the script sends the answers to this page's own address and keeps nothing. */
  isPreview?: boolean
  font?: PageFont
  /** Of a confidential wave: what stands before the form, which the script shows once there is a ballot. */
  gate?: PageGate
}

export type PageGate = { html: Markup; languageUrl: (code: LanguageCode) => string }

/** The form behind its gate, out of sight; no post of it would be taken. */
export const behindGate = (gate: PageGate | undefined, content: Markup): Markup =>
  gate ? html`${gate.html}<div id=ballot hidden>${content}</div>` : content

/** The document. */
export function formPage(form: LightForm, given: FormState): string {
  const { compiled, language, introduction, wave, place } = form
  const survey = openStep(compiled.json as object, language, given)
  const state = { ...given, answers: given.answers ?? plainData(survey.data) }
  const unit = markedText(place.unit, language)
  const placeName = place.village ? html`${markedText({ vi: place.village }, language)}, ${unit}` : unit
  const offered = form.languages ?? [...ownLanguages]
  const languageSwitch = form.gate
    ? languageLinks(language, offered, form.gate.languageUrl)
    : languageButtons(language, offered)
  const title = introduction ? inLanguage(introduction.title, language) : plainOf(survey.locTitle)
  const count = state.faults.length
  const frame = {
    language,
    // A page that is loaded anew is read out from its title on: what is wrong comes first.
    title: count > 0 ? `${phrases[language].faultsTitle(count)} – ${title}` : title,
    place: placeName,
    isSample: wave.isSample,
    languageSwitch: html`<button class=vh form=f name="~go" value=next tabindex=-1 aria-hidden=true></button>${languageSwitch}`,
    scriptUrl: form.scriptUrl,
    isDraft: form.isDraft,
    isPreview: form.isPreview,
    font: form.font,
  }
  return shell(frame, content(form, state, survey, placeName))
}

function content(form: LightForm, state: FormState, survey: SurveyModel, placeName: Markup): Markup {
  const { compiled, introduction, wave, language } = form
  const name = introduction && markedText(introduction.title, language)
  const drawing = new FormDrawing(compiled, survey, state, language, form.media, name)
  const hidden = (name: string, value: string | number | undefined) =>
    value !== undefined && html`<input type=hidden name="${name}" value="${value}">`
  const pages = drawing.pages()
  const first =
    introduction &&
    (drawing.isWhole || state.page === 0) &&
    introductionHtml(introduction, wave.title, placeName, state, language)
  const kept = drawing.isWhole
    ? undefined
    : JSON.stringify({ answers: state.answers, variables: state.variables, trail: state.trail })
  const all = html`<form id=f method=post novalidate autocomplete=off>${hidden('~page', state.page)}${hidden('~form', wave.formName)}${hidden('~language', language)}${hidden('~receipt', state.receipt)}${hidden('~shown', drawing.shown())}${hidden('~state', kept)}${!drawing.isWhole && state.page > 0 && hidden('~consent', state.hasConsent ? 1 : undefined)}${messages(state, drawing, language)}${first}${pages}${steps(drawing, state, language)}</form>`
  return html`${behindGate(form.gate, all)}<template id=thanks>${thanks(language, '', '', wave.isContest ? wave.id : undefined)}</template><script type="application/json" id=data>${jsonBlock(pageData(form))}</script>`
}

/** What the script has to know. */
function pageData({ compiled, wave, place, language, officerKey, isPreview }: LightForm) {
  const paging = pagingOf(compiled).by
  return {
    wave: wave.id,
    unit: place.unitId,
    form: wave.formName,
    language,
    paging,
    officerKey,
    isPreview,
    questions: paging === 'browser' ? portableQuestions(compiled, language) : [],
    phrases: ownLanguages.some((own) => own === language) ? undefined : findLanguage(language)?.phrases,
  }
}

function messages(
  { faults, hasNewQuestions }: FormState,
  drawing: FormDrawing,
  language: LanguageCode,
): Markup {
  const say = markedPhrases[language]
  const notice = hasNewQuestions && html`<p class=notice role=status>${say.newQuestions}</p>`
  const line = (fault: Fault) =>
    html`<li><a href="#${drawing.anchorOf(fault.question)}">${markedText(fault, language)}</a></li>`
  return html`${notice}<div id=errors class=errors role=alert tabindex=-1 ${faults.length === 0 ? html`hidden` : html`autofocus`}>${
    faults.length > 0 && html`<h2>${say.faultsTitle(faults.length)}</h2><ul>${faults.map(line)}</ul>`
  }</div>`
}

function steps(drawing: FormDrawing, { page }: FormState, language: LanguageCode): Markup {
  const say = markedPhrases[language]
  const label = page === 0 ? say.begin : drawing.isLast() ? say.send : say.next
  return html`<p class=go><button class=b name="~go" value=next id=next>${label}</button><button class="b quiet" name="~go" value=back id=back ${page === 0 && html`hidden`}>${say.back}</button></p><div id=unsent class=notice role=status hidden></div>`
}
