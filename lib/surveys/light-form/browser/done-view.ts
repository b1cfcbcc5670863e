// The last page: thanks with the receipt, or what has become of an answer that could not be sent yet. It turns into thanks
// by itself when the answer arrives while somebody still looks.

import { delayWords } from '#lib/surveys/light-form/browser/delay-words'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { element } from '#lib/surveys/light-form/browser/elements'
import { fateOf, type HandedIn } from '#lib/surveys/light-form/browser/hand-in'
import { onOutboxChange } from '#lib/surveys/light-form/browser/outbox-news'
import { byId } from '#lib/surveys/light-form/browser/page-data'

export function showDone(handedIn: HandedIn, receipt: string): void {
  if (handedIn.state === 'withdrawn') return
  for (const control of document.querySelectorAll('.top button')) control.remove()
  const thanks = byId<HTMLTemplateElement>('thanks')
  const main = byId('main')
  main.replaceChildren()
  draw(main, thanks, receipt, handedIn)
  scrollTo(0, 0)
  main.querySelector<HTMLElement>('h1')?.focus()
  if (handedIn.state === 'stored') return
  onOutboxChange(async () => {
    const fate = await fateOf(receipt)
    if (main.isConnected && main.querySelector('code')?.textContent === receipt)
      draw(main, thanks, receipt, fate)
  })
}

function draw(main: HTMLElement, thanks: HTMLTemplateElement, receipt: string, fate: HandedIn): void {
  const page = thanks.content.cloneNode(true) as DocumentFragment
  const code = page.querySelector('code')
  if (code) code.textContent = receipt
  if (fate.state !== 'stored') tellKept(page, fate)
  main.replaceChildren(page)
}

function tellKept(page: DocumentFragment, fate: Exclude<HandedIn, { state: 'stored' }>): void {
  const { lang } = document.documentElement
  const say = devicePhrases(lang)
  const refusal = fate.state === 'refused' ? fate.refusal : null
  const delay = 'delay' in fate ? fate.delay : undefined
  page.querySelector('svg')?.remove()
  const hint = page.querySelector('.hint')
  if (hint) hint.textContent = refusal ? '' : say.mayClose
  page.querySelector('.done')?.classList.add('held')
  const [heading, text] = [page.querySelector('h1'), page.querySelector('p')]
  if (heading) heading.textContent = say.kept
  if (text) text.textContent = refusal ? say.keptRefused : `${delayWords(say, delay)} ${say.keptText}`
  if (refusal) text?.after(element('p', {}, lang === 'en' ? refusal.titleEn : refusal.title))
}
