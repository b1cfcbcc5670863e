// Messages on the page: beside the question, tied to it for screen readers, and as a list of links on top.
import type { Fault } from '#lib/problem'
import type { Question } from '#lib/surveys/form'
import { anchorOfPath } from '#lib/surveys/light-form/anchors'
import type { InterfaceLanguage, Phrases } from '#lib/surveys/light-form/phrases'
import { inLanguage } from '#lib/surveys/local-text'

export class FaultView {
  private readonly summary = document.getElementById('errors') as HTMLElement

  constructor(
    private readonly questions: Question[],
    private readonly language: InterfaceLanguage,
    private readonly say: Phrases,
  ) {}

  /** Shows these faults and no others, and leads the reader to the list. */
  show(faults: Fault[]): void {
    this.clear()
    for (const fault of faults) this.place(fault)
    const heading = document.createElement('h2')
    heading.textContent = this.say.faultsTitle(faults.length)
    const list = document.createElement('ul')
    list.append(...faults.map((fault) => this.link(fault)))
    this.summary.replaceChildren(heading, list)
    this.summary.hidden = faults.length === 0
    if (faults.length) this.summary.focus()
  }

  /** One sentence that belongs to no question. */
  tell(sentence: string): void {
    this.clear()
    const line = document.createElement('p')
    line.textContent = sentence
    this.summary.replaceChildren(line)
    this.summary.hidden = false
    this.summary.focus()
  }

  /** Renews the messages of one question that had some, while its answer changes. */
  renew(wrapper: Element, faults: Fault[]): void {
    if (!wrapper.querySelector('.fault')) return
    this.clear(wrapper)
    for (const fault of faults) this.place(fault)
    if (!document.querySelector('.fault')) this.summary.hidden = true
  }

  clear(inside: ParentNode = document): void {
    for (const message of inside.querySelectorAll('.fault')) message.remove()
    for (const element of inside.querySelectorAll('[aria-describedby^="e-"]')) {
      element.removeAttribute('aria-invalid')
      element.removeAttribute('aria-describedby')
    }
    if (inside === document) this.summary.hidden = true
  }

  private place(fault: Fault): void {
    const anchor = anchorOfPath(this.questions, fault.question)
    const element = document.getElementById(anchor)
    if (!element || anchor === 'main') return
    const message = document.createElement('p')
    message.className = 'fault'
    message.id = `e-${anchor}`
    message.textContent = inLanguage(fault, this.language)
    element.setAttribute('aria-describedby', message.id)
    if (element.getAttribute('role') === 'radiogroup' || !(element instanceof HTMLFieldSetElement))
      element.setAttribute('aria-invalid', 'true')
    if (element instanceof HTMLFieldSetElement) lastOf(element, ':scope>legend,:scope>.hint').after(message)
    else (element.closest('label') ?? element).after(message)
  }

  private link(fault: Fault): HTMLLIElement {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `#${anchorOfPath(this.questions, fault.question)}`
    link.textContent = inLanguage(fault, this.language)
    item.append(link)
    return item
  }
}

function lastOf(element: Element, selector: string): Element {
  return [...element.querySelectorAll(selector)].at(-1) ?? element
}
