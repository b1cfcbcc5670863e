// The page of a form that SurveyJS shows: the same shell, header and introduction as the light form, sent before the large
// script, so that people read while it loads. The answers go to the same POST /api/answers. Without JavaScript it says what
// to do instead.
import { findLanguage, type LanguageCode, ownLanguages } from '#lib/surveys/languages'
import { behindGate, type LightForm } from '#lib/surveys/light-form/form-page'
import { untouched } from '#lib/surveys/light-form/form-state'
import { html, jsonBlock } from '#lib/surveys/light-form/html'
import { introductionHtml } from '#lib/surveys/light-form/introduction-html'
import { languageLinks } from '#lib/surveys/light-form/language-switch'
import { localizeForm } from '#lib/surveys/light-form/localize-form'
import { markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import { shell } from '#lib/surveys/light-form/shell'
import type { PhraseTexts } from '#lib/surveys/light-form/speak'
import { thanks } from '#lib/surveys/light-form/thanks'
import { inLanguage } from '#lib/surveys/local-text'

export type SurveyPage = LightForm & {
  languageUrl: (code: LanguageCode) => string
  /** The script of SurveyJS, beside the one that all citizen pages have. */
  surveyScriptUrl: string
  /** The style sheet of SurveyJS; asked for by the script, so that the first view does not wait for it. */
  styleUrl: string
}

/** What the page's script has to know. */
export type SurveyPageData = {
  wave: string
  unit: string
  /** "slug.vN" */
  form: string
  language: LanguageCode
  /** SurveyJS JSON in this one language. */
  survey: object
  styleUrl: string
  /** Public key for files of unsent answers; absent where the server has none. */
  officerKey?: string
  /** Staff look at it; nothing is kept. */
  isPreview?: boolean
  /** Only of languages that the script does not bring with it. */
  phrases?: PhraseTexts
}

/** The document. */
export function surveyPage(page: SurveyPage): string {
  const { introduction, wave, language, place } = page
  const say = markedPhrases[language]
  const unit = markedText(place.unit, language)
  const placeName = place.village ? html`${markedText({ vi: place.village }, language)}, ${unit}` : unit
  const frame = {
    language,
    title: inLanguage(introduction?.title ?? wave.title, language),
    place: placeName,
    isSample: wave.isSample,
    isDraft: page.isDraft,
    isPreview: page.isPreview,
    font: page.font,
    scriptUrl: page.scriptUrl,
    languageSwitch: languageLinks(language, page.languages ?? [...ownLanguages], page.languageUrl),
  }
  const about = introduction && introductionHtml(introduction, wave.title, placeName, untouched, language)
  const all = html`<div id=errors class=errors role=alert tabindex=-1 hidden></div><div id=start>${about}<p id=loading class=notice>${say.loadingForm}</p><p class=go><button type=button class=b id=begin hidden>${say.begin}</button></p></div><div id=survey hidden><h1 class=title>${frame.title}</h1><div id=place></div></div><div id=unsent class=notice role=status hidden></div>`
  return shell(
    frame,
    html`${behindGate(page.gate, all)}<template id=thanks>${thanks(language, '')}</template><script type="application/json" id=survey-data>${jsonBlock(pageData(page))}</script><script src="${page.surveyScriptUrl}" defer></script>`,
  )
}

function pageData({
  compiled,
  wave,
  place,
  language,
  styleUrl,
  officerKey,
  isPreview,
}: SurveyPage): SurveyPageData {
  return {
    wave: wave.id,
    unit: place.unitId,
    form: wave.formName,
    language,
    survey: surveyIn(compiled.json, language),
    styleUrl,
    officerKey,
    isPreview,
    phrases: ownLanguages.some((own) => own === language) ? undefined : findLanguage(language)?.phrases,
  }
}

/**
 * The form in one language, as a browser may have it: without its right answers. What is missing in the language stands in
 * Vietnamese, without the light form's mark for it.
 */
export function surveyIn(formJson: unknown, language: string): object {
  return withoutRightAnswers(localizeForm(formJson, language, '')) as object
}

function withoutRightAnswers(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutRightAnswers)
  if (json === null || typeof json !== 'object') return json
  const kept = Object.entries(json).filter(([name]) => name !== 'correctAnswer')
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutRightAnswers(value)]))
}
