// The HTML side of an e-mail, made of its plain text: paragraphs, and addresses that can be clicked. No pictures, nothing
// that is loaded: an e-mail must not tell when it was read.
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

const style = 'font:16px/1.5 sans-serif;color:#1c2b33;max-width:40rem;margin:0 auto;padding:16px'

/** A whole page of `text`, whose empty lines part paragraphs. */
export function htmlOfText(text: string, language: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => `<p>${withLinks(escaped(part)).replaceAll('\n', '<br>')}</p>`)
  return `<!doctype html><html lang="${language}"><body><div style="${style}">${paragraphs.join('\n')}</div></body></html>`
}

/** The text is escaped already; an address ends before a closing sign of the sentence. */
const withLinks = (text: string) =>
  text.replace(/https?:\/\/[^\s<]+[^\s<.,;:!?)]/g, (address) => `<a href="${address}">${address}</a>`)
