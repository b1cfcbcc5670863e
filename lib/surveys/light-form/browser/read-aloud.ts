// A button at each question that reads it aloud: the uploaded recordings where there are some, else a voice of the browser
// for that language, else no button. A question is read as it stands, with all of its choices or with none, each in the
// same voice: what is read for one and not for another would steer.
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { readPageData } from '#lib/surveys/light-form/browser/page-data'
import { pagePhrases } from '#lib/surveys/light-form/browser/page-phrases'
import { type Piece, piecesOf } from '#lib/surveys/light-form/browser/pieces-to-read'
import { Reader } from '#lib/surveys/light-form/browser/reader'

const reader = new Reader()
/** For the pages of now; a fresh copy of the page takes it away. */
let watching = new AbortController()

/** Puts the buttons where something can be heard, now and when the browser has found its voices. */
export function offerReading(): void {
  watching.abort()
  watching = new AbortController()
  reader.stop()
  const { signal } = watching
  for (const event of ['submit', 'popstate', 'pagehide'])
    addEventListener(event, () => reader.stop(), { signal })
  const data = readPageData()
  if (!data) return
  const { listen } = pagePhrases(data.language, data.phrases)
  const lang = data.language === 'en' || data.phrases?.listen ? data.language : 'vi'
  const offer = () => {
    for (const question of document.querySelectorAll<HTMLElement>('.q')) offerAt(question, listen, lang)
  }
  offer()
  window.speechSynthesis?.addEventListener?.('voiceschanged', offer, { signal })
}

function offerAt(question: HTMLElement, words: string, lang: string): void {
  const [title] = piecesOf(question)
  if (!title || question.querySelector(':scope>.say') || !reader.canRead(title)) return
  const say = button('', () => toggle(question, say), 'say')
  say.lang = lang
  say.append(speaker(), element('span', { class: 'vh' }, `${words}: ${title.text}`))
  say.setAttribute('aria-pressed', 'false')
  // The button plays the question's own; those of choices stay, so that one can be heard again alone. The page has them
  // for all choices or for none.
  for (const audio of question.querySelectorAll<HTMLElement>('.media audio[data-of=""]'))
    audio.parentElement!.hidden = true
  question.prepend(say)
}

function toggle(question: HTMLElement, say: HTMLButtonElement): void {
  const isReading = say.getAttribute('aria-pressed') === 'true'
  reader.stop()
  if (isReading) return
  say.setAttribute('aria-pressed', 'true')
  void reader.read(evenly(piecesOf(question))).then(() => say.setAttribute('aria-pressed', 'false'))
}

/** All choices or none: where one of them cannot be heard, the question is read without them. */
function evenly(pieces: Piece[]): Piece[] {
  const canReadAll = pieces.every((piece) => !piece.isChoice || reader.canRead(piece))
  return pieces.filter((piece) => (canReadAll || !piece.isChoice) && reader.canRead(piece))
}

function speaker(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', 'M4 9v6h4l5 4V5L8 9zM16 9q3 3 0 6M18.500 6.500q5.500 5.500 0 11')
  svg.append(path)
  return svg
}
