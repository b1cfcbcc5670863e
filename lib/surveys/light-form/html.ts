// HTML as tagged templates: what is put in is escaped unless it is markup already, so that no text of a form or of a
// citizen can become a tag.

export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text
  }
}

type Part = Markup | string | number | false | null | undefined | Part[]

/** Markup from a template; false, null and undefined vanish, lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + render(parts[index - 1]) + string))
}

function render(part: Part): string {
  if (part instanceof Markup) return part.text
  if (Array.isArray(part)) return part.map(render).join('')
  return part === false || part === null || part === undefined ? '' : escapeHtml(String(part))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** JSON inside a <script type="application/json">: "<" must not end the element. */
export function jsonBlock(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replace(/</g, '\\u003c'))
}

/** A form author's own HTML: files of surveys/ are reviewed and published, and the content policy forbids scripts. */
export function trusted(text: string): Markup {
  return new Markup(text)
}
