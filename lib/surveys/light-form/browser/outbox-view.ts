// How many answers wait on this device, in sight on every page, and behind it the list: why each waits, sending now,
// saving to a file. Shows no answer of anybody, only receipts and reasons.

import { delayWords } from '#lib/surveys/light-form/browser/delay-words'
import { deliverAll } from '#lib/surveys/light-form/browser/deliver'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { countLetters, findLetter, listReceipts } from '#lib/surveys/light-form/browser/outbox'
import { onOutboxChange } from '#lib/surveys/light-form/browser/outbox-news'
import { findOfficerKey, saveAnswerFile } from '#lib/surveys/light-form/browser/save-answer-file'

export class OutboxView {
  private readonly badge = element('button', { type: 'button', class: 'unsent', hidden: true })
  private readonly panel = element('dialog', { 'aria-labelledby': 'outbox-title' })

  /** `collects`: also at zero, for those who collect answers of others. `isLocked`: the count only, no list on touch. */
  constructor(private readonly settings: { collects: boolean; isLocked: boolean }) {
    this.badge.id = 'outbox'
    this.badge.disabled = settings.isLocked
    this.badge.addEventListener('click', () => void this.openList())
    onOutboxChange(() => void this.refresh())
    void this.refresh()
  }

  /** Puts itself into the header of the page as it stands now. */
  place(): void {
    document.querySelector('.top')?.after(this.badge)
    document.body.append(this.panel)
    void this.refresh()
  }

  private get say() {
    return devicePhrases(document.documentElement.lang)
  }

  private async refresh(): Promise<void> {
    // A browser that keeps nothing (some private windows) has nothing to count.
    const none = { waiting: 0, refused: 0, exported: 0 }
    const { waiting, refused, exported } = await countLetters().catch(() => none)
    const counts = [
      (waiting > 0 || this.settings.collects) && this.say.unsentCount(waiting),
      refused > 0 && this.say.refusedCount(refused),
      exported > 0 && this.say.exportedCount(exported),
    ].filter((text) => text !== false)
    this.badge.textContent = counts.join(' · ')
    this.badge.hidden = counts.length === 0
    this.badge.classList.toggle('none', waiting + refused === 0)
    if (this.panel.open) await this.fillList()
  }

  async openList(): Promise<void> {
    await this.fillList()
    this.panel.showModal()
  }

  private async fillList(): Promise<void> {
    const { say } = this
    const items = await Promise.all(
      (await listReceipts()).map(async ({ receipt, exportedOn }) =>
        element(
          'li',
          {},
          element('code', {}, receipt),
          element('p', {}, await this.stateOf(receipt)),
          ...(exportedOn ? [element('p', { class: 'hint' }, say.exportedOn(dayFirst(exportedOn)))] : []),
        ),
      ),
    )
    const officerKey = await findOfficerKey()
    this.panel.replaceChildren(
      element('h2', { id: 'outbox-title', tabindex: '-1' }, say.outboxTitle),
      element('p', { class: 'about' }, say.outboxLead),
      element('ul', { class: 'letters' }, ...items),
      element(
        'p',
        { class: 'go' },
        button(say.sendNow, () => void deliverAll({ alsoRefused: true }), 'b'),
        ...(officerKey ? [button(say.exportFile, () => void saveAnswerFile(officerKey))] : []),
        button(say.close, () => this.panel.close()),
      ),
      ...(officerKey ? [element('p', { class: 'hint' }, say.exportNote)] : []),
    )
  }

  private async stateOf(receipt: string): Promise<string> {
    const letter = await findLetter(receipt)
    if (!letter) return this.say.unreadable
    if (!letter.refusal) return delayWords(this.say, letter.delay)
    return document.documentElement.lang === 'en' ? letter.refusal.titleEn : letter.refusal.title
  }
}

const dayFirst = (day: string) => day.split('-').reverse().join('/')
