// What the server has written into the page for the script, and the address it was opened at.
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'
import type { PortableQuestion } from '#lib/surveys/light-form/portable-form'
import type { PhraseTexts } from '#lib/surveys/light-form/speak'

export type PageData = {
  wave: string
  unit: string
  /** "slug.vN" */
  form: string
  language: InterfaceLanguage
  /** "server": only the server can tell what comes next, so every step is a plain post. */
  paging: 'browser' | 'server'
  /** Public key for files of unsent answers; absent where the server has none. */
  officerKey?: string
  /** Staff look at it; nothing is kept. */
  isPreview?: boolean
  questions: PortableQuestion[]
  /** Only of languages that the script does not bring with it. */
  phrases?: PhraseTexts
}

/** The data block of a form page; null on other pages. */
export function readPageData(): PageData | null {
  const block = document.getElementById('data')
  return block ? (JSON.parse(block.textContent ?? '') as PageData) : null
}

/** A parameter of the address, e.g. "m" for the mode. */
export function given(name: string): string | undefined {
  return new URLSearchParams(location.search).get(name) ?? undefined
}

/** Drafts and counts belong to one wave at one place. */
export function draftKey(): string {
  return `thuocdo ${location.pathname} ${given('u') ?? ''} ${given('c') ?? ''}`
}

export const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind
