// Shows the resume code on demand: to write down, copy, scan or print. It is made only when somebody asks for it, so that
// whoever answers in one go leaves no draft on the server at all.

import { qrPath } from '#lib/qr-path'
import type { BallotDrafts } from '#lib/surveys/ballot-page/browser/ballot-drafts'
import { ballotWords } from '#lib/surveys/ballot-page/browser/ballot-words'
import { formatResumeCode, makeResumeCode } from '#lib/surveys/ballot-page/resume-code'
import { openDialog } from '#lib/surveys/light-form/browser/dialogs'
import { button, element } from '#lib/surveys/light-form/browser/elements'

/** Opens the dialog; the code is shown when the server has the sealed draft. */
export async function showResumeCode(drafts: BallotDrafts): Promise<void> {
  const say = ballotWords(document.documentElement.lang)
  const { record } = drafts
  const place = element('div', { class: 'resume', 'aria-live': 'polite' }, element('p', {}, say.resumeMaking))
  const dialog = openDialog(
    say.resumeTitle,
    element('p', { class: 'about' }, say.resumeText),
    place,
    element(
      'p',
      { class: 'go' },
      button(say.close, () => dialog.close()),
    ),
  )
  const make = async () => {
    try {
      record.resumeCode ??= makeResumeCode()
      await drafts.keep()
      await drafts.keepElsewhere()
      place.replaceChildren(...codeParts(record.resumeCode))
    } catch {
      place.replaceChildren(
        element('p', { class: 'fault' }, say.noNetwork),
        button(say.tryAgain, () => void make()),
      )
    }
  }
  await make()
}

function codeParts(code: string): Node[] {
  const say = ballotWords(document.documentElement.lang)
  const shown = formatResumeCode(code)
  const copied = element('span', { role: 'status', class: 'hint' })
  const copy = () =>
    void navigator.clipboard?.writeText(shown).then(
      () => {
        copied.textContent = say.copied
      },
      () => {},
    )
  return [
    element('p', { class: 'label' }, say.resumeCode),
    element('p', {}, element('code', { class: 'big' }, shown)),
    picture(`${location.origin}${location.pathname}${location.search}#${code}`, say.resumeQr),
    element(
      'p',
      { class: 'go' },
      button(say.copy, copy),
      button(say.print, () => print()),
      copied,
    ),
    element('p', { class: 'hint' }, say.resumeLost),
  ]
}

function picture(text: string, label: string): SVGElement {
  const { path, side } = qrPath(text)
  const create = (tag: string, attributes: Record<string, string>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    return made
  }
  const svg = create('svg', { viewBox: `0 0 ${side} ${side}`, role: 'img', 'aria-label': label, class: 'qr' })
  svg.append(
    create('rect', { width: `${side}`, height: `${side}`, fill: '#fff' }),
    create('path', { d: path }),
  )
  return svg as SVGElement
}
