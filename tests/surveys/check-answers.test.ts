import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { openSurvey } from '#lib/surveys/open-survey'
import { atTime } from '#lib/surveys/survey-clock'
import { mutatedAnswers, shapedAnswers } from './arbitrary-answers'
import { exampleForms, sampleForms } from './example-forms'
import { kitchenSinkForm } from './kitchen-sink-form'

/** A SurveyModel needs some 20 ms for one set of answers; SURVEYJS_RUNS=5000 is for a change of the checker. */
const surveyJsRuns = Number(process.env.SURVEYJS_RUNS ?? 40)
/** FUZZ_RUNS=10000 is for a change of the checker, too. */
const fuzzRuns = Number(process.env.FUZZ_RUNS ?? 1000)
const now = new Date('2026-11-23T09:00:00')

/** What SurveyJS itself says: the questions with faults, and the data that is left on completion. */
function verdictOfSurveyJs(form: unknown, answers: Record<string, unknown>) {
  return atTime(now, () => {
    const survey = openSurvey(form)
    survey.data = structuredClone(answers)
    const isValid = survey.validate(true)
    const questions = survey.getAllQuestions(true, false, true)
    const faulty = questions.filter((question) => question.getAllErrors().length > 0)
    survey.doComplete(true)
    return {
      isValid,
      faulty: faulty.map((question) => question.name),
      data: JSON.parse(JSON.stringify(survey.data)) as Record<string, unknown>,
    }
  })
}

function verdictOfOurs(compiled: CompiledForm, answers: Record<string, unknown>) {
  const { answers: data, faults } = checkAnswers(compiled, answers, now)
  return {
    isValid: faults.length === 0,
    faulty: faults.map(({ question }) => question.split('.')[0] ?? ''),
    data,
  }
}

/** Faults are compared by the questions of the form itself: not of those inside others, nor of panels. */
function byQuestion<Verdict extends { faulty: string[] }>(compiled: CompiledForm, verdict: Verdict): Verdict {
  const names = new Set(compiled.form.questions.map(({ name }) => name))
  return { ...verdict, faulty: [...new Set(verdict.faulty)].filter((name) => names.has(name)).sort() }
}

/*
 * Once, on 2026-11-23: 5,000 random and 10,000 spoilt answers for each published form, 1,500 and 5,000 for fifteen of the
 * samples, 100 and 100 for the six whose every answer costs a large SurveyModel, no difference. 2,740 surveys out of the tests
 * and documents of SurveyJS itself and of others (30,429 sets of answers, many spoilt; after the last changes of the checker
 * once more with 14,450): no crash, nothing accepted that SurveyModel refuses except what is no answer here, such as a lone
 * control character. What it accepts and we refuse is on the list in check-answers.ts.
 */
describe.each([...exampleForms, ...sampleForms])('checkAnswers on $name', ({ form }) => {
  const compiled = compileForm(form)

  it('finds no mistake in the form', () => {
    expect(compiled.unsupported).toEqual([])
  })

  // Asynchronous, because a SurveyModel is only let go once its microtasks have run: thousands of them fill the memory.
  it('agrees with SurveyModel on faults and on what is stored, for random answers', async () => {
    await fc.assert(
      fc.asyncProperty(shapedAnswers(compiled), async (answers) => {
        const ours = byQuestion(compiled, verdictOfOurs(compiled, answers))
        expect(ours).toEqual(byQuestion(compiled, verdictOfSurveyJs(form, answers)))
      }),
      { numRuns: surveyJsRuns },
    )
  }, 3_600_000)

  it('never throws, and accepts nothing that the codebook does not allow, for thousands of mutated answers', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedAnswers(compiled), async (raw) => {
        const { answers, faults } = checkAnswers(compiled, raw)
        if (faults.length) {
          for (const fault of faults) expect(fault.vi.length).toBeGreaterThan(10)
          return
        }
        const codes = codeAnswers(compiled, answers) // throws for a value outside the codebook
        expect(codes).toHaveLength(compiled.codebook.length)
        for (const code of codes) expect(Number.isInteger(code) && code >= -3 && code <= 32767).toBe(true)
      }),
      { numRuns: compiled.checker === 'compiled' ? fuzzRuns : fuzzRuns / 20 },
    )
  }, 3_600_000)
})

