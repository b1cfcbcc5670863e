// The question that stands between an unfinished form and whoever looks at the screen after a while.
import type { DevicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { choices } from '#lib/surveys/light-form/browser/dialogs'
import { element } from '#lib/surveys/light-form/browser/elements'

/** Asks whose it is, showing nothing of it. */
export function whoseDraft(say: DevicePhrases, onAnswer: (isMine: boolean) => void): HTMLElement {
  return element(
    'div',
    { class: 'whose' },
    element('h1', { tabindex: '-1' }, say.draftTitle),
    element('p', { class: 'lead' }, say.draftText),
    choices([say.draftMine, () => onAnswer(true)], [say.draftAnew, () => onAnswer(false)]),
  )
}
