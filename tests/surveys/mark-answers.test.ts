// Marks are those of SurveyJS' quiz mode, for our own forms and for one with every kind of question that can be marked.
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswers } from '#lib/surveys/check-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { markAnswers } from '#lib/surveys/mark-answers'
import { openSurvey } from '#lib/surveys/open-survey'
import { shapedAnswers } from './arbitrary-answers'

const published = async (name: string) =>
  JSON.parse(await readFile(new URL(`../../surveys/forms/${name}.json`, import.meta.url), 'utf8')).form

const choices = ['a', 'b', 'c', 'd']
const quiz = {
  pages: [
    {
      elements: [
        { type: 'radiogroup', name: 'one', choices: [1, 2, 3], correctAnswer: 2 },
        { type: 'dropdown', name: 'down', choices, correctAnswer: 'c' },
        { type: 'checkbox', name: 'some', choices, correctAnswer: ['d', 'a'] },
        { type: 'tagbox', name: 'tags', choices, correctAnswer: ['b'] },
        { type: 'boolean', name: 'yes', correctAnswer: true },
        { type: 'rating', name: 'rate', correctAnswer: '4' },
        { type: 'text', name: 'word', correctAnswer: ' Ủy ban ' },
        { type: 'text', name: 'year', inputType: 'number', correctAnswer: '2021' },
        { type: 'text', name: 'none', correctAnswer: '' },
        { type: 'radiogroup', name: 'unmarked', choices },
        {
          type: 'matrix',
          name: 'table',
          columns: [1, 2],
          rows: ['x', 'y', 'z'],
          correctAnswer: { x: 1, y: 2 },
        },
        { type: 'radiogroup', name: 'late', visibleIf: '{one} = 2', choices, correctAnswer: 'a' },
      ],
    },
    {
      visibleIf: '{down} = "c"',
      elements: [{ type: 'radiogroup', name: 'last', choices, correctAnswer: 'b' }],
    },
  ],
}

const forms: [string, unknown][] = [
  ['every kind', quiz],
  ['reform-contest.v1', await published('reform-contest.v1')],
  ['awareness.v1', await published('awareness.v1')],
]

describe.each(forms)('%s', (name, json) => {
  const compiled = compileForm(json)

  test('any answers get the marks that SurveyJS gives', () => {
    const words = fc.record(
      {
        word: fc.constantFrom('ủy ban', ' ỦY BAN ', 'uy ban', 'Ủy', 'Ủy ban'.normalize('NFD')),
        year: fc.constantFrom(2021, 2022, 2021.5),
      },
      { requiredKeys: [] },
    )
    const given = fc
      .tuple(shapedAnswers(compiled), name === 'every kind' ? words : fc.constant({}))
      .map(([answers, more]) => ({ ...answers, ...more }))
    fc.assert(
      fc.property(given, (raw) => {
        const { answers } = checkAnswers(compiled, raw)
        const survey = openSurvey(compiled.json)
        survey.data = structuredClone(answers)
        const { right, of } = markAnswers(compiled, answers)
        expect({ right, of }).toEqual({
          right: survey.getCorrectAnswerCount(),
          of: survey.getQuizQuestionCount(),
        })
      }),
      { numRuns: 200 },
    )
  }, 120_000)
})

describe('what is right', () => {
  const compiled = compileForm(quiz)
  const isRight = (answers: Record<string, unknown>, name: string, row?: string) =>
    markAnswers(compiled, answers).marks.find((mark) => mark.question.name === name && mark.row === row)
      ?.isRight

  test('all of several choices in any order, and nothing else', () => {
    expect(isRight({ some: ['a', 'd'] }, 'some')).toBe(true)
    expect(isRight({ some: ['a'] }, 'some')).toBe(false)
    expect(isRight({ some: ['a', 'b', 'd'] }, 'some')).toBe(false)
  })

  test('a text whatever its capitals and outer spaces, but not without its accents', () => {
    expect(isRight({ word: 'ỦY BAN' }, 'word')).toBe(true)
    expect(isRight({ word: 'uy ban' }, 'word')).toBe(false)
  })

  test('each row of a matrix by itself, and a question that is hidden not at all', () => {
    expect(isRight({ table: { x: 1, y: 1 } }, 'table', 'x')).toBe(true)
    expect(isRight({ table: { x: 1, y: 1 } }, 'table', 'y')).toBe(false)
    expect(isRight({ one: 1 }, 'late')).toBeUndefined()
    expect(isRight({ one: 2 }, 'late')).toBe(false)
  })

  test('a question in a panel that is hidden was not asked, though SurveyJS counts it', () => {
    const elements = [{ type: 'text', name: 'deep', correctAnswer: 'a' }]
    const within = compileForm({ elements: [{ type: 'panel', name: 'p', visibleIf: '{x} = 1', elements }] })
    expect(markAnswers(within, {}).of).toBe(0)
  })

  test('a ranking in its own order only', () => {
    const ranking = compileForm({
      elements: [{ type: 'ranking', name: 'r', choices, correctAnswer: choices }],
    })
    expect(markAnswers(ranking, { r: choices }).right).toBe(1)
    expect(markAnswers(ranking, { r: [...choices].reverse() }).right).toBe(0)
  })
})
