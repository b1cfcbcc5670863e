// The script of the light form, on every citizen page: the form itself where there is one, the count of unsent answers
// everywhere, and the worker that makes the pages work without a network. Without it every step is a plain form post,
// with the same rules on the server.
import { Courier } from '#lib/surveys/light-form/browser/courier'
import { canSeal } from '#lib/surveys/light-form/browser/device-seal'
import { addDeviceStyle } from '#lib/surveys/light-form/browser/device-style'
import { showDone } from '#lib/surveys/light-form/browser/done-view'
import { DraftStore } from '#lib/surveys/light-form/browser/draft'
import { FormSession } from '#lib/surveys/light-form/browser/form-session'
import { OutboxView } from '#lib/surveys/light-form/browser/outbox-view'
import { given, readPageData } from '#lib/surveys/light-form/browser/page-data'
import { startWorker } from '#lib/surveys/light-form/browser/start-worker'

function start(): void {
  const data = readPageData()
  if (canSeal()) {
    addDeviceStyle()
    new OutboxView(given('m') === 'assisted').place()
    new Courier().hurry()
    startWorker()
  }
  if (!data) return
  const key = `thuocdo ${data.wave} ${data.unit} ${given('c') ?? ''}`
  const drafts = new DraftStore(key, given('m') === 'kiosk')
  new FormSession(data, { drafts, leavesTrail: true, switchLanguage, onDone: showDone }).start()
}

function switchLanguage(language: string): void {
  const parameters = new URLSearchParams(location.search)
  parameters.set('lang', language)
  location.search = parameters.toString()
}

start()
