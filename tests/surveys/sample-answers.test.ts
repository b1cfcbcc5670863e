// Every form in surveys/ is found, filled with seeded random answers, checked and coded: adding a form needs no test.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'
import { ofKind } from '#lib/definitions/definition'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { sampleAnswers } from '#lib/surveys/sample-answers'
import { noAnswer, notAsked, notCodable } from '#lib/surveys/variable'
import { sampleForms } from './example-forms'
import { kitchenSinkForm } from './kitchen-sink-form'

const { definitions } = await loadDefinitions(new URL('../../surveys/', import.meta.url).pathname)
const forms = [
  ...ofKind(definitions, 'form').map((one) => ({ file: one.file, json: one.body.form as unknown })),
  { file: 'a form with every question type', json: kitchenSinkForm as unknown },
]

describe.each(forms)('$file', ({ json }) => {
  const form = compileForm(json)
  const random = xoroshiro128plus(2024)
  const drawn = Array.from({ length: 400 }, () => sampleAnswers(form, random))

  test('random answers pass the check unchanged', () => {
    for (const answers of drawn) expect(checkAnswers(form, answers)).toEqual({ answers, faults: [] })
  })

  test('the same seed gives the same answers, the next draw gives others', () => {
    const again = xoroshiro128plus(2024)
    expect(sampleAnswers(form, again)).toEqual(drawn[0])
    expect(sampleAnswers(form, again)).not.toEqual(drawn[0])
  })

  test('every answer is coded to allowed codes, one per variable', () => {
    for (const answers of drawn) {
      const codes = codeAnswers(form, answers)
      expect(codes).toHaveLength(form.codebook.length)
      for (const [at, variable] of form.codebook.entries()) {
        const allowed = variable.values.map((value) => value.code)
        const isEntry = allowed.length === 0
        const code = codes[at] as number
        expect(
          allowed.includes(code) ||
            [notAsked, noAnswer].includes(code) ||
            (isEntry && (code === notCodable || code >= 0)),
          `${variable.name} = ${code}`,
        ).toBe(true)
      }
    }
  })

  test('four hundred draws reach every allowed value that a rule does not forbid, and leave questions empty', () => {
    const seen = new Map(form.codebook.map((variable) => [variable.name, new Set<number>()]))
    for (const answers of drawn) {
      for (const [at, code] of codeAnswers(form, answers).entries()) {
        seen.get(form.codebook[at]!.name)!.add(code)
      }
    }
    for (const variable of form.codebook.filter((one) => one.values.length > 0 && one.name !== 'age_band')) {
      const missed = variable.values.filter((value) => !seen.get(variable.name)!.has(value.code))
      expect(missed, variable.name).toEqual([])
    }
  })
})

describe.each(sampleForms)('sample $name', ({ form }) => {
  const compiled = compileForm(form)

  test('drawn answers are accepted, and every one of them is coded', () => {
    const random = xoroshiro128plus(5)
    const drawn = Array.from({ length: 3 }, () => sampleAnswers(compiled, random))
    for (const answers of drawn) {
      expect(checkAnswers(compiled, answers).faults).toEqual([])
      expect(codeAnswers(compiled, answers)).toHaveLength(compiled.codebook.length)
    }
    expect(drawn.some((answers) => Object.keys(answers).length > 1)).toBe(true)
  }, 60_000)
})

test('a rule that cannot be guessed is reported with its question', () => {
  const form = compileForm({
    elements: [
      {
        type: 'text',
        name: 'code',
        isRequired: true,
        title: 'Mã',
        validators: [{ type: 'regex', regex: '^[0-9]{9}x$' }],
      },
    ],
  })
  expect(() => sampleAnswers(form, xoroshiro128plus(1))).toThrow(/Mã|code/)
})

test('a panel that must not stay empty gets an answer, although it is no question itself', () => {
  const elements = ['a', 'b'].map((name) => ({ type: 'text', name, title: name }))
  const form = compileForm({ elements: [{ type: 'panel', name: 'box', isRequired: true, elements }] })
  const random = xoroshiro128plus(3)
  for (let turn = 0; turn < 300; turn++)
    expect(Object.keys(sampleAnswers(form, random)).length).toBeGreaterThan(0)
})
