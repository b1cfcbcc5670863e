// The script of the light form, on every citizen page: the form itself where there is one, the count of unsent answers
// everywhere, and the worker that makes the pages work without a network. Without it every step is a plain form post,
// with the same rules on the server.
import { startAssisted } from '#lib/surveys/light-form/browser/assisted'
import { Courier } from '#lib/surveys/light-form/browser/courier'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { canSeal } from '#lib/surveys/light-form/browser/device-seal'
import { addDeviceStyle } from '#lib/surveys/light-form/browser/device-style'
import { showOwnDone } from '#lib/surveys/light-form/browser/done-view'
import { DraftStore } from '#lib/surveys/light-form/browser/draft'
import { element } from '#lib/surveys/light-form/browser/elements'
import { FormSession } from '#lib/surveys/light-form/browser/form-session'
import { handInPreview } from '#lib/surveys/light-form/browser/hand-in'
import { startKiosk } from '#lib/surveys/light-form/browser/kiosk'
import { tellNetworkNeeded } from '#lib/surveys/light-form/browser/network-needed'
import { OutboxView } from '#lib/surveys/light-form/browser/outbox-view'
import { byId, draftKey, given, type PageData, readPageData } from '#lib/surveys/light-form/browser/page-data'
import { offerReading } from '#lib/surveys/light-form/browser/read-aloud'
import { keepOfficerKey } from '#lib/surveys/light-form/browser/save-answer-file'
import { solveProof } from '#lib/surveys/light-form/browser/solve-proof'
import { startWorker } from '#lib/surveys/light-form/browser/start-worker'

async function start(): Promise<void> {
  const data = readPageData()
  const mode = given('m')
  addDeviceStyle()
  const outbox = canSeal() && !data?.isPreview ? tendOutbox(mode) : null
  if (!data) return proveAndSend()
  if (outbox && data.officerKey) void keepOfficerKey(data.officerKey).catch(() => {})
  if (mode !== 'assisted') offerReading()
  if (data.paging === 'server') return tellNetworkNeeded(mode)
  if (mode === 'kiosk') return outbox ? startKiosk(outbox).catch(refuse) : refuse()
  if (mode === 'assisted' && outbox) return startAssisted(outbox).catch(() => startAlone(data))
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
  const drafts = new DraftStore(draftKey(), false)
  new FormSession(data, {
    drafts,
    leavesTrail: true,
    coversWhenIdle: true,
    switchLanguage,
    handIn: data.isPreview ? handInPreview : undefined,
    onDone: showOwnDone,
  }).start()
}

function switchLanguage(language: string): void {
  const parameters = new URLSearchParams(location.search)
  parameters.set('lang', language)
  location.search = parameters.toString()
}

/** The page that asks for a proof of work: does the work and sends again what was posted. */
function proveAndSend(): void {
  const form = document.querySelector<HTMLFormElement>('#proof')
  if (!form) return
  const send = (proof: string) => {
    form.append(element('input', { type: 'hidden', name: '~proof', value: proof }))
    form.submit()
  }
  void solveProof(JSON.parse(form.dataset.challenge ?? '')).then(send, () => {})
}

function refuse(): void {
  const { needsHttps } = devicePhrases(document.documentElement.lang)
  byId('main').replaceChildren(element('p', { class: 'lead' }, needsHttps))
}

void start()
