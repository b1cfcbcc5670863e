// A form whose every step asks the server: it can neither run on a kiosk nor without a network, and says so before anybody
// starts. A step that is tried without a network is held back, because the browser's own error page would lose the answers.
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { element } from '#lib/surveys/light-form/browser/elements'
import { byId } from '#lib/surveys/light-form/browser/page-data'

export function tellNetworkNeeded(mode: string | undefined): void {
  const say = devicePhrases(document.documentElement.lang)
  if (mode === 'kiosk') {
    byId('main').replaceChildren(element('p', { class: 'lead' }, say.noKiosk))
    return
  }
  const form = byId<HTMLFormElement>('f')
  const isFirst = form.querySelector<HTMLInputElement>('input[name="~page"]')?.value === '0'
  if (isFirst) form.before(element('p', { class: 'notice' }, say.needsNetwork))
  const notice = byId('unsent')
  const tell = () => {
    notice.textContent = navigator.onLine ? '' : say.waitForNetwork
    notice.hidden = navigator.onLine
  }
  for (const change of ['online', 'offline']) addEventListener(change, tell)
  tell()
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    tell()
    notice.scrollIntoView({ block: 'center' })
  })
}
