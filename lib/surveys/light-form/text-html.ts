// Texts and pictures that ask nothing. The HTML is the author's, but answers can be piped into it and forms come from
// anywhere: only tags that format text are let through.
import sanitizeHtml from 'sanitize-html'
import type { Question, QuestionHtmlModel, QuestionImageModel } from 'survey-core'
import { html, type Markup, trusted } from '#lib/surveys/light-form/html'
import { fallbackMark } from '#lib/surveys/light-form/localize-form'
import { plainOf } from '#lib/surveys/light-form/question-frame'

const allowed = {
  allowedTags: sanitizeHtml.defaults.allowedTags.concat('img', 'h1', 'h2'),
  allowedAttributes: {
    a: ['href', 'hreflang'],
    img: ['src', 'alt', 'width', 'height'],
    '*': ['lang', 'dir'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel', 'data'],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
}

/** What a question of type "html" or "image" shows. */
export function textHtml(question: Question): Markup {
  if (question.getType() === 'image') return image(question as QuestionImageModel)
  const { processedHtml = '' } = question as QuestionHtmlModel
  const safe = trusted(sanitizeHtml(processedHtml.replaceAll(fallbackMark, ''), allowed))
  return processedHtml.startsWith(fallbackMark) ? html`<div lang=vi>${safe}</div>` : safe
}

function image({ imageLink, altText, locTitle }: QuestionImageModel): Markup {
  return imageLink
    ? html`<img src="${safeAddress(imageLink)}" alt="${altText?.replaceAll(fallbackMark, '') || plainOf(locTitle)}" loading=lazy>`
    : html``
}

/** No scripts in addresses. */
export function safeAddress(address: string): string {
  return /^(https?:|\/|\.|data:image\/|[^:]*$)/i.test(address.trim()) ? address.trim() : ''
}
