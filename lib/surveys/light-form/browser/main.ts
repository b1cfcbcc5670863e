// The script of the light form, on every citizen page: the form itself where there is one, the count of unsent answers
// everywhere, and the worker that makes the pages work without a network. Without it every step is a plain form post,
// with the same rules on the server.
import { startAssisted } from '#lib/surveys/light-form/browser/assisted'
import { Courier } from '#lib/surveys/light-form/browser/courier'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { canSeal } from '#lib/surveys/light-form/browser/device-seal'
import { addDeviceStyle } from '#lib/surveys/light-form/browser/device-style'
import { showDone } from '#lib/surveys/light-form/browser/done-view'
import { DraftStore } from '#lib/surveys/light-form/browser/draft'
import { element } from '#lib/surveys/light-form/browser/elements'
import { FormSession } from '#lib/surveys/light-form/browser/form-session'
import { startKiosk } from '#lib/surveys/light-form/browser/kiosk'
import { OutboxView } from '#lib/surveys/light-form/browser/outbox-view'
import { byId, draftKey, given, type PageData, readPageData } from '#lib/surveys/light-form/browser/page-data'
import { startWorker } from '#lib/surveys/light-form/browser/start-worker'

async function start(): Promise<void> {
  const data = readPageData()
  const mode = given('m')
  addDeviceStyle()
  const outbox = canSeal() ? tendOutbox(mode) : null
  if (!data) return
  // A form that the server pages needs the network at each step: no device may collect with it.
  const isWhole = data.paging !== 'server'
  if (mode === 'kiosk') return outbox && isWhole ? startKiosk(outbox).catch(refuseKiosk) : refuseKiosk()
  if (mode === 'assisted' && outbox && isWhole) return startAssisted(outbox).catch(() => startAlone(data))
  startAlone(data)
}

function tendOutbox(mode: string | undefined): OutboxView {
  const outbox = new OutboxView({
    collects: mode === 'kiosk' || mode === 'assisted',
    isLocked: mode === 'kiosk',
  })
  outbox.place()
  new Courier().hurry()
  startWorker()
  return outbox
}

/** Somebody on a device of their own. */
function startAlone(data: PageData): void {
  if (data.paging === 'server') return
  const drafts = new DraftStore(draftKey(), false)
  new FormSession(data, {
    drafts,
    leavesTrail: true,
    coversWhenIdle: true,
    switchLanguage,
    onDone: showDone,
  }).start()
}

function switchLanguage(language: string): void {
  const parameters = new URLSearchParams(location.search)
  parameters.set('lang', language)
  location.search = parameters.toString()
}

function refuseKiosk(): void {
  byId('main').replaceChildren(
    element('p', { class: 'lead' }, devicePhrases(document.documentElement.lang).needsHttps),
  )
}

void start()
