// Every page that a citizen can meet, made ready in the database behind a front door, and what a visit to it weighs on the
// wire. The bench prints it and a test holds the budget, so that both look at the same pages.
import { randomUUID } from 'node:crypto'
import { database } from '#lib/db/client'
import type { Definition, Prisma } from '#lib/db/generated/client'
import { setProtection } from '#lib/flows/set-protection'
import { makeActor, makeDefinition, makeUnit, makeUser, makeWave } from './make'

export type CitizenVisit = {
  page: string
  /** Pages of SurveyJS bring its script; all others keep to the light form's budget. */
  renderer: 'light' | 'surveyjs'
  path: string
  /** What is posted to get there, without a script. */
  fields?: [string, string][]
  status?: number
}

type Json = Record<string, unknown>
type Body = { form: Json; slug: string; version: number }

/** First views of all published forms and every other page on the way, in waves that are made for it. */
export async function citizenVisits(): Promise<CitizenVisit[]> {
  const forms = await database().prisma.definition.findMany({
    where: { kind: 'form' },
    orderBy: { slug: 'asc' },
  })
  const visits: CitizenVisit[] = []
  const add = (page: string, path: string, more: Partial<CitizenVisit> = {}) =>
    visits.push({ page, path, renderer: 'light', ...more })
  for (const form of forms) add(`${form.slug}.v${form.version}`, await open(form))
  const main = forms.find(({ slug }) => slug === 'citizen-satisfaction')!
  const path = await open(main)
  add('kiosk, its start for staff', `${path}&m=kiosk`)
  add('assisted', `${path}&m=assisted`)
  add('in English', `${path}&lang=en`)
  add('after questions left out', path, { fields: firstPage, status: 422 })
  add('thanks', await open(await shortForm()), { fields: [...firstPage, ['q', '1']], status: 201 })
  for (const language of ['cjm', 'cjm-Latn'] as const)
    add(
      `in Chăm, ${language}`,
      `${await open(await inCham(main), { languages: ['vi', language] })}&lang=${language}`,
    )
  const [choosing, drawn] = await Promise.all([wave(main), drawnWave(main)])
  add('choose the unit', `/s/${choosing.id}`)
  add('choose the village', `/s/${drawn.id}?u=${drawn.units[0]!.unitId}`)
  add('type a code', '/v')
  add('a code that is none', '/v', { fields: [['code', '12']], status: 422 })
  add('a problem', '/s/nowhere?u=1', { status: 404 })
  add('page of SurveyJS', await open(await beyondLight(main)), { renderer: 'surveyjs' })
  return visits
}

/** The page that asks for a proof of work; it is asked for by the whole server until `end` has been called. */
export async function proofVisit(): Promise<{ visit: CitizenVisit; end(): Promise<void> }> {
  const { id: userId } = await makeUser({ role: 'admin', login: `admin-${randomUUID()}` })
  const actor = makeActor({ role: 'admin', userId })
  await setProtection(actor, { isOn: true })
  const visit: CitizenVisit = {
    page: 'proof of work',
    renderer: 'light',
    path: await open(await shortForm()),
    fields: [...firstPage, ['q', '1']],
    status: 428,
  }
  return { visit, end: () => setProtection(actor, { isOn: false }) }
}

const firstPage: [string, string][] = [
  ['~page', '1'],
  ['~consent', '1'],
  ['~shown', Array.from({ length: 60 }, (_, index) => index).join(' ')],
]

export type VisitWeight = {
  /** Bytes of the document: all that is needed to read the first question. */
  firstView: number
  /** Bytes of the document and of all it asks for later, the worker for offline use and the manifest with them. */
  visit: number
  requests: number
  uncompressed: number
}

