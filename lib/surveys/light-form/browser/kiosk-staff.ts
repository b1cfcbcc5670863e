// The way out of a kiosk: the officer's number, then what staff may do on this device.
import type { DevicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { choices, openDialog } from '#lib/surveys/light-form/browser/dialogs'
import { element } from '#lib/surveys/light-form/browser/elements'
import { tryPin } from '#lib/surveys/light-form/browser/kiosk-lock'
import { pinField, row } from '#lib/surveys/light-form/browser/kiosk-start'

/** Asks for the number; with the right one offers the list of unsent answers and the end of the kiosk. */
export function askForStaff(say: DevicePhrases, showOutbox: () => void, stop: () => void): void {
  const pin = pinField('kiosk-leave')
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true })
  const form = element('form', { autocomplete: 'off' }, row(say.pin, pin), fault)
  const dialog = openDialog(say.staff, form)
  const leave = async () => {
    const verdict = await tryPin(pin.value)
    pin.value = ''
    fault.hidden = false
    fault.textContent = verdict === 'wait' ? say.pinWait : say.pinWrong
    if (verdict !== 'right') return pin.focus()
    dialog.close()
    offerWork(say, showOutbox, stop)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void leave()
  })
  dialog.append(choices([say.open, () => void leave()], [say.close, () => dialog.close()]))
  pin.focus()
}

function offerWork(say: DevicePhrases, showOutbox: () => void, stop: () => void): void {
  const dialog = openDialog(say.staff)
  const then = (work: () => void) => () => {
    dialog.close()
    work()
  }
  dialog.append(
    choices(
      [say.goOnKiosk, then(() => {})],
      [say.outboxTitle, then(showOutbox)],
      [say.stopKiosk, then(stop)],
    ),
  )
}
