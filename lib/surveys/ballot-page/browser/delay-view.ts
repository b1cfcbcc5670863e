// The wait before a ballot goes, in sight and in the person's hands: send now, or back to change something. The clock is
// drawn every second; a screen reader is told politely once a minute.
import { ballotWords } from '#lib/surveys/ballot-page/browser/ballot-words'
import { countDown } from '#lib/surveys/light-form/browser/dialogs'
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { byId } from '#lib/surveys/light-form/browser/page-data'

/** Shows the wait until `until` in place of the page; settles when it is over or somebody decides. */
export function showDelay(until: number, mayGoBack: boolean): Promise<'send' | 'withdraw'> {
  const say = ballotWords(document.documentElement.lang)
  return new Promise((resolve) => {
    const clock = element('p', { class: 'clock', role: 'timer', 'aria-label': say.delayTitle })
    const spoken = element('p', { class: 'vh', role: 'status' })
    const done = (what: 'send' | 'withdraw') => {
      stop()
      view.remove()
      resolve(what)
    }
    const view = element(
      'section',
      { class: 'wait', 'aria-labelledby': 'wait-title' },
      element('h1', { id: 'wait-title', tabindex: '-1' }, say.delayTitle),
      element('p', { class: 'lead' }, say.delayText),
      clock,
      spoken,
      element(
        'p',
        { class: 'go' },
        button(say.sendNow, () => done('send'), 'b'),
        ...(mayGoBack ? [button(say.goBack, () => done('withdraw'))] : []),
      ),
    )
    const tell = (left: number) => {
      clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
      const words = left >= 60 ? say.minutes(Math.round(left / 60)) : say.underMinute
      if ((left % 60 === 0 || !spoken.textContent) && spoken.textContent !== words) spoken.textContent = words
    }
    byId('main').prepend(view)
    scrollTo(0, 0)
    view.querySelector('h1')?.focus()
    const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000))
    const stop = countDown(seconds, tell, () => done('send'))
  })
}
