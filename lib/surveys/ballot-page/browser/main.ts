// The script of a confidential ballot: everything the light form's script does on other pages, and before it the way from
// an invitation to a ballot that nobody can trace. On no other page. The server's part is the same for every delegate: what
// this script knows of the person it has from the fragment of the address, which is never sent.
import { BallotRefusal, ballotClient, type OpenedInvitation } from '#lib/ballots/ballot-client'
import { readInvitationCode } from '#lib/ballots/invitation-code'
import { showBallotDone } from '#lib/surveys/ballot-page/browser/ballot-done'
import { BallotDrafts, type SaveState } from '#lib/surveys/ballot-page/browser/ballot-drafts'
import { readBallotPageData } from '#lib/surveys/ballot-page/browser/ballot-page-data'
import {
  type BallotRecord,
  findRecord,
  keepRecord,
  recordKey,
} from '#lib/surveys/ballot-page/browser/ballot-record'
import { addBallotStyle } from '#lib/surveys/ballot-page/browser/ballot-style'
import { ballotWords } from '#lib/surveys/ballot-page/browser/ballot-words'
import { forgetCode, keepCode, takeCode } from '#lib/surveys/ballot-page/browser/code-in-address'
import { GateView, wordsOf } from '#lib/surveys/ballot-page/browser/gate-view'
import { prepareBallot, signBallot, WrongKey } from '#lib/surveys/ballot-page/browser/get-ballot'
import { handInBallot, sendWhenDue } from '#lib/surveys/ballot-page/browser/hand-in-ballot'
import { type Desk, offerDesk } from '#lib/surveys/ballot-page/browser/hand-over-desk'
import { showTools } from '#lib/surveys/ballot-page/browser/tools-view'
import { draftKeyOf, openDraft, readResumeCode } from '#lib/surveys/ballot-page/resume-code'
import { Courier } from '#lib/surveys/light-form/browser/courier'
import { canSeal } from '#lib/surveys/light-form/browser/device-seal'
import { addDeviceStyle } from '#lib/surveys/light-form/browser/device-style'
import { FormSession } from '#lib/surveys/light-form/browser/form-session'
import { findLetter } from '#lib/surveys/light-form/browser/outbox'
import { OutboxView } from '#lib/surveys/light-form/browser/outbox-view'
import { byId, readPageData } from '#lib/surveys/light-form/browser/page-data'
import { offerReading } from '#lib/surveys/light-form/browser/read-aloud'
import { startWorker } from '#lib/surveys/light-form/browser/start-worker'

const data = readBallotPageData()
const say = ballotWords(document.documentElement.lang)
const client = ballotClient()
const gate = new GateView()
let giveDesk: (desk: Desk) => void = () => {}

function start(): void {
  addDeviceStyle()
  addBallotStyle()
  const code = takeCode()
  if (!canSeal()) {
    gate.stop(say.needsHttps)
    return
  }
  offerDesk(
    new Promise((resolve) => {
      giveDesk = resolve
    }),
  )
  new OutboxView({ collects: false, isLocked: false }).place()
  new Courier().hurry()
  startWorker()
  if (code) void openWith(code)
  else gate.askForCode(onTyped)
}

function onTyped(typed: string): void {
  void openWith(typed)
}

/** Goes on with whatever the code opens: a ballot on this device, an invitation, or a draft from another device. */
async function openWith(typed: string): Promise<void> {
  const invitation = readInvitationCode(typed)
  const code = invitation ?? readResumeCode(typed)
  if (!code) {
    forgetCode()
    return gate.askForCode(onTyped, say.codeMistyped)
  }
  gate.wait(say.looking)
  keepCode(code)
  try {
    const key = await recordKey(code)
    const record = await findRecord(key)
    if (record?.signed) return goOn(key, record)
    if (!data.isOpen) return gate.stop(say.closed, [say.otherCode, askAnew])
    if (invitation && record) goOn(key, await signBallot(client, key, code, record))
    else if (invitation) await openInvitation(code, key)
    else await resume(code, key)
  } catch (error) {
    fail(error, () => void openWith(code))
  }
}

async function openInvitation(code: string, key: string): Promise<void> {
  const invitation = await client.openInvitation(code)
  if (moveTo(invitation)) return
  const begin = () => {
    gate.wait(say.fetching)
    getBallot(code, key, invitation).catch((error: unknown) => fail(error, begin))
  }
  gate.invite(invitation, begin, askAnew)
}

