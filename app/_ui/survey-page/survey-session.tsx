// One person filling in a form on the page of SurveyJS: the introduction with the consent, then SurveyJS, then the same way
// in as from the light form: kept sealed on the device, sent with a receipt, thanks. The draft lives in this tab only.

import { createRoot, type Root } from 'react-dom/client'
import type { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { showOwnDone } from '#lib/surveys/light-form/browser/done-view'
import { askedAfter, DraftStore } from '#lib/surveys/light-form/browser/draft'
import { element } from '#lib/surveys/light-form/browser/elements'
import type { SessionSettings } from '#lib/surveys/light-form/browser/form-session'
import { handInPreview, isBackWithThePerson } from '#lib/surveys/light-form/browser/hand-in'
import { handInPatiently } from '#lib/surveys/light-form/browser/hand-in-patiently'
import { IdleWatch } from '#lib/surveys/light-form/browser/idle-watch'
import { byId, draftKey } from '#lib/surveys/light-form/browser/page-data'
import { pagePhrases } from '#lib/surveys/light-form/browser/page-phrases'
import type { Refusal } from '#lib/surveys/light-form/browser/send'
import { newReceipt, type Submission, submissionHere } from '#lib/surveys/light-form/browser/submission'
import { whoseDraft } from '#lib/surveys/light-form/browser/whose-draft'
import type { Phrases } from '#lib/surveys/light-form/phrases'
import { plainData } from '#lib/surveys/survey-clock'
import { shownSurvey } from '#lib/surveys/survey-page/shown-survey'
import type { SurveyPageData } from '#lib/surveys/survey-page/survey-page'
import { clearFaults, showFaults, tell } from './survey-faults'

/** How this answer is kept and sent: like any other, or as a ballot. */
export type SurveyDesk = Pick<SessionSettings, 'drafts' | 'handIn' | 'onDone'>

/** For somebody on a device of their own, whom nobody has invited. */
export const openDesk = ({ isPreview }: SurveyPageData): SurveyDesk => ({
  drafts: new DraftStore(draftKey(), false),
  handIn: isPreview ? handInPreview : undefined,
  onDone: showOwnDone,
})

export class SurveySession {
  private readonly say: Phrases
  private readonly idle = new IdleWatch(askedAfter, () => this.cover())
  private readonly place = byId('survey')
  private survey: Model
  private root: Root | null = null
  private receipt = newReceipt()
  private isSending = false

  constructor(
    private readonly data: SurveyPageData,
    private readonly desk: SurveyDesk,
  ) {
    this.say = pagePhrases(data.language, data.phrases)
    this.survey = this.makeSurvey()
  }

  /** Offers to begin, or goes on with the draft of this tab. */
  start(): void {
    history.replaceState({ step: 0 }, '')
    addEventListener('popstate', ({ state }) => this.goTo(state?.step))
    byId('loading').hidden = true
    const begin = byId('begin')
    begin.hidden = false
    begin.addEventListener('click', () => this.begin())
    const found = this.desk.drafts.load()
    if (!found) return
    this.resume(found.draft)
    if (found.isOld) this.cover()
  }

  private makeSurvey(): Model {
    const survey = shownSurvey(this.data.survey, this.data.language)
    survey.onValueChanged.add(() => this.save())
    survey.onCurrentPageChanged.add(() => {
      clearFaults()
      this.save()
      this.leaveTrail()
    })
    survey.onComplete.add(() => void this.finish())
    return survey
  }

  private begin(): void {
    if (!byId<HTMLInputElement>('consent').checked) {
      tell(element('p', {}, this.say.consentMissing))
      return
    }
    clearFaults()
    this.show()
    this.save()
    this.leaveTrail()
    scrollTo({ top: 0, behavior: 'instant' })
    this.survey.focusFirstQuestion()
  }

  private show(): void {
    byId('start').hidden = true
    this.place.hidden = false
    this.root ??= createRoot(byId('place'))
    this.root.render(<Survey model={this.survey} key={this.receipt} />)
    this.idle.watch()
  }

  /** Every page of the form is a step that the back button of the browser undoes; 0 is the introduction. */
  private leaveTrail(): void {
    const step = this.survey.currentPageNo + 1
    if (!this.place.hidden && history.state?.step !== step) history.pushState({ step }, '')
  }

  /** Going back checks nothing, as with the form's own button; what was answered stays. */
  private goTo(step: unknown): void {
    if (typeof step !== 'number' || this.isSending) return
    clearFaults()
    if (step === 0) {
      this.place.hidden = true
      byId('start').hidden = false
      return
    }
    if (this.place.hidden) this.show()
    this.survey.currentPageNo = step - 1
  }

  private resume({ receipt, page, fields }: { receipt: string; page: number; fields: [string, string][] }) {
    const kept = new Map(fields)
    byId<HTMLInputElement>('consent').checked = kept.has('~consent')
    this.receipt = receipt
    this.survey.data = JSON.parse(kept.get('~data') ?? '{}')
    this.survey.currentPageNo = Math.max(page - 1, 0)
    if (page === 0) return
    this.show()
    history.replaceState({ step: page }, '')
  }

  private save(): void {
    if (this.place.hidden) return
    const { data, currentPageNo } = this.survey
    const text = JSON.stringify(plainData(data))
    this.desk.drafts.save({
      receipt: this.receipt,
      page: currentPageNo + 1,
      fields: [
        ['~consent', '1'],
        ['~data', text],
      ],
    })
  }

  /** Hides what was filled in until somebody says that it is theirs. */
  private cover(): void {
    this.place.hidden = true
    const uncover = (isMine: boolean) => {
      box.remove()
      if (isMine) this.show()
      else this.forget()
    }
    const box = whoseDraft(devicePhrases(this.data.language), uncover)
    this.place.before(box)
    box.querySelector('h1')?.focus()
  }

  /** As if nobody had been here. */
  private forget(): void {
    this.desk.drafts.clear()
    this.receipt = newReceipt()
    this.survey = this.makeSurvey()
    this.root?.unmount()
    this.root = null
    byId<HTMLInputElement>('consent').checked = false
    byId('start').hidden = false
    byId('main').focus()
  }

  private async finish(): Promise<void> {
    this.idle.rest()
    this.isSending = true
    const page = this.survey.currentPageNo
    this.place.hidden = true
    const waiting = element('p', { class: 'lead', role: 'status' }, this.say.sending)
    this.place.before(waiting)
    const handedIn = await handInPatiently(() => this.submission(), this.say, this.desk.handIn)
    waiting.remove()
    if (!isBackWithThePerson(handedIn)) {
      this.desk.drafts.clear()
      this.root?.unmount()
      this.desk.onDone(handedIn, this.receipt, this.submission())
      return
    }
    this.isSending = false
    this.survey.clear(false, false)
    this.survey.currentPageNo = page
    this.place.hidden = false
    this.show()
    if (handedIn.state === 'refused') this.refuse(handedIn.refusal)
  }

  private refuse({ code, faults, title, titleEn }: Refusal): void {
    const { language } = this.data
    if (code === 'invalid_answers' && faults?.length) showFaults(this.survey, faults, language, this.say)
    else tell(element('p', {}, language === 'en' ? titleEn : title))
  }

  private submission(): Submission {
    return submissionHere(this.data, this.receipt, plainData(this.survey.data))
  }
}
