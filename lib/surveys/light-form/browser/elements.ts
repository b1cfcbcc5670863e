// Small pieces of page that the script makes itself. Text is always set as text.

type Attributes = Record<string, string | boolean>

/** An element with attributes and content; `true` is an attribute without a value, `false` leaves it out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) made.setAttribute(name, value === true ? '' : value)
  made.append(...content)
  return made
}

/** A button that does something on this page and never sends the form. */
export function button(label: string, onClick: () => void, className = 'b quiet'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label)
  made.addEventListener('click', onClick)
  return made
}
