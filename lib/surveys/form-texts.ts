// All words of a form by key, and the form with a translation put in. A key names the question or page and the place in it
// ("age_band/choices/2/text"), so that it outlives a change of order; the texts around the questions are "~purpose" ...
// A translation adds languages and never touches Vietnamese or what another language has in the published file.

import { mainLanguage } from '#lib/surveys/languages'
import { readText } from '#lib/surveys/local-text'
import { mediaProperties, wordProperties } from '#lib/surveys/localizable'
import type { LocalText } from '#lib/surveys/variable'

type Json = Record<string, unknown>
/** What is translated of a form file: the texts around the questions, and the SurveyJS JSON. */
export type TranslatableFile = { form: Json } & Record<(typeof around)[number], LocalText>

const around = ['title', 'purpose', 'asker', 'handling', 'retention', 'consent'] as const

export type FormText = {
  key: string
  text: LocalText
  /** The element it belongs to, where a recording of it can be attached: key of the question or choice. */
  owner?: string
}

/** Texts by key; what is empty counts as missing. */
export type TranslationTexts = Record<string, string>

/** Every text with words in it, in the order people read them. */
export function formTexts(file: TranslatableFile): FormText[] {
  const found: FormText[] = around.map((name) => ({ key: `~${name}`, text: file[name] }))
  visit(file.form, '', {
    text: (key, raw) => {
      const text = readText(raw)
      if (text && Object.values(text).some((words) => /\p{L}/u.test(words ?? '')))
        found.push({ key, text, ...ownerOf(key) })
      return raw
    },
  })
  return found
}

/** Where a recording belongs: to a title or to the text of a choice, row or column. */
function ownerOf(key: string): { owner?: string } {
  const [, owner] = /^(.+)\/(?:title|text|label)$/.exec(key) ?? []
  return owner && !owner.includes('validators') ? { owner } : {}
}

/** The file with the texts of one language put in; the file itself is left as it is. */
export function translateForm<File extends TranslatableFile>(
  file: File,
  language: string,
  texts: TranslationTexts,
): File {
  const put = (raw: unknown, key: string): unknown => {
    const words = texts[key]?.trim()
    if (!words) return raw
    return { ...(typeof raw === 'string' ? { vi: raw } : (raw as Json)), [language]: words }
  }
  const translated: Json = { ...file, form: visit(file.form, '', { text: (key, raw) => put(raw, key) }) }
  for (const name of around) translated[name] = put(file[name], `~${name}`)
  return translated as File
}

/** A recording or picture at a question or choice, in one language. */
export type MediaPlace = { owner: string; language: string; kind: 'audio' | 'image'; url: string }

/** The SurveyJS JSON with recordings and pictures put in as our own properties `audio` and `image`. */
export function attachMedia(form: Json, places: readonly MediaPlace[]): Json {
  if (places.length === 0) return form
  return visit(form, '', {
    text: (_key, raw) => raw,
    part: (owner, json) => {
      for (const { language, kind, url } of places.filter((one) => one.owner === owner))
        json[kind] = { ...(json[kind] as Json | undefined), [language]: url }
    },
  })
}

/** Recordings and pictures of a form, attached or written by its author, with the words they belong to. */
export type FormMedia = {
  owner: string
  kind: 'audio' | 'image'
  /** By language. */
  addresses: Record<string, string | undefined>
  label: LocalText
}

/** In the order of the form. */
export function formMedia(form: Json): FormMedia[] {
  const found: FormMedia[] = []
  visit(form, '', {
    text: (_key, raw) => raw,
    part: (owner, json) => {
      const label = readText(json.title ?? json.text) ?? { vi: String(json.name ?? json.value) }
      for (const kind of mediaProperties) {
        const raw = json[kind]
        const addresses = typeof raw === 'string' ? { [mainLanguage]: raw } : raw
        if (isObject(addresses))
          found.push({ owner, kind, addresses: addresses as FormMedia['addresses'], label })
      }
    },
  })
  // A question is met after its choices on the way through the file.
  return found.sort((a, b) => Number(a.owner.includes('/')) - Number(b.owner.includes('/')))
}

type Change = {
  text: (key: string, raw: unknown) => unknown
  /** May add to a copied question, choice, row or column. */
  part?: (owner: string, json: Json) => void
}

/** A copy of the JSON in which every text went through `change`. */
function visit(json: Json, path: string, change: Change): Json {
  const copy: Json = {}
  for (const [name, member] of Object.entries(json)) {
    const here = path ? `${path}/${name}` : name
    copy[name] = isText(name, member) ? change.text(here, member) : visitMember(name, member, path, change)
  }
  return copy
}

/** A text is a string or an object of strings by language. */
function isText(name: string, member: unknown): boolean {
  if (!wordProperties.has(name)) return false
  return (
    typeof member === 'string' ||
    (isObject(member) && Object.values(member).every((part) => typeof part === 'string'))
  )
}

function visitMember(name: string, member: unknown, path: string, change: Change): unknown {
  if (Array.isArray(member)) return member.map((one, index) => visitItem(name, one, index, path, change))
  return isObject(member) ? visit(member, path ? `${path}/${name}` : name, change) : member
}

/** Elements and pages start a path of their own: their names are unique in a form. */
function visitItem(list: string, item: unknown, index: number, path: string, change: Change): unknown {
  if (lists.has(list) && (typeof item === 'string' || typeof item === 'number')) {
    const place = `${path}/${list}/${item}`
    const text = change.text(`${place}/text`, String(item))
    const whole: Json = { value: item, ...(typeof text === 'string' ? {} : { text }) }
    change.part?.(place, whole)
    return Object.keys(whole).length > 1 ? whole : item
  }
  if (!isObject(item)) return item
  const own = String(item.name ?? item.value ?? index)
  const isElement = list === 'pages' || list === 'elements' || list === 'templateElements'
  const place = isElement ? own : [path, list, own].filter(Boolean).join('/')
  const copy = visit(item, place, change)
  change.part?.(place, copy)
  return copy
}

/** Lists whose entries may be bare values that are shown as they are. */
const lists = new Set(['choices', 'rows', 'columns', 'rateValues'])

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