async function getBallot(code: string, key: string, invitation: OpenedInvitation): Promise<void> {
  const prepared = (await findRecord(key)) ?? (await prepareBallot(client, key, invitation))
  goOn(key, await signBallot(client, key, code, prepared))
}

/** From the copy that another device has sealed. */
async function resume(code: string, key: string): Promise<void> {
  const draftKey = await draftKeyOf(code)
  const bytes = await client.getDraft(draftKey.id)
  const record = bytes && (await openDraft<BallotRecord>(draftKey, bytes))
  if (!record) {
    forgetCode()
    return gate.askForCode(onTyped, say.draftUnknown)
  }
  await keepRecord(key, record)
  goOn(key, record)
}

/** Whether the page has to be another one first: that of the wave and unit which the code is for. */
function moveTo({ wave, unit }: { wave: string; unit: string }): boolean {
  if (wave === data.wave && unit === data.unit) return false
  const parameters = new URLSearchParams(location.search)
  parameters.set('u', unit)
  location.replace(`/s/${encodeURIComponent(wave)}?${parameters}`)
  return true
}

/** A ballot is at hand: the form, the wait that was interrupted, or the receipt. */
function goOn(key: string, record: BallotRecord): void {
  if (moveTo(record.place)) return
  let tell: (state: SaveState) => void = () => {}
  const drafts = new BallotDrafts(key, record, client, (state) => tell(state))
  const done: Desk['onDone'] = (handedIn) => void showBallotDone(handedIn, drafts)
  const showForm = () => {
    if (!data.isOpen) {
      gate.stop(say.closed, [say.otherCode, askAnew])
      return
    }
    byId('gate').remove()
    tell = showTools(drafts, putAway)
    byId('ballot').hidden = false
    const handIn: Desk['handIn'] = (submission) =>
      hidden(() => handInBallot(submission, drafts, data.longestDelay))
    giveDesk({ drafts, handIn, onDone: done })
    showLightForm({ drafts, handIn, onDone: done }, drafts)
  }
  if (!record.handedIn) {
    showForm()
    return
  }
  void findLetter(record.receipt).then(async (letter) => {
    byId('gate').hidden = true
    const handedIn = letter?.refusal
      ? ({ state: 'refused', refusal: letter.refusal, isKept: true } as const)
      : await sendWhenDue(drafts, data.isOpen)
    if (handedIn.state === 'withdrawn' || (handedIn.state === 'refused' && !handedIn.isKept)) showForm()
    else done(handedIn, record.receipt)
  })
}

/** Nothing on a page of SurveyJS, whose own script shows it. */
function showLightForm(desk: Desk, drafts: BallotDrafts): void {
  const form = readPageData()
  if (!form) return
  offerReading()
  new FormSession(form, {
    ...desk,
    leavesTrail: true,
    coversWhenIdle: false,
    switchLanguage: (language) => void drafts.keep().finally(() => switchLanguage(language)),
  }).start()
}

/** The form is out of sight while something waits in its place. */
async function hidden<Result>(work: () => Promise<Result>): Promise<Result> {
  const form = byId('ballot')
  form.hidden = true
  try {
    return await work()
  } finally {
    form.hidden = false
  }
}

function switchLanguage(language: string): void {
  const parameters = new URLSearchParams(location.search)
  parameters.set('lang', language)
  location.search = parameters.toString()
}

function putAway(drafts: BallotDrafts): void {
  void drafts
    .keep()
    .catch(() => {})
    .finally(() => {
      forgetCode()
      location.reload()
    })
}

function askAnew(): void {
  forgetCode()
  gate.askForCode(onTyped)
}

function fail(error: unknown, again: () => void): void {
  const other: [string, () => void] = [say.otherCode, askAnew]
  const refusal = error instanceof BallotRefusal ? error : null
  const canComeLater = !refusal || refusal.status >= 500 || refusal.status === 429
  if (error instanceof WrongKey) gate.stop(say.keyWrong)
  else if (error instanceof DOMException) gate.stop(say.noStorage, [say.tryAgain, again])
  else if (refusal?.code === 'ballot_already_signed') gate.stop(say.takenElsewhere, other)
  else if (canComeLater) gate.stop(wordsOf(error), [say.tryAgain, again], other)
  else gate.stop(wordsOf(error), other)
}

start()
