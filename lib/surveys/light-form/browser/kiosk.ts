// A device that one person after the other answers on. Language first, then the form, then thanks, then language again;
// nobody there for a while: back to the beginning, and what was typed is gone. Every person gets a fresh copy of the page,
// so there is nothing to go back to; the browser's back button only stays where it is. No name of an official is shown.
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { choices, countDown, openDialog } from '#lib/surveys/light-form/browser/dialogs'
import { showDone } from '#lib/surveys/light-form/browser/done-view'
import { DraftStore } from '#lib/surveys/light-form/browser/draft'
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { FormSession } from '#lib/surveys/light-form/browser/form-session'
import { FreshPages } from '#lib/surveys/light-form/browser/fresh-pages'
import type { HandedIn } from '#lib/surveys/light-form/browser/hand-in'
import { holdScreen, releaseScreen } from '#lib/surveys/light-form/browser/hold-screen'
import { IdleWatch } from '#lib/surveys/light-form/browser/idle-watch'
import { findLock, lockKiosk, unlockKiosk } from '#lib/surveys/light-form/browser/kiosk-lock'
import { askForStaff } from '#lib/surveys/light-form/browser/kiosk-staff'
import { showKioskStart } from '#lib/surveys/light-form/browser/kiosk-start'
import type { OutboxView } from '#lib/surveys/light-form/browser/outbox-view'
import { byId, readPageData } from '#lib/surveys/light-form/browser/page-data'
import { offerReading } from '#lib/surveys/light-form/browser/read-aloud'

const secondsToSay = 20
const secondsOfThanks = 15

/** Shows the officer's screen, or goes on at once where a kiosk was running before the browser was restarted. */
export async function startKiosk(outbox: OutboxView): Promise<void> {
  document.documentElement.classList.add('kiosk')
  const say = devicePhrases(document.documentElement.lang)
  byId('main').replaceChildren(element('p', { class: 'lead', role: 'status' }, say.loading))
  const pages = await FreshPages.gather().catch(() => null)
  if (!pages) {
    const again = element(
      'p',
      { class: 'go' },
      button(say.tryAgain, () => location.reload(), 'b'),
    )
    return byId('main').replaceChildren(element('p', { class: 'lead', role: 'alert' }, say.notLoaded), again)
  }
  const lock = await findLock()
  if (lock) return new Kiosk(pages, outbox, lock.idleSeconds).run()
  for (const part of document.querySelectorAll('.top .lang,.top .langs')) part.remove()
  showKioskStart(byId('main'), say, ({ pin, idleSeconds }) => {
    holdScreen()
    void lockKiosk(pin, idleSeconds).then(() => new Kiosk(pages, outbox, idleSeconds).run())
  })
}

class Kiosk {
  private readonly idle: IdleWatch
  private session: FormSession | null = null
  private stopCounting = () => {}

  constructor(
    private readonly pages: FreshPages,
    private readonly outbox: OutboxView,
    idleSeconds: number,
  ) {
    this.idle = new IdleWatch(idleSeconds * 1000, () => this.askStillHere())
  }

  run(): void {
    holdScreen()
    history.pushState({}, '')
    addEventListener('popstate', () => history.pushState({}, ''))
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
    addEventListener('contextmenu', (event) => event.preventDefault())
    this.welcome()
  }

  private get say() {
    return devicePhrases(document.documentElement.lang)
  }

  /** Takes everything of the person before away and waits for the next. */
  private welcome(): void {
    this.stopCounting()
    this.idle.rest()
    this.session?.end()
    const languages = this.pages.languages()
    this.lay(languages[0]?.code ?? 'vi')
    for (const part of document.querySelectorAll('.top .lang,.top .langs')) part.remove()
    const buttons = languages.map(({ code, name }) => {
      const choose = button(name, () => this.begin(code), 'b')
      choose.lang = code
      return choose
    })
    byId('main').replaceChildren(
      element('h1', { tabindex: '-1' }, devicePhrases('vi').welcome),
      element('p', { class: 'lead', lang: 'en' }, devicePhrases('en').welcome),
      element('p', { class: 'go tongues' }, ...buttons),
    )
  }

  private begin(language: string, typed?: ReturnType<FormSession['typed']>): void {
    this.session?.end()
    this.lay(language)
    const data = readPageData()
    if (!data) return
    this.session = new FormSession(data, {
      drafts: new DraftStore('', true),
      leavesTrail: false,
      coversWhenIdle: false,
      switchLanguage: (other) => this.begin(other, this.session?.typed()),
      onDone: (handedIn, receipt) => this.thank(handedIn, receipt),
    })
    this.session.resume(typed?.page ?? 0, typed)
    this.idle.watch()
  }

  private lay(language: string): boolean {
    if (!this.pages.show(language)) return false
    offerReading()
    this.outbox.place()
    const staff = () =>
      askForStaff(
        this.say,
        () => void this.outbox.openList(),
        () => void this.stop(),
      )
    document.querySelector('.foot')?.append(button(this.say.staff, staff, 'lang'))
    return true
  }

  private thank(handedIn: HandedIn, receipt: string): void {
    this.idle.rest()
    const line = element('p', { class: 'hint' })
    showDone(handedIn, receipt, {
      showIn: (language) => this.lay(language),
      below: () => [choices([this.say.nextPerson, () => this.welcome()]), line],
    })
    const show = (left: number) => {
      line.textContent = this.say.backIn(left)
    }
    this.stopCounting = countDown(secondsOfThanks, show, () => this.welcome())
  }

  private askStillHere(): void {
    const line = element('p', { class: 'lead' })
    const dialog = openDialog(this.say.stillHere, line)
    const stay = () => {
      this.stopCounting()
      this.idle.watch()
    }
    dialog.addEventListener('close', stay)
    // The close event comes a moment later: whoever taps is waited for from the tap on.
    const tapped = () => {
      dialog.removeEventListener('close', stay)
      dialog.close()
      stay()
    }
    dialog.append(choices([this.say.amHere, tapped]))
    const show = (left: number) => {
      line.textContent = this.say.resetIn(left)
    }
    this.stopCounting = countDown(secondsToSay, show, () => {
      dialog.removeEventListener('close', stay)
      this.welcome()
    })
  }

  private async stop(): Promise<void> {
    this.idle.rest()
    await unlockKiosk()
    await releaseScreen()
    location.reload()
  }
}
