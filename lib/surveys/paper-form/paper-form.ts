// A form on paper: a pure function of the same SurveyJS JSON that the screen forms are made from. Everything a condition
// might ask is printed, with a note that says for whom. The surprise: page numbers and page marks are the work of the
// printing browser (page-marks.ts), which alone knows where pages end.
import type { Element, Form, Page, Panel } from '#lib/surveys/form'
import { html, type Markup, trusted } from '#lib/surveys/light-form/html'
import { paperPhrases as phrases } from '#lib/surveys/paper-form/paper-phrases'
import { PaperDrawing } from '#lib/surveys/paper-form/paper-question'
import { paperQuestions } from '#lib/surveys/paper-form/paper-questions'
import { type PrintLanguages, TwoLanguages } from '#lib/surveys/paper-form/two-languages'
import type { LocalText } from '#lib/surveys/variable'

export type PaperHead = {
  title: LocalText
  asker: LocalText
  purpose: LocalText
  handling: LocalText
  consent: LocalText
  wave: LocalText
  unit: LocalText
  /** A drawn village is written in by hand. */
  hasVillage: boolean
  isSample: boolean
}

/** The sheet's HTML, without page marks and style. */
export function paperForm(form: Form, head: PaperHead, languages: PrintLanguages): Markup {
  const questions = paperQuestions(form)
  const numberOf = (name: string) =>
    questions.find(({ key }) => key.toLowerCase() === name.trim().split(/[.[]/)[0]?.toLowerCase())?.number
  const texts = new TwoLanguages(languages, numberOf)
  const drawing = new PaperDrawing(questions, texts)
  return html`<article class="paper-form">
${paperHead(head, texts)}
${form.pages.map((page) => container(page, drawing, texts))}
<p class="thanks">${texts.say(phrases.thanks)}</p>
</article>`
}

function paperHead(head: PaperHead, texts: TwoLanguages): Markup {
  return html`<header class="head">
${head.isSample && html`<p class="sample">${texts.say(phrases.sample)}</p>`}
<p class="asker">${texts.say(head.asker)}</p>
<h1>${texts.say(head.title)}</h1>
<p class="small">${texts.say(head.wave)}</p>
<p class="unit">${texts.say(phrases.unit)}: ${texts.say(head.unit)}</p>
${head.hasVillage && html`<p>${texts.say(phrases.village)}: <span class="line" data-field="village"></span></p>`}
<p class="small">${texts.say(head.purpose)}</p>
<p class="small">${texts.say(head.handling)}</p>
<p class="consent"><span class="box"></span> ${texts.say(head.consent)}</p>
<p class="how-to">${texts.say(phrases.howTo)}</p>
</header>`
}

/** A page or panel: its heading and note, then what is in it. Page ends of the screen form mean nothing on paper. */
function container(part: Page | Panel, drawing: PaperDrawing, texts: TwoLanguages): Markup {
  const heading = part.kind === 'page' ? 'h2' : 'h4'
  return html`${part.title && html`${trusted(`<${heading}>`)}${texts.say(part.title)}${trusted(`</${heading}>`)}`}
${drawing.condition(part)}
${part.description && html`<p class="hint lead">${texts.say(part.description)}</p>`}
${part.elements.map((element) => drawn(element, drawing, texts))}`
}

function drawn(element: Element, drawing: PaperDrawing, texts: TwoLanguages): Markup | undefined {
  if (element.kind === 'panel') return container(element, drawing, texts)
  if (element.kind === 'image') {
    const [link] = texts.texts(element.link)
    const alternative = element.alternative ? texts.texts(element.alternative)[0] : ''
    return html`<p class="picture"><img src="${link}" alt="${alternative}"></p>`
  }
  if (element.kind !== 'html') return drawing.question(element)
  const [first, second] = texts.texts(element.html)
  return html`${drawing.condition(element)}<div class="text">${trusted(first)}${
    second && html`<div class="second">${trusted(second)}</div>`
  }</div>`
}
