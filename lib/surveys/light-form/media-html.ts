// Recordings and pictures of a question and its choices, in a block of its own before the question: players that a phone
// brings along, without a script, loading nothing until somebody presses play. What a language lacks is heard in Vietnamese.
// Choices are heard all or none: a player at one and not at another would steer.
import type { ItemValue, Question } from 'survey-core'
import type { FormMedia } from '#lib/surveys/form-texts'
import { mainLanguage } from '#lib/surveys/languages'
import { choicesOf } from '#lib/surveys/light-form/choice-html'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedText } from '#lib/surveys/light-form/marked-text'
import { inLanguage } from '#lib/surveys/local-text'

/** The block of one question; nothing when it has no recordings and pictures. */
export function mediaHtml(question: Question, media: readonly FormMedia[], language: string): Markup {
  const { name } = question
  const own = media.filter(({ owner }) => owner === name || owner.startsWith(`${name}/`))
  const uneven = unevenLists(question, own, language)
  const shown = own.filter(({ kind, owner }) => kind !== 'audio' || !uneven.includes(listOf(owner)))
  return shown.length === 0
    ? html``
    : html`<div class=media>${shown.map((one) => figure(one, placeIn(name, one.owner), language))}</div>`
}

const listOf = (owner: string) => owner.slice(0, owner.lastIndexOf('/'))

/** Lists of choices that have recordings for some and not for others. */
function unevenLists(question: Question, media: readonly FormMedia[], language: string): string[] {
  const { name } = question
  const { columns = [] } = question as unknown as { columns?: ItemValue[] }
  const lists = {
    [`${name}/choices`]: choicesOf(question).map(({ value }) => value),
    [`${name}/columns`]: question.getType() === 'matrix' ? columns.map(({ value }) => value) : [],
  }
  const heard = new Set(
    media
      .filter(({ kind, addresses }) => kind === 'audio' && addressIn(addresses, language))
      .map(({ owner }) => owner),
  )
  return Object.keys(lists).filter((list) => lists[list]!.some((value) => !heard.has(`${list}/${value}`)))
}

const addressIn = (addresses: FormMedia['addresses'], language: string) =>
  addresses[language] ?? addresses[mainLanguage]

/** What the script finds a recording by: the value of the choice, the name of the row; nothing for the question itself. */
const placeIn = (question: string, owner: string) =>
  owner.slice(question.length).split('/').slice(2).join('/')

function figure({ kind, addresses, label }: FormMedia, place: string, language: string): Markup {
  const address = addressIn(addresses, language)
  if (!address) return html``
  const name = inLanguage(label, language)
  const spoken = addresses[language] ? language : mainLanguage
  const medium =
    kind === 'audio'
      ? html`<audio controls preload=none src="${address}" lang="${spoken}" aria-label="${name}" data-of="${place}"></audio>`
      : html`<img src="${address}" alt="${name}" loading=lazy>`
  return html`<figure>${medium}<figcaption>${markedText(label, language)}</figcaption></figure>`
}
