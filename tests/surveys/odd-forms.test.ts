// Surveys that nobody sane would write, and answers to match: nothing throws, nothing hangs, and no answer is taken that
// nobody could judge.
import type { QuestionPanelDynamicModel } from 'survey-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { openStep } from '#lib/surveys/light-form/open-step'

// survey-core reports what it cannot load on the console; that is no fault of ours.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

const form = (...elements: unknown[]) => ({ elements })
const text = (more: object) => form({ type: 'text', name: 'a', ...more })

function nested(depth: number): unknown {
  let element: unknown = { type: 'text', name: 'x' }
  for (let at = 0; at < depth; at++) element = { type: 'panel', name: `p${at}`, elements: [element] }
  return form(element)
}

const served: Record<string, unknown> = {
  'an empty one': {},
  'null in every list': {
    pages: [null, { elements: [null, { type: 'radiogroup', name: 'a', choices: [null, {}, 1] }] }],
  },
  'no names': form({ type: 'text' }, { type: 'text' }),
  'one name for two kinds': form({ type: 'text', name: 'a' }, { type: 'checkbox', name: 'a', choices: [1] }),
  'fifty panels in each other': nested(50),
  'conditions in a circle': form(
    { type: 'text', name: 'a', visibleIf: '{b} = 1' },
    { type: 'text', name: 'b', visibleIf: '{a} = 1' },
  ),
  'expressions in a circle': form(
    { type: 'expression', name: 'a', expression: '{b} + 1' },
    { type: 'expression', name: 'b', expression: '{a} + 1' },
  ),
  'choices that come from each other': form(
    { type: 'checkbox', name: 'a', choicesFromQuestion: 'b' },
    { type: 'checkbox', name: 'b', choicesFromQuestion: 'a' },
  ),
  'broken expressions': text({ visibleIf: '((((', requiredIf: '{', enableIf: '}{' }),
  'unknown functions': text({ visibleIf: 'nope({a}) = 1', defaultValueExpression: 'nope()' }),
  'validators without settings': text({
    validators: [{ type: 'regex' }, { type: 'expression' }, { type: 'nope' }, null],
  }),
  'odd triggers': { triggers: [null, {}, { type: 'setvalue' }, { type: 'nope' }], ...text({}) },
  'legacy spellings': {
    questions: [{ type: 'checkbox', name: 'b', hasOther: true, hasNone: true, choices: [1] }],
    mode: 'display',
  },
  'a rating of a thousand million steps': form({
    type: 'rating',
    name: 'r',
    rateMin: -1e9,
    rateMax: 1e9,
    rateStep: 1e-9,
  }),
  'types that do not exist': form(
    { type: 'nope', name: 'a' },
    { type: 'survey' },
    { type: 'empty', name: 'e' },
  ),
  'answers shared by questions of three kinds': form(
    { type: 'text', name: 'a', valueName: 'v' },
    { type: 'matrix', name: 'b', valueName: 'v', columns: [1], rows: [1] },
    { type: 'paneldynamic', name: 'c', valueName: 'v', templateElements: [{ type: 'text', name: 'x' }] },
  ),
}

const answers: unknown[] = [
  {},
  null,
  [],
  'x',
  { a: 1, b: 'x' },
  JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}'),
  { v: [{ x: 1 }], r: 3 },
  { v: { 1: 1 }, x: 'y' },
  { b: [1, 'other'], 'b-Comment': 'x', 'a-Comment': {} },
]

describe.each(Object.entries(served))('a form with %s', (_name, json) => {
  test('is read, and answers to it are judged', () => {
    const compiled = compileForm(json)
    expect(compiled.refusals).toEqual([])
    for (const raw of answers) {
      const checked = checkAnswers(compiled, raw)
      if (checked.faults.length === 0)
        expect(codeAnswers(compiled, checked.answers)).toHaveLength(compiled.codebook.length)
    }
  })
})

test.each<[string, unknown, string]>([
  ['nesting without end', nested(5000), 'nested more than'],
  ['a name of every object', text({ name: 'constructor' }), '“constructor” cannot be used'],
  [
    'a row of such a name',
    form({ type: 'matrixdropdown', name: 'm', columns: [{ name: 'valueOf' }] }),
    'valueOf',
  ],
  [
    'choices from another server',
    form({ type: 'dropdown', name: 'a', choicesByUrl: { url: 'https://vi.du' } }),
    'choicesByUrl',
  ],
  [
    'choices up to a thousand million',
    form({ type: 'dropdown', name: 'a', choicesMax: 1e9 }),
    'more than 10000 choices',
  ],
  [
    'a list of 60,000 choices',
    form({ type: 'dropdown', name: 'a', choices: Array.from({ length: 60_000 }, (_, at) => at) }),
    'too large',
  ],
  ['a broken pattern', text({ validators: [{ type: 'regex', regex: '(' }] }), 'no regular expression'],
  ['a name that is no text', text({ name: 5 }), 'SurveyJS cannot load'],
])('a form with %s is refused with a sentence, and so is every answer to it', (_name, json, sentence) => {
  const compiled = compileForm(json)
  expect(compiled.refusals.map((refusal) => refusal.en).join()).toContain(sentence)
  expect(checkAnswers(compiled, { a: 1 }).faults[0]?.code).toBe('form_refused')
})

test('an answer that asks for a million repetitions gets a hundred', () => {
  const count = { type: 'text', inputType: 'number', name: 'n' }
  const templateElements = [{ type: 'text', name: 'who', defaultValue: 'x' }]
  const panel = { type: 'paneldynamic', name: 'people', bindings: { panelCount: 'n' }, templateElements }
  const compiled = compileForm(form(count, panel))
  const { answers, faults } = checkAnswers(compiled, { n: 1_000_000 })
  expect(faults).toEqual([])
  expect(answers.people).toHaveLength(100)
  const people = Array.from({ length: 5000 }, () => ({}))
  expect(checkAnswers(compiled, { people }).faults).toMatchObject([{ code: 'too_many' }])
  const survey = openStep(compiled.json as object, 'vi', { answers: { people } })
  expect((survey.getQuestionByName('people') as QuestionPanelDynamicModel).panelCount).toBe(100)
})
