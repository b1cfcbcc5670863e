// The script of the light form: shows one page at a time and what the conditions ask for, says at once what is missing,
// keeps the draft, sends. Without it every step is a plain form post, with the same rules on the server.
import type { Fault } from '#lib/problem'
import type { Answers } from '#lib/surveys/conditions'
import { DraftStore, fillFields, newReceipt } from '#lib/surveys/light-form/browser/draft'
import { FaultView } from '#lib/surveys/light-form/browser/fault-view'
import { pagePhrases } from '#lib/surveys/light-form/browser/page-phrases'
import { pageQuestions } from '#lib/surveys/light-form/browser/page-questions'
import { type Refusal, send } from '#lib/surveys/light-form/browser/send'
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'
import type { PortableQuestion } from '#lib/surveys/light-form/portable-form'
import { readAnswers } from '#lib/surveys/light-form/read-post'
import type { PhraseTexts } from '#lib/surveys/light-form/speak'
import { holds, type PortableCondition } from '#lib/surveys/portable-condition'

type Data = {
  wave: string
  unit: string
  form: string
  language: InterfaceLanguage
  questions: PortableQuestion[]
  /** Only of languages that the script does not bring with it. */
  phrases?: PhraseTexts
}

const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind
const data = JSON.parse(byId('data').textContent ?? '') as Data
const say = pagePhrases(data.language, data.phrases)
const form = byId<HTMLFormElement>('f')
const parameters = new URLSearchParams(location.search)
const questions = pageQuestions(data.questions)
const faultView = new FaultView(
  questions.map(({ question }) => question),
  data.language,
  say,
)
const sections = [...form.querySelectorAll<HTMLElement>('section')]
const conditional = [...form.querySelectorAll<HTMLElement>('[data-if]')].map((element) => ({
  element,
  condition: JSON.parse(element.dataset.if ?? 'null') as PortableCondition | null,
}))
const drafts = new DraftStore(
  `thuocdo ${data.wave} ${data.unit} ${parameters.get('c') ?? ''}`,
  parameters.get('m') === 'kiosk',
)
let current = Number(hiddenField('~page')?.value ?? 0)
let receipt = hiddenField('~receipt')?.value ?? newReceipt()
let isSending = false

function start(): void {
  const draft = drafts.load()
  if (draft) {
    fillFields(form, draft.fields)
    current = draft.page
    receipt = draft.receipt
  }
  settle()
  show(pages().includes(current) ? current : 0, !draft && current === 0)
  history.replaceState(
    { page: current, depth: history.state?.page === current ? history.state.depth : 0 },
    '',
  )
  form.addEventListener('submit', onSubmit)
  form.addEventListener('change', onChange)
  form.addEventListener('input', save)
  addEventListener('popstate', (event) => {
    if (typeof event.state?.page === 'number' && !isSending) show(event.state.page)
  })
  if (draft?.isSending) void finish()
}

function hiddenField(name: string): HTMLInputElement | null {
  return form.querySelector(`input[type=hidden][name="${name}"]`)
}

function fields(): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && name[0] !== '~' ? [[name, value] as [string, string]] : [],
  )
}

/** The answers to what is visible. */
function answers(): Answers {
  const visible = questions.filter(({ wrapper }) => !wrapper.closest('[data-off]'))
  return readAnswers(visible, new URLSearchParams(fields()))
}

/** Shows and hides by the conditions until nothing changes any more; answers that are hidden count for nothing. */
function settle(): void {
  for (let round = 0; round < 8; round++) {
    const now = answers()
    let hasChanged = false
    for (const { element, condition } of conditional) {
      const isOff = condition !== null && !holds(condition, now)
      if (isOff !== element.hasAttribute('data-off')) hasChanged = true
      element.toggleAttribute('data-off', isOff)
      if (element.tagName !== 'SECTION') element.hidden = isOff
    }
    for (const { wrapper, isEnabled } of questions) wrapper.toggleAttribute('inert', !isEnabled(now))
    if (!hasChanged) break
  }
  for (const { question, words, wrapper } of questions) showWords(question, words?.key, wrapper)
}

/** The line for words appears with "other"; a remark is always there. */
function showWords(question: { name: string }, key: string | undefined, wrapper: HTMLElement): void {
  const other =
    'choices' in question &&
    (question.choices as { role?: string; value: unknown }[]).find((choice) => choice.role === 'other')
  const line = key && other ? wrapper.querySelector<HTMLElement>('.words') : null
  if (!line || !other) return
  const value = answers()[question.name]
  line.hidden = Array.isArray(value) ? !value.includes(other.value) : value !== other.value
}

/** Pages that have something to show now; 0 is the introduction. */
function pages(): number[] {
  return sections.flatMap((section, number) => {
    if (number === 0) return [0]
    const isEmpty = ![...section.querySelectorAll<HTMLElement>('.q,.text')].some(
      (part) => !part.closest('[data-off]'),
    )
    return section.hasAttribute('data-off') || isEmpty ? [] : [number]
  })
}

function show(page: number, isFirst = false): void {
  current = page
  sections.forEach((section, number) => {
    section.hidden = number !== page
  })
  const shown = pages().filter((number) => number > 0)
  const place = shown.indexOf(page) + 1
  const section = sections[page]
  const bar = section?.querySelector('progress')
  const label = section?.querySelector('.part span')
  if (bar && label) {
    bar.max = shown.length
    bar.value = place
    label.textContent = say.part(place, shown.length)
  }
  byId('back').hidden = page === 0
  byId('next').textContent = page === 0 ? say.begin : place === shown.length ? say.send : say.next
  if (isFirst) return
  scrollTo({ top: 0, behavior: 'instant' })
  section?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  save()
}

function save(): void {
  drafts.save({ receipt, page: current, isSending, fields: [...fields(), ...consent()] })
}

const consent = (): [string, string][] =>
  byId<HTMLInputElement>('consent').checked ? [['~consent', '1']] : []

function onChange(event: Event): void {
  const control = event.target as HTMLInputElement
  keepExclusive(control)
  settle()
  const owner = questions.find(({ wrapper }) => wrapper.contains(control))
  if (owner) faultView.renew(owner.wrapper, owner.check(answers()))
  else if (control.id === 'consent' && control.checked) faultView.clear()
  show(current, true)
  save()
}

/** "None of these" takes the other ticks away, and the other way round. */
function keepExclusive(control: HTMLInputElement): void {
  if (control.type !== 'checkbox' || !control.checked) return
  const owner = questions.find(({ wrapper }) => wrapper.contains(control))
  if (owner?.question.kind !== 'multiple') return
  const alone = new Set(
    owner.question.choices.filter((choice) => choice.isExclusive).map((choice) => String(choice.value)),
  )
  for (const other of owner.wrapper.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
    if (other !== control && (alone.has(control.value) || alone.has(other.value))) other.checked = false
}

/** If anything in here fails, the browser posts the form as if there were no script. */
function onSubmit(event: SubmitEvent): void {
  const button = event.submitter as HTMLButtonElement | null
  if (!isSending) {
    if (button?.name === '~lang') switchLanguage(button.value)
    else if (button?.id === 'back') goBack()
    else goOn()
  }
  event.preventDefault()
}

function switchLanguage(language: string): void {
  save()
  parameters.set('lang', language)
  location.search = parameters.toString()
}

function goBack(): void {
  faultView.clear()
  if (history.state?.depth > 0) {
    history.back()
    return
  }
  const previous =
    pages()
      .filter((page) => page < current)
      .at(-1) ?? 0
  show(previous)
  history.replaceState({ page: previous, depth: 0 }, '')
}

function goOn(): void {
  const faults = faultsOn(current)
  if (faults.length > 0) {
    faultView.show(faults)
    return
  }
  faultView.clear()
  const next = pages().find((page) => page > current)
  if (next === undefined) {
    void finish()
    return
  }
  show(next)
  history.pushState({ page: next, depth: (history.state?.depth ?? 0) + 1 }, '')
}

function faultsOn(page: number): Fault[] {
  if (page === 0) {
    const missing = {
      question: '~consent',
      code: 'consent_required',
      vi: say.consentMissing,
      en: say.consentMissing,
    }
    return consent().length ? [] : [missing]
  }
  const now = answers()
  return questions.flatMap(({ wrapper, isEnabled, check }) =>
    sections[page]?.contains(wrapper) && !wrapper.closest('[data-off]') && isEnabled(now) ? check(now) : [],
  )
}

async function finish(): Promise<void> {
  isSending = true
  const button = byId<HTMLButtonElement>('next')
  const label = button.textContent
  button.disabled = true
  button.textContent = say.sending
  byId('back').hidden = true
  save()
  const verdict = await send(body(), waiting)
  isSending = false
  button.disabled = false
  button.textContent = label
  byId('unsent').hidden = true
  if (verdict.isStored) {
    thank()
    return
  }
  byId('back').hidden = false
  save()
  refuse(verdict.refusal)
}

function body() {
  const given = (name: string) => parameters.get(name) ?? undefined
  const { wave, unit, form: formName, language } = data
  return {
    wave,
    unit,
    receipt,
    form: formName,
    language,
    mode: given('m'),
    place: given('p'),
    collector: given('r'),
    visitCode: given('v'),
    cluster: given('c'),
    token: given('t'),
    answers: answers(),
  }
}

function waiting(tryNow: () => void): void {
  const notice = byId('unsent')
  const again = document.createElement('button')
  again.type = 'button'
  again.className = 'b quiet'
  again.textContent = say.sendAgain
  again.addEventListener('click', tryNow, { once: true })
  const text = document.createElement('p')
  text.textContent = say.unsent
  notice.replaceChildren(text, again)
  notice.hidden = false
}

function refuse(refusal: Refusal): void {
  const { faults } = refusal
  if (refusal.code !== 'invalid_answers' || !faults?.length) {
    faultView.tell(data.language === 'en' ? refusal.titleEn : refusal.title)
    return
  }
  const place = (fault: Fault) =>
    sections.findIndex((section) => section.contains(ownerOf(fault)?.wrapper ?? null))
  const first = Math.min(...faults.map(place).filter((page) => page > 0))
  if (Number.isFinite(first)) show(first)
  faultView.show(faults.filter((fault) => !Number.isFinite(first) || place(fault) === first))
}

function ownerOf(fault: Fault) {
  return questions.find(
    ({ question: { name }, words }) =>
      fault.question === name || fault.question.startsWith(`${name}.`) || fault.question === words?.key,
  )
}

function thank(): void {
  drafts.clear()
  for (const button of document.querySelectorAll('.top button')) button.remove()
  const main = byId('main')
  main.replaceChildren(byId<HTMLTemplateElement>('thanks').content.cloneNode(true))
  const code = main.querySelector('code')
  if (code) code.textContent = receipt
  scrollTo(0, 0)
  main.querySelector<HTMLElement>('h1')?.focus()
}

start()
