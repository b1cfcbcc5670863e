// How the pages of a form are turned. "browser": the whole form is one document and the script turns its pages, also
// without a network. "server": each page is asked for, because something in the form follows from the answers in a way
// that only survey-core can tell. An officer sees which, and why.
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Conditions, Element, Form, Page, Question } from '#lib/surveys/form'
import { portableExpression } from '#lib/surveys/portable-expression'

export type Paging = { by: 'browser' | 'server'; reasons: string[] }

const known = new WeakMap<CompiledForm, Paging>()

/** The same for every reader of a form; worked out once. */
export function pagingOf(compiled: CompiledForm): Paging {
  const paging = known.get(compiled) ?? work(compiled)
  known.set(compiled, paging)
  return paging
}

function work({ form, unsupported }: CompiledForm): Paging {
  const reasons = [...unsupported, ...formReasons(form), ...form.pages.flatMap(partReasons)]
  return { by: reasons.length > 0 ? 'server' : 'browser', reasons: [...new Set(reasons)] }
}

function formReasons(form: Form): string[] {
  return [
    ...(form.hasPiping ? ['form: piping'] : []),
    ...form.calculated.map(({ name }) => `${name}: calculated value`),
    ...form.triggers.map(({ type }) => `form: trigger ${type}`),
  ]
}

function partReasons(part: Page | Element): string[] {
  const own = conditionReasons(part)
  if (part.kind === 'page' || part.kind === 'panel')
    return [
      ...own,
      ...(part.isRequired || part.requiredIf ? [`${part.name}: isRequired`] : []),
      ...part.elements.flatMap(partReasons),
    ]
  return part.kind === 'html' || part.kind === 'image' ? own : [...own, ...questionReasons(part)]
}

/** What the script cannot tell to be required or switched off, the server says when the answers are sent. */
function conditionReasons({ name, visibleIf }: Conditions & { name: string }): string[] {
  return visibleIf && portableExpression(visibleIf) === null ? [`${name}: visibleIf`] : []
}

const simple = new Set<Question['kind']>(['single', 'multiple', 'matrix', 'fields', 'text'])
/** Properties that follow from the answers, or that the script does not know. */
const living = [
  'isReadOnly',
  'defaultValue',
  'defaultExpression',
  'setValueExpression',
  'setValueIf',
  'resetValueIf',
  'choicesVisibleIf',
  'choicesEnableIf',
  'choicesFrom',
  'hasSelectAll',
  'isMultiple',
  'isEachRowUnique',
  'rowsVisibleIf',
  'columnsVisibleIf',
  'minExpression',
  'maxExpression',
]

function questionReasons(question: Question): string[] {
  if (!simple.has(question.kind)) return [`${question.name}: ${question.kind}`]
  const properties = question as unknown as Record<string, unknown>
  const reasons = living.filter((name) => properties[name] !== undefined && properties[name] !== false)
  if (properties.order === 'random') reasons.push('order')
  if (question.name !== question.key) reasons.push('valueName')
  const items = ['choices', 'rows', 'columns'].flatMap((name) => (properties[name] ?? []) as Conditions[])
  if (items.some(({ visibleIf, enableIf }) => visibleIf || enableIf)) reasons.push('items with conditions')
  return reasons.map((reason) => `${question.name}: ${reason}`)
}
