// Questions in front of the page: still here? which number? Each is removed when it is closed.
import { button, element } from '#lib/surveys/light-form/browser/elements'

/** A dialog that holds the focus until it is closed. */
export function openDialog(title: string, ...content: (Node | string)[]): HTMLDialogElement {
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    element('h2', { id: 'dialog-title' }, title),
    ...content,
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** Buttons in a row; the first is the one that most people want. */
export function choices(...options: [label: string, onClick: () => void][]): HTMLElement {
  const buttons = options.map(([label, onClick], place) => button(label, onClick, place ? 'b quiet' : 'b'))
  return element('p', { class: 'go' }, ...buttons)
}

/** Counts down in words, once a second; returns what ends it. */
export function countDown(seconds: number, show: (left: number) => void, onEnd: () => void): () => void {
  const endsAt = Date.now() + seconds * 1000
  show(seconds)
  const timer = setInterval(() => {
    const left = Math.ceil((endsAt - Date.now()) / 1000)
    if (left > 0) return show(left)
    clearInterval(timer)
    onEnd()
  }, 1000)
  return () => clearInterval(timer)
}
