// The last page: thanks with the receipt, or what has become of an answer that could not be sent yet. It turns into thanks
// by itself when the answer arrives while somebody still looks, and into another language on the spot.

import { delayWords } from '#lib/surveys/light-form/browser/delay-words'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { element } from '#lib/surveys/light-form/browser/elements'
import { showIn } from '#lib/surveys/light-form/browser/fresh-pages'
import { fateOf, type HandedIn } from '#lib/surveys/light-form/browser/hand-in'
import { announceHere, onOutboxChange } from '#lib/surveys/light-form/browser/outbox-news'
import { byId } from '#lib/surveys/light-form/browser/page-data'
import type { Submission } from '#lib/surveys/light-form/browser/submission'

export type DoneSettings = {
  /** What was sent, where nobody else uses the device next: its receipt file is offered. */
  own?: Submission
  /** Puts an untouched copy of the page in another language in place; false when it cannot be had. */
  showIn: (language: string) => boolean | Promise<boolean>
  /** What stands below the message. */
  below: () => Node[]
}

/** For somebody on a device of their own. */
export function showOwnDone(handedIn: HandedIn, receipt: string, own?: Submission): void {
  showDone(handedIn, receipt, { own, showIn, below: () => [] })
}

export function showDone(handedIn: HandedIn, receipt: string, settings: DoneSettings): void {
  if (handedIn.state === 'withdrawn') return
  let fate: HandedIn = handedIn
  let thanks: HTMLTemplateElement
  const message = () => messageOf(thanks, receipt, fate, settings.own)
  const lay = () => {
    thanks = byId<HTMLTemplateElement>('thanks')
    const main = byId('main')
    main.replaceChildren(message(), ...settings.below())
    offerLanguages(async (language) => {
      const isThere = await settings.showIn(language)
      if (isThere) lay()
      return isThere
    })
    askForMarks()
    announceHere()
    scrollTo(0, 0)
    main.querySelector<HTMLElement>('h1')?.focus()
  }
  lay()
  if (handedIn.state === 'stored') return
  onOutboxChange(async () => {
    fate = await fateOf(receipt)
    const shown = document.querySelector('.done')
    if (shown?.querySelector('code')?.textContent !== receipt) return
    shown.replaceWith(message())
    askForMarks()
  })
}

/** The buttons and links of the header belong to the form, which is gone: now they change the language of this page. */
function offerLanguages(choose: (language: string) => Promise<boolean>): void {
  for (const control of document.querySelectorAll<HTMLElement>('.top :is(button,a).lang')) {
    control.addEventListener('click', (event) => {
      event.preventDefault()
      void choose(control.lang).then((isThere) => {
        if (!isThere) control.remove()
      })
    })
  }
}

function messageOf(
  thanks: HTMLTemplateElement,
  receipt: string,
  fate: HandedIn,
  own?: Submission,
): DocumentFragment {
  const page = thanks.content.cloneNode(true) as DocumentFragment
  const code = page.querySelector('code')
  if (code) code.textContent = receipt
  if (fate.state !== 'stored') tellKept(page, fate)
  else if (own) offerFile(page, own)
  if (fate.state === 'stored' && own) fillMarks(page, own)
  return page
}

/** Answers of a contest are marked by the server, which shows the marks as the next page; the button stays for when that fails. */
function fillMarks(page: DocumentFragment, { wave, receipt, answers }: Submission): void {
  const form = page.querySelector<HTMLFormElement>('form.ask')
  const field = form?.querySelector('input')
  if (!form || !field) return
  field.value = JSON.stringify({ wave, receipt, answers })
  form.hidden = false
}

function askForMarks(): void {
  document.querySelector<HTMLFormElement>('form.ask:not([hidden])')?.submit()
}

function offerFile(page: DocumentFragment, own: Submission): void {
  const form = page.querySelector<HTMLFormElement>('form.save')
  const field = form?.querySelector('input')
  const { wave, receipt, answers, mode = 'self' } = own
  if (!form || !field || mode !== 'self') return
  field.value = JSON.stringify({ wave, receipt, answers })
  form.hidden = false
}

function tellKept(page: DocumentFragment, fate: Exclude<HandedIn, { state: 'stored' }>): void {
  const { lang } = document.documentElement
  const say = devicePhrases(lang)
  const refusal = fate.state === 'refused' ? fate.refusal : null
  const delay = 'delay' in fate ? fate.delay : undefined
  page.querySelector('svg')?.remove()
  page.querySelector('a[href="/receipt"]')?.remove()
  const hint = page.querySelector('.hint')
  if (hint) hint.textContent = refusal ? '' : say.mayClose
  page.querySelector('.done')?.classList.add('held')
  if (!refusal) page.querySelector('.later')?.removeAttribute('hidden')
  const [heading, text] = [page.querySelector('h1'), page.querySelector('p')]
  if (heading) heading.textContent = say.kept
  if (text) text.textContent = refusal ? say.keptRefused : `${delayWords(say, delay)} ${say.keptText}`
  if (refusal) text?.after(element('p', {}, lang === 'en' ? refusal.titleEn : refusal.title))
}