describe('checkAnswers', () => {
  const compiled = compileForm(kitchenSinkForm)
  const good = { used: 0, channels: ['loa'], code: 'AB1', areas: ['x', 'y'], place: { village: 'Bình' } }
  const codes = (change: Record<string, unknown>) =>
    checkAnswers(compiled, { ...good, ...change }).faults.map((fault) => `${fault.question} ${fault.code}`)

  it('accepts a good answer as it is', () => {
    expect(checkAnswers(compiled, good)).toEqual({ answers: good, faults: [] })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a value not offered', { used: 7 }, 'used value_not_offered'],
    ['a number sent as text', { used: '1' }, 'used wrong_type'],
    ['a rating above its scale', { overall: 99 }, 'overall value_not_offered'],
    ['a rating sent as text', { overall: '4' }, 'overall wrong_type'],
    ['a list where one value belongs', { used: [1] }, 'used wrong_type'],
    ['a matrix value not offered', { service: { sign: 99 } }, 'service.sign value_not_offered'],
    ['an unknown row', { service: { nope: 1 } }, 'service unknown_row'],
    ['a list for a matrix', { service: [1, 2, 3] }, 'service wrong_type'],
    ['an unknown choice among several', { channels: ['loa', 'fax'] }, 'channels value_not_offered'],
    ['text where a list belongs', { channels: 'loa' }, 'channels wrong_type'],
    ['too many choices', { channels: ['loa', 'zalo', 3, 'other', 'loa'] }, 'channels value_twice'],
    ['"none" together with others', { channels: ['none', 'loa'] }, 'channels excludes_others'],
    ['words in a number field', { visits: 'abc' }, 'visits not_a_number'],
    ['an over-long text', { why: 'x'.repeat(61) }, 'why too_long'],
    ['an object for a text', { why: { a: 1 } }, 'why wrong_type'],
    ['an unknown question', { hobby: 'chess' }, 'hobby unknown_question'],
    ['a missing required answer', { channels: null }, 'channels required'],
    ['"other" without words', { channels: ['other'] }, 'channels words_required'],
    ['too few choices', { areas: ['x'] }, 'areas too_few'],
    ['an impossible date', { born: '2023-02-29' }, 'born not_a_date'],
    ['a broken pattern', { code: 'ab1' }, 'code wrong_pattern'],
    ['a yes/no sent as text', { paid: 'true' }, 'paid wrong_type'],
  ])('refuses %s', (_name, change, expected) => {
    expect(codes(change)).toContain(expected)
  })

  it('refuses more choices than the maximum', () => {
    expect(codes({ areas: ['x', 'y', 'z'] })).toEqual(['areas too_many'])
  })

  it('names every unanswered row of a matrix that wants them all', () => {
    expect(codes({ used: 1, overall: 5, service: { seat: 3 } })).toEqual([
      'service.sign required',
      'service.staff required',
    ])
  })

  it('names the question in both languages, or says what its author wrote', () => {
    expect(checkAnswers(compiled, { ...good, used: 7 }).faults[0]).toMatchObject({
      vi: 'Câu “Đã đến UBND?” không có lựa chọn “7”.',
      en: '“Been to the office?” does not offer “7”.',
    })
    expect(checkAnswers(compiled, { ...good, code: 'x' }).faults[0]).toMatchObject({
      vi: 'Câu “Mã”: Hai chữ hoa và một số',
    })
  })

  it('drops what the conditions hide, and words without their "other"', () => {
    const { answers, faults } = checkAnswers(compiled, {
      ...good,
      visits: 3,
      service: { sign: 1, seat: 1, staff: 1 },
      'channels-Comment': 'báo',
      mail: 'a@b.vn',
    })
    expect(faults).toEqual([])
    expect(answers).toEqual(good)
  })

  it('composes and trims text, and takes out what no database can store', () => {
    const { answers } = checkAnswers(compiled, {
      ...good,
      code: ' AB1\u0000 ',
      place: { village: 'Bi\u0300nh\ud800' },
    })
    expect(answers.code).toBe('AB1')
    expect(answers.place).toEqual({ village: 'Bình' })
  })

  it('takes a slider’s number within its limits and on its steps, and nothing else', () => {
    const slider = compileForm({ elements: [{ type: 'slider', name: 'minutes', max: 60, step: 5 }] })
    expect(checkAnswers(slider, { minutes: 35 })).toEqual({ answers: { minutes: 35 }, faults: [] })
    for (const minutes of [-5, 65, 37, '35', [5, 10], 'long'])
      expect(checkAnswers(slider, { minutes }).faults, JSON.stringify(minutes)).toHaveLength(1)
  })

  it('keeps it when every repetition that a form began with was taken away', () => {
    const columns = [{ name: 'minutes', cellType: 'text', defaultValueExpression: '1 + 1' }]
    const table = compileForm({ elements: [{ type: 'matrixdynamic', name: 'visits', rowCount: 1, columns }] })
    expect(checkAnswers(table, {}).answers).toEqual({ visits: [{ minutes: 2 }] })
    expect(checkAnswers(table, { visits: [] }).answers).toEqual({ visits: [] })
    const templateElements = [{ type: 'text', name: 'who' }]
    const panel = { type: 'paneldynamic', name: 'people', panelCount: 2, isRequired: true, templateElements }
    const people = compileForm({ elements: [panel] })
    expect(checkAnswers(people, { people: [] }).faults).toMatchObject([{ code: 'required' }])
  })

  it.each([
    ['visibleIf', '{a} + 1'],
    ['visibleIf', '{a} and {b}'],
    ['enableIf', '{b}'],
    ['enableIf', '{a} - 1'],
    ['requiredIf', '{a}'],
  ])('reads %s “%s” as SurveyJS does, where it comes to neither true nor false', (property, expression) => {
    const form = { elements: ['a', 'b', 'c'].map((name) => ({ type: 'text', name })) }
    Object.assign(form.elements[2]!, { [property]: expression, validators: [{ type: 'email' }] })
    const compiled = compileForm(form)
    for (const answers of [
      { a: 0, c: 'a@b.vn' },
      { a: 1, b: 1, c: 'a@b.vn' },
      { a: 1, b: 1, c: 'x' },
      { a: 1 },
    ]) {
      const theirs = verdictOfSurveyJs(form, answers)
      expect(verdictOfOurs(compiled, answers), JSON.stringify(answers)).toEqual(theirs)
    }
  })

  it('answers a body of rubbish questions with a short list', () => {
    const raw = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`q${index}`, 1]))
    expect(
      checkAnswers(compiled, raw).faults.filter((fault) => fault.code === 'unknown_question'),
    ).toHaveLength(20)
  })

  it.each([null, 1, 'x', [], undefined])('refuses %j in place of answers', (raw) => {
    expect(checkAnswers(compiled, raw).faults[0]?.code).toBe('wrong_type')
  })

  it('refuses every answer to a form that cannot be served safely, and says why', () => {
    const choicesByUrl = { url: 'https://example.org/places.json' }
    const strange = compileForm({ elements: [{ type: 'dropdown', name: 'place', choicesByUrl }] })
    expect(strange.refusals[0]?.en).toContain('choicesByUrl')
    expect(checkAnswers(strange, {}).faults).toMatchObject([{ question: 'form', code: 'form_refused' }])
  })
})

