// What there is to read of a question, in the order of the page: title, hints, rows, choices, each in its own language and
// with its recording where one was uploaded.

export type Piece = {
  element: Element
  text: string
  lang: string
  isChoice: boolean
  recording?: HTMLAudioElement
}

const parts = 'legend,.label,.hint,.o,.rank>span,option[value]:not([value=""])'

/** The pieces, the title first. */
export function piecesOf(question: Element): Piece[] {
  const recordings = new Map(
    [...question.querySelectorAll<HTMLAudioElement>('audio[data-of]')].map((audio) => [
      audio.dataset.of,
      audio,
    ]),
  )
  return [...question.querySelectorAll(parts)]
    .map((element, place) => pieceOf(element, place === 0 ? '' : placeOf(element), recordings))
    .filter(({ text, recording }) => text || recording)
}

function pieceOf(
  element: Element,
  place: string,
  recordings: Map<string | undefined, HTMLAudioElement>,
): Piece {
  const inner = element.querySelector('[lang]')
  return {
    element,
    text: wordsOf(element),
    lang: (inner ?? element).closest('[lang]')?.getAttribute('lang') ?? 'vi',
    isChoice: !element.matches('legend,.label,.hint'),
    recording: recordings.get(place),
  }
}

/** As in the names of recordings: the value of a choice, the name of a row. */
function placeOf(element: Element): string {
  if (element instanceof HTMLOptionElement) return element.value
  const { value = '', name = '' } = element.querySelector('input') ?? {}
  if (element.matches('.o')) return value
  return element.parentElement?.querySelector('input')?.name.split('.').pop() ?? name
}

/** Words as they are heard: without "(optional)", pictures by their description. */
function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const part of copy.querySelectorAll('.opt')) part.remove()
  const picture = copy.querySelector('img')?.alt ?? ''
  return (copy.textContent?.trim() || picture).replace(/\s+/g, ' ')
}
