// What stands between the invitation and the form: the box for a code, who is invited, the button that gets the ballot, and
// every way in which that can fail, in words and with what to do about it.
import { BallotRefusal, type OpenedInvitation } from '#lib/ballots/ballot-client'
import { ballotWords } from '#lib/surveys/ballot-page/browser/ballot-words'
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { byId } from '#lib/surveys/light-form/browser/page-data'

export class GateView {
  private readonly place = byId('gate-work')
  private readonly say = ballotWords(document.documentElement.lang)

  /** Asks for a code; `fault` says what was wrong with the one before. */
  askForCode(onCode: (typed: string) => void, fault?: string): void {
    const { say } = this
    const input = element('input', {
      type: 'text',
      id: 'code',
      class: 'code',
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: 'false',
      maxlength: '60',
      'aria-describedby': fault ? 'code-fault code-hint' : 'code-hint',
      'aria-invalid': fault ? 'true' : false,
    })
    const form = element(
      'form',
      {},
      element('label', { class: 'label', for: 'code' }, say.codeLabel),
      input,
      element('p', { class: 'hint', id: 'code-hint' }, say.codeHint),
      ...(fault ? [element('p', { class: 'fault', id: 'code-fault', role: 'alert' }, fault)] : []),
      element('p', { class: 'go' }, element('button', { class: 'b' }, say.codeGo)),
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      onCode(input.value)
    })
    this.place.replaceChildren(form)
    if (fault) input.focus()
  }

  wait(words: string): void {
    this.place.replaceChildren(element('p', { class: 'notice', role: 'status' }, words))
  }

  /** Who is invited, and the button that gets the ballot. */
  invite({ stratum, takeBy, closesAt }: OpenedInvitation, onBegin: () => void, onOther: () => void): void {
    const { say } = this
    if (stratum)
      byId('facts').append(element('div', {}, element('dt', {}, say.group), element('dd', {}, stratum)))
    if (takeBy < closesAt)
      byId('facts').append(
        element(
          'div',
          {},
          element('dt', {}, say.takeBy),
          element('dd', {}, say.takeByText(new Date(takeBy))),
        ),
      )
    this.place.replaceChildren(
      element('p', { class: 'invited', role: 'status' }, say.invited),
      element('p', { class: 'hint' }, say.beginHint),
      element('p', { class: 'go' }, button(say.begin, onBegin, 'b'), button(say.otherCode, onOther)),
    )
  }

  /** Something does not go on: why, and what can be done. */
  stop(words: string, ...ways: [label: string, onClick: () => void][]): void {
    const buttons = ways.map(([label, onClick], at) => button(label, onClick, at === 0 ? 'b' : 'b quiet'))
    const box = element('div', { class: 'errors', role: 'alert' }, element('p', {}, words))
    this.place.replaceChildren(box, element('p', { class: 'go' }, ...buttons))
  }
}

/** What the server, or the lack of one, says in words. */
export function wordsOf(error: unknown): string {
  const { lang } = document.documentElement
  if (error instanceof BallotRefusal) return lang === 'en' ? error.sentence.en : error.sentence.vi
  return ballotWords(lang).noNetwork
}
