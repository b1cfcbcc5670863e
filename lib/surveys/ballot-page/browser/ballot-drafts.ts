// Autosave of a ballot: every change is sealed on the device; once a resume code was given out, a padded copy sealed with
// that code also goes to the server, some seconds later and never at the moment of sending, when it could point at the answer.
import type { BallotClient } from '#lib/ballots/ballot-client'
import { type BallotRecord, dropRecord, keepRecord } from '#lib/surveys/ballot-page/browser/ballot-record'
import { type DraftKey, draftKeyOf, sealDraft } from '#lib/surveys/ballot-page/resume-code'
import { dropCast } from '#lib/surveys/light-form/browser/cast-ballot'
import type { Draft, Drafts } from '#lib/surveys/light-form/browser/draft'

export type SaveState = 'saving' | 'here' | 'both' | 'here-only' | 'nowhere'

const pauseHere = 300
const pauseElsewhere = 4000

export class BallotDrafts implements Drafts {
  private timerHere: ReturnType<typeof setTimeout> | undefined
  private timerElsewhere: ReturnType<typeof setTimeout> | undefined
  private writing: Promise<void> = Promise.resolve()
  private elsewhere: Promise<DraftKey> | null = null
  private isResting = false

  constructor(
    private readonly key: string,
    readonly record: BallotRecord,
    private readonly client: Pick<BallotClient, 'putDraft'>,
    private readonly tell: (state: SaveState) => void,
  ) {
    addEventListener('pagehide', () => this.hurry())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.hurry()
    })
  }

  load(): { draft: Draft; isOld: boolean } {
    const { receipt, draft } = this.record
    return { draft: { page: 0, fields: [], ...draft, receipt }, isOld: false }
  }

  save(draft: Draft): void {
    if (this.isResting) return
    this.record.draft = draft
    this.tell('saving')
    clearTimeout(this.timerHere)
    this.timerHere = setTimeout(() => void this.write(), pauseHere)
    if (this.record.resumeCode) this.planElsewhere()
  }

  /** Forgets what was typed, not the right to answer; what was handed in can still be taken back before it is sent. */
  clear(): void {
    if (this.record.handedIn) return
    this.record.draft = null
    void this.write()
  }

  /** From now on nothing is saved: the answer is on its way. */
  rest(): void {
    this.isResting = true
    clearTimeout(this.timerHere)
    clearTimeout(this.timerElsewhere)
  }

  /** The person goes on after all. */
  wake(): void {
    this.isResting = false
  }

  /** Writes the record as it is now, after all that is being written. Rejects when the device cannot. */
  keep(): Promise<void> {
    clearTimeout(this.timerHere)
    const written = this.writing.then(() => keepRecord(this.key, this.record))
    this.writing = written.catch(() => {})
    return written
  }

  /** Sends the copy for another device now. Rejects when the server has not got it. */
  async keepElsewhere(): Promise<void> {
    clearTimeout(this.timerElsewhere)
    const code = this.record.resumeCode
    if (!code) return
    this.elsewhere ??= draftKeyOf(code)
    const key = await this.elsewhere
    await this.client.putDraft(key.id, await sealDraft(key, this.record))
  }

  /** Removes everything of this ballot from the device. */
  async drop(): Promise<void> {
    this.rest()
    await this.writing
    await dropRecord(this.key)
    await dropCast(this.record.receipt)
  }

  private planElsewhere(): void {
    clearTimeout(this.timerElsewhere)
    this.timerElsewhere = setTimeout(() => {
      this.keepElsewhere().then(
        () => this.tell('both'),
        () => this.tell('here-only'),
      )
    }, pauseElsewhere)
  }

  private hurry(): void {
    if (!this.isResting && this.record.draft) void this.write()
  }

  private async write(): Promise<void> {
    await this.keep().then(
      () => this.tell(this.record.resumeCode ? 'saving' : 'here'),
      () => this.tell('nowhere'),
    )
  }
}
