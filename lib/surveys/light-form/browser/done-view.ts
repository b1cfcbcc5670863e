// The last page: thanks with the receipt, or what has become of an answer that could not be sent yet. It turns into thanks
// by itself when the answer arrives while somebody still looks.

import { delayWords } from '#lib/surveys/light-form/browser/delay-words'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { element } from '#lib/surveys/light-form/browser/elements'
import { fateOf, type HandedIn } from '#lib/surveys/light-form/browser/hand-in'
import { onOutboxChange } from '#lib/surveys/light-form/browser/outbox-news'
import { byId } from '#lib/surveys/light-form/browser/page-data'
import type { Submission } from '#lib/surveys/light-form/browser/submission'

/** `own`: what was sent, where nobody else uses the device next: its receipt file is offered. */
export function showDone(handedIn: HandedIn, receipt: string, own?: Submission): void {
  if (handedIn.state === 'withdrawn') return
  for (const control of document.querySelectorAll('.top button')) control.remove()
  const thanks = byId<HTMLTemplateElement>('thanks')
  const main = byId('main')
  main.replaceChildren()
  draw(main, thanks, receipt, handedIn, own)
  scrollTo(0, 0)
  main.querySelector<HTMLElement>('h1')?.focus()
  if (handedIn.state === 'stored') return
  onOutboxChange(async () => {
    const fate = await fateOf(receipt)
    if (main.isConnected && main.querySelector('code')?.textContent === receipt)
      draw(main, thanks, receipt, fate, own)
  })
}

function draw(
  main: HTMLElement,
  thanks: HTMLTemplateElement,
  receipt: string,
  fate: HandedIn,
  own?: Submission,
): void {
  const page = thanks.content.cloneNode(true) as DocumentFragment
  const code = page.querySelector('code')
  if (code) code.textContent = receipt
  if (fate.state !== 'stored') tellKept(page, fate)
  else if (own) offerFile(page, own)
  const marks = fate.state === 'stored' && own ? fillMarks(page, own) : null
  main.replaceChildren(page)
  marks?.submit()
}

/** Answers of a contest are marked by the server, which shows the marks as the next page; the button stays for when that fails. */
function fillMarks(page: DocumentFragment, { wave, receipt, answers }: Submission): HTMLFormElement | null {
  const form = page.querySelector<HTMLFormElement>('form.ask')
  const field = form?.querySelector('input')
  if (!form || !field) return null
  field.value = JSON.stringify({ wave, receipt, answers })
  form.hidden = false
  return form
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
