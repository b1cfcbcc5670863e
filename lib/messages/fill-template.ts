// Puts a person's values into the words. Nothing that is made here is ever stored.
import { type Placeholder, placeholders, type Words } from '#lib/messages/template'

export type Values = Record<Placeholder, string>

/** A value that is empty leaves no double space behind; braces that name nothing stay as they are. */
export function fillTemplate({ subject, body }: Words, values: Values): Words {
  return { subject: fill(subject, values).replace(/\s+/g, ' '), body: fill(body, values) }
}

function fill(text: string, values: Values): string {
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    placeholders.includes(name as Placeholder) ? values[name as Placeholder] : whole,
  )
  return filled
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/ +([,.;:!?])/g, '$1')
    .trim()
}
