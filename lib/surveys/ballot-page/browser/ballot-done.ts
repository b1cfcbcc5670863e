// The last page of a ballot: what has become of it, the receipt to keep, and the ways to check. A ballot that waits for a
// network turns into thanks by itself.
import type { CastBallot } from '#lib/ballots/ballot-client'
import type { ReceiptFile } from '#lib/ledger/receipt-file'
import type { BallotDrafts } from '#lib/surveys/ballot-page/browser/ballot-drafts'
import { isPromised, receiptOf } from '#lib/surveys/ballot-page/browser/ballot-receipt'
import { ballotWords } from '#lib/surveys/ballot-page/browser/ballot-words'
import { forgetCode } from '#lib/surveys/ballot-page/browser/code-in-address'
import { receiptLink } from '#lib/surveys/ballot-page/receipt-link'
import { findCast } from '#lib/surveys/light-form/browser/cast-ballot'
import { button, element } from '#lib/surveys/light-form/browser/elements'
import { fateOf, type HandedIn } from '#lib/surveys/light-form/browser/hand-in'
import { onOutboxChange } from '#lib/surveys/light-form/browser/outbox-news'
import { byId } from '#lib/surveys/light-form/browser/page-data'
import type { Refusal } from '#lib/surveys/light-form/browser/send'

/** Shows it in place of the page, and again whenever the fate of the ballot changes. */
export async function showBallotDone(handedIn: HandedIn, drafts: BallotDrafts): Promise<void> {
  for (const control of document.querySelectorAll('.top button')) control.remove()
  const main = byId('main')
  const thanks = byId<HTMLTemplateElement>('thanks')
  const { receipt } = drafts.record
  const draw = async (fate: HandedIn) => {
    const cast = (await findCast(receipt).catch(() => null)) as CastBallot | null
    main.replaceChildren(pageOf(fate, drafts, thanks, receiptOf(drafts.record, cast)))
  }
  await draw(handedIn)
  scrollTo(0, 0)
  main.querySelector<HTMLElement>('h1')?.focus()
  if (handedIn.state === 'stored') return
  onOutboxChange(async () => {
    if (main.querySelector('code')?.textContent === receipt) await draw(await fateOf(receipt))
  })
}

function pageOf(
  fate: HandedIn,
  drafts: BallotDrafts,
  thanks: HTMLTemplateElement,
  file: ReceiptFile | null,
): DocumentFragment {
  const { lang } = document.documentElement
  const say = ballotWords(lang)
  const page = thanks.content.cloneNode(true) as DocumentFragment
  const put = (selector: string, text: string) => {
    const found = page.querySelector(selector)
    if (found) found.textContent = text
  }
  put('code', drafts.record.receipt)
  // Made by the server from the answers, for people who are not in secret; here the device makes the file itself.
  page.querySelector('form.save')?.remove()
  page.querySelector('a[href="/receipt"]')?.remove()
  if (fate.state === 'stored') {
    put('h1', say.done)
    put('h1+p', say.doneText)
    put('.hint', say.receiptNote)
    page.append(afterwards(drafts, file))
    return page
  }
  page.querySelector('svg')?.remove()
  page.querySelector('.done')?.classList.add('held')
  put('h1', say.kept)
  put('h1+p', fate.state === 'refused' ? `${say.refusedText} ${sentence(fate.refusal, lang)}` : say.keptText)
  put('.hint', '')
  return page
}

const sentence = ({ title, titleEn }: Refusal, language: string) => (language === 'en' ? titleEn : title)

function afterwards(drafts: BallotDrafts, file: ReceiptFile | null): HTMLElement {
  const say = ballotWords(document.documentElement.lang)
  const { wave } = drafts.record.place
  const go = element('p', { class: 'go' })
  const box = element('div', { class: 'after' })
  if (file) {
    box.append(
      element(
        'p',
        isPromised(file) ? {} : { class: 'fault' },
        isPromised(file) ? say.promised : say.notPromised,
      ),
    )
    go.append(
      button(say.saveReceipt, () => saveReceipt(file), 'b'),
      element('a', { class: 'b quiet', href: receiptLink(file) }, say.checkReceipt),
    )
  }
  go.append(element('a', { class: 'b quiet', href: `/s/${wave}/check${location.search}` }, say.howCheck))
  const forget = async () => {
    await drafts.drop()
    forgetCode()
    box.replaceChildren(element('p', { role: 'status' }, say.forgotten))
    byId('main').querySelector('code')?.remove()
  }
  box.append(
    go,
    element('p', { class: 'hint' }, say.receiptPrivate),
    button(say.forget, () => void forget()),
  )
  return box
}

function saveReceipt(file: ReceiptFile): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  element('a', { href: url, download: `bien-nhan-${file.answer.wave}.json` }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
