// The script of the citizen page of SurveyJS. Beside it the page has the light form's script, which counts unsent answers
// and keeps the page for when there is no network.
import './survey-page.css'
import { offeredDesk } from '#lib/surveys/ballot-page/browser/hand-over-desk'
import { devicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import { element } from '#lib/surveys/light-form/browser/elements'
import { byId, given } from '#lib/surveys/light-form/browser/page-data'
import { keepOfficerKey } from '#lib/surveys/light-form/browser/save-answer-file'
import type { SurveyPageData } from '#lib/surveys/survey-page/survey-page'
import { openDesk, SurveySession } from './survey-session'

async function start(): Promise<void> {
  const data = JSON.parse(byId('survey-data').textContent ?? '') as SurveyPageData
  if (data.officerKey) void keepOfficerKey(data.officerKey).catch(() => {})
  if (given('m') === 'kiosk') {
    const text = devicePhrases(data.language).needsNetwork
    byId('main').replaceChildren(element('p', { class: 'lead' }, text))
    return
  }
  await addStyle(data.styleUrl)
  dropFieldStyles()
  new SurveySession(data, (await offeredDesk()) ?? openDesk(data)).start()
}

/** Settles when the style is there: SurveyJS without it is no form. */
function addStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => reject(new Error('the style of the form did not arrive')))
    document.head.append(link)
  })
}

/** The page's own rules for fields to type into, which would draw a second box inside each of SurveyJS' boxes. */
function dropFieldStyles(): void {
  const [own] = document.styleSheets
  const rules = own ? [...own.cssRules] : []
  for (const rule of rules)
    if (rule instanceof CSSStyleRule && /^(input|textarea)/.test(rule.selectorText))
      own?.deleteRule([...own.cssRules].indexOf(rule))
}

void start()
