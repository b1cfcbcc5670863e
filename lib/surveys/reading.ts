// What is gathered while a SurveyJS JSON is read: the questions, and by name whatever is a mistake, beyond our own checker
// or beyond the light form. Every list is in the words "question: property".
import { checked, looks, shown } from '#lib/surveys/known-properties'
import { readText } from '#lib/surveys/local-text'

export type Json = Record<string, unknown>

export type Reading = {
  mistakes: string[]
  beyondChecker: string[]
  beyondLight: string[]
  maxTextLength: number
  maxCommentLength: number
  storesOthersAsComment: boolean
  hasPiping: boolean
}

/** Notes what an element uses beyond the properties we know. `path` names the element. */
export function reportProperties(path: string, type: string, json: Json, reading: Reading): void {
  if (!checked.has(type)) reading.beyondChecker.push(`${path}: ${type}`)
  for (const name of Object.keys(json)) {
    if (looks.has(name) || isMomentary(name, json)) continue
    if (checked.has(type) && !checked.get(type)?.has(name)) reading.beyondChecker.push(`${path}: ${name}`)
    if (!shown.get(type)?.has(name)) reading.beyondLight.push(`${path}: ${name}`)
  }
  if (json.visible === false && !expression(json.visibleIf)) reading.beyondChecker.push(`${path}: visible`)
  const texts = [json.title, json.description, json.html].map(readText)
  if (texts.some((text) => Object.values(text ?? {}).some((words) => /\{[^}]+\}/.test(words ?? ''))))
    reading.hasPiping = true
}

/** What survey-core writes about the moment, not about the form: disabled by a condition, a rating shown as a list. */
const isMomentary = (name: string, json: Json) =>
  (name === 'readOnly' && expression(json.enableIf) !== undefined) ||
  (name === 'renderAs' && (json.renderAs === 'default' || json.type === 'rating'))

export const isObject = (raw: unknown): raw is Json =>
  raw !== null && typeof raw === 'object' && !Array.isArray(raw)
export const expression = (raw: unknown) => (typeof raw === 'string' && raw.trim() ? raw.trim() : undefined)
export const positive = (raw: unknown) => (typeof raw === 'number' && raw > 0 ? raw : undefined)
export const list = (raw: unknown): Json[] => (Array.isArray(raw) ? raw.filter(isObject) : [])
