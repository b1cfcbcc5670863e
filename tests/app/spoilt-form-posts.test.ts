// Plain form posts as a browser without a script sends them, spoilt in every way: wrong values, fields that are not of the
// form, pages out of order, and the answers that a page carries along changed by hand. FORM_POSTS=10000 is for a change of
// the light form.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { pagingOf } from '#lib/surveys/light-form/paging'
import { frontDoorScene, openWave } from '../support/front-door-scene'
import { mutatedAnswers, rubbish, shapedAnswers } from '../surveys/arbitrary-answers'
import { exampleForms, sampleForms } from '../surveys/example-forms'

type Fields = [string, string][]

const formPosts = Number(process.env.FORM_POSTS ?? 60)
const { postFields } = frontDoorScene()

/** Forms that the server turns page by page carry the answers of other pages along. */
const isTurnedByServer = (compiled: CompiledForm) =>
  compiled.renderer === 'light' && pagingOf(compiled).by === 'server'
const forms = [
  ...exampleForms.map(({ name, form }) => ({ name, form, posts: formPosts })),
  // Their every step costs a SurveyModel or several.
  ...sampleForms
    .filter(({ form }) => isTurnedByServer(compileForm(form)))
    .map(({ name, form }) => ({ name, form, posts: Math.ceil(formPosts / 20) })),
]

function fieldsOf(answers: Record<string, unknown>): Fields {
  return Object.entries(answers).flatMap(([name, value]): Fields => {
    if (Array.isArray(value)) return value.map((one) => [name, text(one)])
    if (typeof value !== 'object' || value === null) return [[name, text(value)]]
    return Object.entries(value).map(([part, inner]) => [`${name}.${part}`, text(inner)])
  })
}

const text = (value: unknown) => (typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value))

/** Half of the posts are of somebody who means well and has come to the last page; the others of nobody in particular. */
function post(compiled: CompiledForm): fc.Arbitrary<Fields> {
  const answers = fc.oneof(shapedAnswers(compiled), mutatedAnswers(compiled))
  const shown = compiled.form.questions.map((_question, index) => index).join(' ')
  const last = compiled.form.pages.length
  const steps = fc.record({
    '~page': fc.oneof({ weight: 3, arbitrary: fc.constant(String(last)) }, fc.nat(last + 1).map(String)),
    '~consent': fc.constant('1'),
    '~receipt': fc.constant('').map(() => randomUUID()),
    '~shown': fc.constant(shown),
  })
  const kept = fc
    .record({
      answers: fc.oneof({ weight: 3, arbitrary: answers }, rubbish),
      variables: rubbish,
      trail: rubbish,
    })
    .map((state) => JSON.stringify(state) ?? '')
  const names = [
    '~page',
    '~go',
    '~consent',
    '~receipt',
    '~shown',
    '~form',
    '~language',
    '~lang',
    '~add',
    '~remove',
    '~state',
  ]
  const spoilt = fc.tuple(
    fc.constantFrom(...names, 'x', '__proto__', ...[...compiled.checkValue.keys()].slice(0, 5)),
    fc.oneof(
      fc.constantFrom('1', '-1', '99', '1e9', 'next', 'back', 'en', 'zz', '{}', '[1]', 'f0', 'f0.0', '0 1 2'),
      fc.string({ unit: 'binary' }),
      rubbish.map(text),
    ),
  )
  return fc
    .tuple(answers, steps, kept, fc.array(spoilt, { maxLength: 4 }), fc.boolean())
    .map(([given, step, state, spoils, isWellMeant]) => [
      ...fieldsOf(given),
      ...Object.entries(step),
      ['~state', state] as [string, string],
      ...(isWellMeant ? [] : spoils),
    ])
}

it.each(forms)(
  'spoilt form posts of $name never break the server, and nothing invalid is stored',
  async ({ form, posts }) => {
    const compiled = compileForm(form)
    const { page, wave } = await openWave({}, form)
    const statuses = new Map<number, number>()
    const all = fc.sample(post(compiled), posts)
    for (let start = 0; start < all.length; start += 10) {
      const some = all.slice(start, start + 10)
      const replies = await Promise.all(some.map((fields) => postFields(page, fields)))
      for (const [index, reply] of replies.entries()) {
        const body = await reply.text()
        expect(reply.status, `${JSON.stringify(some[index])} ${body}`).toBeLessThan(500)
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
      }
    }
    if (posts >= 50) expect([...statuses.keys()]).toContain(422) // fewer may all be well meant
    const stored = await database().prisma.response.findMany({ where: { waveId: wave.id } })
    expect(stored.length).toBe(statuses.get(201) ?? 0)
    for (const { answers, coded } of stored) {
      // SurveyJS clears what is hidden once; what was visible only through a cleared answer stays, and a second look clears it.
      const again = checkAnswers(compiled, answers)
      expect(again.faults).toEqual([])
      expect(answers).toMatchObject(again.answers)
      expect(codeAnswers(compiled, answers as Record<string, unknown>)).toEqual(coded)
    }
  },
  7_200_000,
)
