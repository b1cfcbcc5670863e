// The controls of the form as plain pairs of name and value, in both directions. Names with "~" are ours, not answers.

/** Everything typed and ticked. */
export function readFields(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && name[0] !== '~' ? [[name, value] as [string, string]] : [],
  )
}

/** Puts saved fields back into the form. */
export function fillFields(form: HTMLFormElement, fields: [string, string][]): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = fields.some(([name, value]) => name === control.name && value === control.value)
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      if (control.type !== 'hidden') control.value = fields.find(([name]) => name === control.name)?.[1] ?? ''
    }
  }
}
