// The marks on every printed page, as CSS page-margin boxes: the browser repeats them and counts the pages itself. Loose
// sheets find together by form code, unit, page x/y, the sheet number that is written on each page, and the QR code; the
// corner squares show whether a page was copied or scanned whole. Browsers of the Chromium family (131 and later) draw them.

import { paperPhrases } from '#lib/surveys/paper-form/paper-phrases'
import type { LocalText } from '#lib/surveys/variable'

export type PageMarks = {
  /** "citizen-satisfaction.v1" */
  form: string
  wave: string
  unit: string
  /** SVG of the QR code. */
  qr: string
}

/** The @page rule. */
export function pageMarks({ form, wave, unit, qr }: PageMarks): string {
  const both = ({ vi, en }: LocalText) => `${vi} / ${en}`
  const corner = image(square)
  return `@page{size:A4;margin:25mm 15mm 20mm;
@top-left-corner{content:${corner};text-align:left;vertical-align:top;padding:5mm 0 0 5mm}
@top-right-corner{content:${corner};text-align:right;vertical-align:top;padding:5mm 5mm 0 0}
@bottom-left-corner{content:${corner};text-align:left;vertical-align:bottom;padding:0 0 5mm 5mm}
@bottom-right-corner{content:${corner};text-align:right;vertical-align:bottom;padding:0 5mm 5mm 0}
@top-left{content:${string(`${form}\n${wave}\n${unit}`)};font:8pt/1.25 ${font};white-space:pre;width:80mm;text-align:left;overflow:hidden}
@top-center{content:${image(digits(paperPhrases.sheetNumber))};width:60mm}
@top-right{content:${image(sized(qr))};text-align:right;width:40mm}
@bottom-left{content:${image(digits(paperPhrases.stackNumber))};text-align:left;width:60mm}
@bottom-center{content:${string(`${both(paperPhrases.page)} `)} counter(page) " / " counter(pages);font:bold 12pt ${font};width:60mm}
@bottom-right{content:${string(form)};font:8pt ${font};text-align:right;width:60mm}
}`
}

const font = '"Noto Sans",Arial,sans-serif'

const square = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><rect width="16" height="16"/></svg>`

const sized = (svg: string) =>
  svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="68" height="68"')

/** A caption and four boxes for hand-written digits. */
function digits({ vi, en }: LocalText): string {
  const boxes = [0, 1, 2, 3].map(
    (at) =>
      `<rect x="${92 + at * 26}" y="2" width="24" height="30" fill="none" stroke="#000" stroke-width="1.5"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="34"><g font-family='${font}'><text x="0" y="15" font-size="14" font-weight="bold">${vi}</text><text x="0" y="30" font-size="11">${en}</text></g>${boxes.join('')}</svg>`
}

const image = (svg: string) => `url("data:image/svg+xml,${encodeURIComponent(svg)}")`

/** A CSS string: quotes, backslashes and line ends cannot end it. "<" could end the style element around it. */
function string(text: string): string {
  const escaped = text.replace(
    /[\\"<>\n\r\f]/g,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  )
  return `"${escaped}"`
}