describe('compileForm', () => {
  const read = (...elements: unknown[]) => compileForm({ elements })

  it.each<[unknown, string]>([
    [
      {
        type: 'matrixdropdown',
        name: 'q',
        rows: ['r'],
        columns: [{ name: 'c' }],
        detailElements: [{ type: 'text', name: 'c' }],
      },
      'q.c: the same name twice',
    ],
    [
      { type: 'text', name: 'q', visibleIf: '{nope} = 1' },
      'q: “{nope} = 1” asks for {nope}, which is no question',
    ],
    [{ type: 'text', name: 'q', visibleIf: '{q} = = 1' }, 'q: “{q} = = 1” is no expression'],
    [{ type: 'text', name: 'q', visibleIf: 'nope({q})' }, 'q: “nope({q})” uses the function nope'],
    [
      { type: 'text', name: 'q', validators: [{ type: 'regex', regex: '(' }] },
      '“(” is no regular expression (validator regex).',
    ],
  ])('reports the mistake in %j', (element, expected) => {
    expect(read(element).unsupported).toContain(expected)
  })

  it.each<[unknown, string]>([
    [{ type: 'text', name: 'q', setValueExpression: '1' }, 'q: setValueExpression'],
    [{ type: 'matrixdynamic', name: 'q' }, 'q: matrixdynamic'],
    [
      { type: 'ranking', name: 'q', choices: [1, 2], visibleIf: '{q} <> [1, 2]' },
      'q: “{q} <> [1, 2]” compares the ranking {q}',
    ],
    [
      { type: 'text', name: 'q', visibleIf: "displayValue('q') = 1" },
      "q: “displayValue('q') = 1” uses the function displayValue",
    ],
    [{ type: 'text', name: 'q', valueName: 'v' }, 'q: valueName'],
    [{ type: 'panel', name: 'p', isRequired: true, elements: [] }, 'p: isRequired'],
  ])('leaves %j to a SurveyModel', (element, expected) => {
    const { form, checker, unsupported } = read(element)
    expect({ checker, unsupported }).toEqual({ checker: 'survey', unsupported: [] })
    expect(form.beyondChecker).toContain(expected)
  })

  it('names what the light form does not show', () => {
    const { renderer, reasons } = read({ type: 'file', name: 'photo' })
    expect(renderer).toBe('surveyjs')
    expect(reasons[0]?.en).toContain('“photo” is an upload of files')
  })
})
