// A form's SurveyJS JSON as a flat list of elements with their place in the file. Only what the cross-checks need; what
// the questions mean is codebook()'s business.
export type FormElement = { where: string; json: Record<string, unknown> }

/** Pages, panels and questions, in the order of the file. */
export function formElements(form: Record<string, unknown>): FormElement[] {
  return walk(form.pages, 'form.pages')
}

function walk(list: unknown, where: string): FormElement[] {
  if (!Array.isArray(list)) return []
  return list.filter(isObject).flatMap((json, at) => {
    const here = `${where}.${at}`
    return [{ where: here, json }, ...walk(json.elements, `${here}.elements`)]
  })
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
