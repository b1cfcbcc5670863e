// Recordings and pictures of a question and its choices, in a block of its own before the question: players that a phone
// brings along, without a script, loading nothing until somebody presses play. What a language lacks is heard in Vietnamese.
import type { FormMedia } from '#lib/surveys/form-texts'
import { mainLanguage } from '#lib/surveys/languages'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedText } from '#lib/surveys/light-form/marked-text'
import { inLanguage } from '#lib/surveys/local-text'

/** The block of one question; nothing when it has no recordings and pictures. */
export function mediaHtml(question: string, media: readonly FormMedia[], language: string): Markup {
  const own = media.filter(({ owner }) => owner === question || owner.startsWith(`${question}/`))
  return own.length === 0
    ? html``
    : html`<div class=media>${own.map((one) => figure(one, placeIn(question, one.owner), language))}</div>`
}

/** What the script finds a recording by: the value of the choice, the name of the row; nothing for the question itself. */
const placeIn = (question: string, owner: string) =>
  owner.slice(question.length).split('/').slice(2).join('/')

function figure({ kind, addresses, label }: FormMedia, place: string, language: string): Markup {
  const address = addresses[language] ?? addresses[mainLanguage]
  if (!address) return html``
  const name = inLanguage(label, language)
  const spoken = addresses[language] ? language : mainLanguage
  const medium =
    kind === 'audio'
      ? html`<audio controls preload=none src="${address}" lang="${spoken}" aria-label="${name}" data-of="${place}"></audio>`
      : html`<img src="${address}" alt="${name}" loading=lazy>`
  return html`<figure>${medium}<figcaption>${markedText(label, language)}</figcaption></figure>`
}
