// The first screen of a kiosk, for the officer who sets it up: where to put the device, and the number for leaving. It is
// chosen here, on the device, so that it never stands in a link or in the browser's history.
import type { DevicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { element } from '#lib/surveys/light-form/browser/elements'

export type KioskChoice = { pin: string; idleSeconds: number }

/** Shows it in the page; `onStart` is called within the officer's touch, which full screen needs. */
export function showKioskStart(
  main: HTMLElement,
  say: DevicePhrases,
  onStart: (choice: KioskChoice) => void,
): void {
  const pin = pinField('kiosk-pin')
  const again = pinField('kiosk-pin-again')
  const idle = element(
    'select',
    { id: 'kiosk-idle' },
    ...[60, 90, 180].map((seconds) =>
      element('option', { value: String(seconds), selected: seconds === 90 }, say.seconds(seconds)),
    ),
  )
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true })
  const form = element(
    'form',
    { autocomplete: 'off' },
    row(say.pin, pin, say.pinNote),
    row(say.pinAgain, again),
    row(say.idle, idle),
    fault,
    element('p', { class: 'go' }, element('button', { class: 'b' }, say.kioskStart)),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const sentence = !/^\d{4,8}$/.test(pin.value)
      ? say.pinWrongShape
      : pin.value !== again.value
        ? say.pinDiffers
        : ''
    fault.textContent = sentence
    fault.hidden = sentence === ''
    if (sentence) pin.focus()
    else onStart({ pin: pin.value, idleSeconds: Number(idle.value) })
  })
  main.replaceChildren(
    element('h1', { tabindex: '-1' }, say.kioskTitle),
    element('p', { class: 'lead' }, say.kioskLead),
    element('ul', { class: 'advice' }, ...say.kioskAdvice.map((text) => element('li', {}, text))),
    form,
  )
}

export function pinField(id: string): HTMLInputElement {
  return element('input', {
    id,
    class: 'pin',
    type: 'password',
    inputmode: 'numeric',
    maxlength: '8',
    autocomplete: 'off',
  })
}

export function row(label: string, field: HTMLElement, note = ''): HTMLElement {
  return element(
    'div',
    { class: 'q' },
    element('label', { class: 'label', for: field.id }, label),
    ...(note ? [element('p', { class: 'hint' }, note)] : []),
    field,
  )
}
