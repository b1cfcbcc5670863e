// The frame of every citizen page: head with inlined style, banner for sample data, header with the language switch.
// Nothing is fetched but, on the form itself, one small script.
import { html, type Markup, trusted } from '#lib/surveys/light-form/html'
import { directionOf, markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import { type InterfaceLanguage, phrases } from '#lib/surveys/light-form/phrases'
import { style } from '#lib/surveys/light-form/style'

export type Frame = {
  language: InterfaceLanguage
  title: string
  /** What the page is about: the unit, under the product's name. */
  place?: string | Markup
  isSample: boolean
  /** The switch to the other language: a button of the form, or a link where there is no form. */
  languageSwitch: Markup
  scriptUrl?: string
  /** The words are a translation that no native speaker has reviewed. */
  isDraft?: boolean
  /** Staff look at it; nothing is sent. */
  isPreview?: boolean
  font?: PageFont
  /** In place of the sentence that nothing personal is kept, where something is. */
  privacy?: Markup
}

/** A font for letters that phones may lack; a browser only loads it where such letters stand. */
export type PageFont = { url: string; range: string }

/**
 * The style of a page with a font: lines are higher, for signs above and below the letters. The font stands first, or
 * Chromium leaves a text of such letters alone blank; its range keeps all other letters out of it.
 */
export function fontStyle({ url, range }: PageFont): string {
  return `@font-face{font-family:Page;src:url(${url}) format("woff2");unicode-range:${range};font-display:swap}body{font-family:Page,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;line-height:1.75}h1,h2,.title,.o,legend{line-height:1.6}`
}

/** Read by staff, so that it needs no translation into further languages. */
const preview = {
  vi: 'Xem thử: phiếu hiện như người dân thấy, không gửi và không lưu gì.',
  en: 'Preview: the form as people see it. Nothing is sent or kept.',
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230f6478'/%3E%3Cpath d='M5 21h22M8 21v-9m4 9v-5m4 5V10m4 11v-5m4 5v-9' stroke='%23fff' stroke-width='2' stroke-linecap='round'/%3E%3C/svg%3E"

const mark = html`<svg width=36 height=36 viewBox="0 0 32 32" aria-hidden=true><rect width=32 height=32 rx=7 fill="#0f6478"/><path d="M5 21h22M8 21v-9m4 9v-5m4 5V10m4 11v-5m4 5v-9" stroke="#fff" stroke-width=2 stroke-linecap=round /></svg>`

/** A complete document around `content`. */
export function shell(frame: Frame, content: Markup): string {
  const say = markedPhrases[frame.language]
  return html`<!doctype html>
<html lang=${frame.language}${directionOf(frame.language)}><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><meta name=robots content=noindex><meta name=theme-color content="#0f6478"><title>${frame.title} – ${phrases[frame.language].product}</title><link rel=icon href="${icon}"><style>${trustedStyle}</style>${frame.font && html`<style>${trusted(fontStyle(frame.font))}</style>`}${
    frame.scriptUrl && html`<script src="${frame.scriptUrl}" defer></script>`
  }</head>
<body><a class=skip href="#main">${say.skip}</a>${frame.isSample && html`<aside class=sample>${say.sample}</aside>`}${frame.isPreview && html`<aside class=sample>${markedText(preview, frame.language)}</aside>`}${frame.isDraft && html`<aside class=sample>${say.draft}</aside>`}
<header class=top>${mark}<b>${say.product}<small>${frame.place ?? say.productMeans}</small></b>${frame.languageSwitch}</header>
<main id=main tabindex=-1>${content}</main>
<footer class=foot><p>${frame.privacy ?? say.privacy}</p></footer></body></html>`.text
}

const trustedStyle = trusted(style)