/** Fetches a page and what belongs to it as a browser of this encoding would. Throws when it is another page. */
export async function weigh(
  at: (path: string) => string,
  { page, path, fields, status = 200 }: CitizenVisit,
  encoding: 'br' | 'gzip',
): Promise<VisitWeight> {
  const get = async (address: string, wanted = 200, body?: [string, string][]) => {
    const headers = { 'accept-encoding': encoding }
    const posted = body && {
      method: 'POST',
      body: new URLSearchParams([...body, ['~receipt', randomUUID()]]),
    }
    const response = await fetch(at(address), { headers, ...posted })
    if (response.status !== wanted) throw new Error(`${page}: ${address} answered ${response.status}`)
    return { bytes: Number(response.headers.get('content-length')), text: await response.text() }
  }
  const document = await get(path, status, fields)
  const parts = [...new Set([...partsOf(document.text), ...kept])]
  const bytes = await Promise.all(parts.map(async (part) => (await get(part)).bytes))
  return {
    firstView: document.bytes,
    visit: bytes.reduce((sum, one) => sum + one, document.bytes),
    requests: 1 + parts.length,
    uncompressed: Buffer.byteLength(document.text),
  }
}

/** Asked for by the script of every page, so that the visit works without a network the next time. */
const kept = ['/s/worker.js', '/s/app.webmanifest']

/** Scripts, pictures, fonts and style sheets that a document names. */
const partsOf = (document: string): string[] =>
  [
    ...document.matchAll(/<(?:script|img|link)[^>]*(?:src|href)="(\/[^"]+)"/g),
    ...document.matchAll(/url\("?(\/s\/[^)"]+)"?\)/g),
    ...document.matchAll(/"(\/s\/survey\.[0-9a-f]+\.css)"/g),
  ].map(([, address]) => address!)

/** What an icon of the installed page costs, once. */
export const icons = ['/s/icon-192.png', '/s/icon-512.png', '/s/icon-maskable-512.png']

const wave = (form: Pick<Definition, 'id'>, more: Partial<Parameters<typeof makeWave>[0]> = {}) =>
  makeWave({ formId: form.id, modes: ['self', 'kiosk', 'assisted'], ...more })

async function open(form: Pick<Definition, 'id'>, more: { languages?: string[] } = {}): Promise<string> {
  const { id, units } = await wave(form, more)
  return `/s/${id}?u=${units[0]!.unitId}`
}

async function drawnWave(form: Definition) {
  const { id } = await makeUnit()
  const clusters = ['a', 'b'].map((code) => ({ unitId: id, code, name: `Thôn ${code}` }))
  return wave(form, { units: [id], clusters })
}

/** A copy of a published form with other questions, under a name of its own. */
const variant = (form: Definition, change: (form: Json) => Json) => {
  const body = form.body as Body
  return makeDefinition({
    slug: `visit-${randomUUID().slice(0, 8)}`,
    body: { ...body, form: change(body.form) } as Prisma.InputJsonValue,
  })
}

async function shortForm() {
  const [main] = await database().prisma.definition.findMany({ where: { slug: 'citizen-satisfaction' } })
  const question = { type: 'radiogroup', name: 'q', title: 'Hài lòng?', choices: [1, 0] }
  return variant(main!, () => ({ elements: [question] }))
}

function beyondLight(form: Definition) {
  const table = { type: 'matrixdynamic', name: 'visits', columns: [{ name: 'minutes', cellType: 'text' }] }
  return variant(form, (json) => ({
    ...json,
    pages: [...(json.pages as Json[]), { name: 'last', elements: [table] }],
  }))
}

/** Every Vietnamese text in made-up Chăm of the same length, so that page and font weigh what a translation would. */
function inCham(form: Definition) {
  const spell = (words: string) => words.replace(/\p{L}/gu, (letter) => chamLetter(letter))
  const translate = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(translate)
    if (typeof part !== 'object' || part === null) return part
    const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, translate(value)]))
    return typeof copy.vi === 'string' ? { ...copy, cjm: spell(copy.vi), 'cjm-Latn': copy.vi } : copy
  }
  return variant(form, (json) => translate(json) as Json)
}

const chamLetter = (letter: string) => String.fromCodePoint(0xaa00 + (letter.codePointAt(0)! % 0x29))
