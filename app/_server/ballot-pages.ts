// The pages of a confidential wave: the ballot at /s/<wave> and "How can I check?" at /s/<wave>/check. The same bytes for
// everybody, whoever is signed in; no code, no cookie and no session is looked at, and no plain form post is taken.
import { createHash } from 'node:crypto'
import { keyListFingerprint } from '#lib/ballots/ballot-key'
import { listBallotKeys } from '#lib/flows/list-ballot-keys'
import { type OpenBallotPage, openBallotPage } from '#lib/flows/open-ballot-page'
import { offeredLanguage, recallWave } from '#lib/flows/recall-wave'
import { problems } from '#lib/problem'
import { checkPage, type ShownFile } from '#lib/surveys/ballot-page/check-page'
import { gateHtml } from '#lib/surveys/ballot-page/gate-html'
import { ballotHandling } from '#lib/surveys/ballot-page/gate-words'
import type { LanguageCode } from '#lib/surveys/languages'
import { formPage, type LightForm } from '#lib/surveys/light-form/form-page'
import { untouched } from '#lib/surveys/light-form/form-state'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { languageLinks } from '#lib/surveys/light-form/language-switch'
import { shell } from '#lib/surveys/light-form/shell'
import { thanks } from '#lib/surveys/light-form/thanks'
import { inLanguage } from '#lib/surveys/local-text'
import { surveyPage } from '#lib/surveys/survey-page/survey-page'
import { aboutForm, type PageAddress } from './citizen-pages'
import type { Reply } from './citizen-reply'
import { ballotScript, lightFormWorker, surveyPageScript } from './light-form-script'
import { pageFont } from './page-font'

/** The longest that a finished ballot waits before it goes. */
const longestDelay = 5 * 60_000

/** Whether the address is that of a confidential wave. */
export async function isOfBallot({ wave }: PageAddress): Promise<boolean> {
  return (await recallWave(wave)).secrecy === 'ballot'
}

/** Refuses everything but looking: a posted form would carry answers and whatever the browser adds to them. */
export function refusePost(): never {
  throw problems.methodNotAllowed({ allow: 'GET, HEAD, OPTIONS' })
}

/** The page of a ballot. Throws unknownUnit. */
export async function showBallotPage({ wave, query }: PageAddress): Promise<Reply> {
  const open = await openBallotPage(null, { wave, unit: query.get('u') || undefined })
  const language = offeredLanguage(open.wave, query.get('lang'))
  const font = await pageFont(language, open.wave.file)
  const gate = gateOf(open, language)
  const isSurveyJs = Boolean(open.unit) && !open.closed && open.wave.serving.way === 'surveyjs'
  return { ...page(draw(open, gate, language, font, isSurveyJs)), font, isSurveyJs }
}

function gateOf({ wave, unit, closed }: OpenBallotPage, language: LanguageCode): Markup {
  return gateHtml({
    data: { wave: wave.id, unit: unit?.id, isOpen: !closed, longestDelay },
    introduction: wave.file,
    wave: { vi: wave.title, en: wave.titleEn },
    unit: unit ? { vi: unit.name, en: unit.nameEn } : undefined,
    closesAt: wave.closesAt,
    closed: closed ?? undefined,
    language,
  })
}

function draw(
  { wave, unit, closed }: OpenBallotPage,
  gate: Markup,
  language: LanguageCode,
  font: LightForm['font'],
  isSurveyJs: boolean,
): string {
  const languageUrl = (code: LanguageCode) =>
    `?${unit ? `u=${encodeURIComponent(unit.id)}&` : ''}lang=${code}`
  const scriptUrl = ballotScript().url
  if (!unit || closed) {
    const { isSample } = wave
    const languageSwitch = languageLinks(language, wave.languages, languageUrl)
    const title = inLanguage(wave.file.title, language)
    return shell({ language, title, isSample, languageSwitch, scriptUrl, font }, closedPage(gate, language))
  }
  const form = {
    ...aboutForm({ wave, unit, village: null }, language, font),
    // How a ballot is handled follows from the wave, whatever the form says of other ways in.
    introduction: { ...wave.file, handling: ballotHandling },
    officerKey: undefined,
    scriptUrl,
    gate: { html: gate, languageUrl },
  }
  if (!isSurveyJs) return formPage(form, untouched)
  const { script, style } = surveyPageScript()
  return surveyPage({ ...form, languageUrl, surveyScriptUrl: script.url, styleUrl: style.url })
}

/** Ballots of before can still be looked at: thanks stand ready. */
const closedPage = (gate: Markup, language: LanguageCode) =>
  html`${gate}<template id=thanks>${thanks(language, '')}</template>`

/** The page on which anybody can look at the keys and at the code that ran. Throws unknownWave. */
export async function showCheckPage({ wave, query }: PageAddress): Promise<Reply> {
  const open = await openBallotPage(null, { wave })
  const language = offeredLanguage(open.wave, query.get('lang'))
  const list = await listBallotKeys(null, { wave })
  const font = await pageFont(language, open.wave.file)
  const body = checkPage({
    wave: { id: open.wave.id, title: { vi: open.wave.title, en: open.wave.titleEn } },
    units: new Map(
      [...open.wave.units.values()].map(({ id, name, nameEn }) => [id, { vi: name, en: nameEn }]),
    ),
    keys: list.keys.map((key) => ({ ...key, fingerprint: sha256(Buffer.from(key.publicKey, 'base64url')) })),
    fingerprint: keyListFingerprint(list),
    files: filesOf(open.wave.serving.way === 'surveyjs'),
    language,
    languages: open.wave.languages,
    isSample: open.wave.isSample,
    font,
  })
  return { ...page(body), font }
}

/** Every file of code that a delegate's browser runs. */
function filesOf(isSurveyJs: boolean): ShownFile[] {
  const { script, style } = surveyPageScript()
  const files = [ballotScript(), lightFormWorker(), ...(isSurveyJs ? [script, style] : [])]
  return files.map(({ url, source }) => ({ url, bytes: Buffer.byteLength(source), sha256: sha256(source) }))
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

const page = (body: string): Reply => ({
  status: 200,
  body,
  type: 'text/html',
  caching: 'ask',
  // Not even the unit of the address goes along with what the page asks for.
  headers: { 'referrer-policy': 'no-referrer' },
})
