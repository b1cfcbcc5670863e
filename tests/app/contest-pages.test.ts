// What the front door serves of a contest, with and without the script: nothing of the right answers before sending, the marks
// after it, the prize draw as plain pages that nothing can bring down.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { countEntries } from '#lib/db/contest-entries'
import type { FormFile } from '#lib/definitions/form-file'
import { settle } from '#lib/env'
import { compileForm } from '#lib/surveys/compile-form'
import { portableQuestions } from '#lib/surveys/light-form/portable-form'
import { surveyIn } from '#lib/surveys/survey-page/survey-page'
import { frontDoorScene } from '../support/front-door-scene'
import { makeDefinition, publishedForm } from '../support/make'
import { answerContest, closeContest, makeContest, rightAnswers, tenRight } from '../support/make-contest'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

const { at, post, postFields } = frontDoorScene()
type Fields = [string, string][]

const marksOf = (sent: { wave: string }) =>
  postFields(`/s/${sent.wave}/marks`, [['submission', JSON.stringify(sent)]])
const ticketIn = (body: string) => /name=ticket value="([^"]+)"/.exec(body)?.[1] ?? ''
const person: Fields = [
  ['name', 'Chế Thị Mai'],
  ['phone', '0912 345 678'],
  ['unit', ''],
  ['hasAgreed', '1'],
]

/** Answers as a browser without a script posts them on the last page. */
function plainFields(answers: object): Fields {
  return Object.entries(answers).flatMap(([name, value]): Fields => {
    if (Array.isArray(value)) return value.map((one) => [name, String(one)])
    if (typeof value !== 'object') return [[name, String(value)]]
    return Object.entries(value as object).map(([row, one]) => [`${name}.${row}`, String(one)])
  })
}

describe('before sending', () => {
  it('a page is the same whatever the right answers and their explanations are', async () => {
    const { body } = await publishedForm('reform-contest', 1)
    const file = body as unknown as FormFile
    const otherwise = structuredClone(file)
    for (const page of otherwise.form.pages as { elements: Record<string, unknown>[] }[])
      for (const question of page.elements)
        if (typeof question.correctAnswer === 'number') question.correctAnswer = 1
        else if (Array.isArray(question.correctAnswer)) question.correctAnswer = [2]
    for (const text of Object.values(otherwise.quiz!.explanations))
      Object.assign(text, { vi: 'Khác', en: 'Other' })
    const pages = await Promise.all(
      [file, otherwise].map(async (one, which) => {
        const slug = `quiz-${which}`
        await makeDefinition({ slug, body: one as never })
        const { id, unit } = await makeContest({ form: `${slug}.v1` })
        const { title } = await database().prisma.wave.findUniqueOrThrow({ where: { id } })
        const html = await (await fetch(at(`/s/${id}?u=${unit}`))).text()
        const { name } = await database().prisma.unit.findUniqueOrThrow({ where: { id: unit } })
        return [id, unit, slug, title, name].reduce((text, own) => text.replaceAll(own, '…'), html)
      }),
    )
    expect(pages[0]).toBe(pages[1])
    expect(pages[0]).toContain('Xem số câu đúng')
  })

  it('neither the data of the script nor the page of SurveyJS has a right answer', async () => {
    const { body } = await publishedForm('reform-contest', 1)
    const { form } = body as unknown as FormFile
    expect(JSON.stringify(form)).toContain('correctAnswer')
    expect(JSON.stringify(surveyIn(form, 'vi'))).not.toContain('correctAnswer')
    expect(JSON.stringify(portableQuestions(compileForm(form), 'vi'))).not.toMatch(
      /rightAnswer|correctAnswer/,
    )
  })
})

describe('after sending', () => {
  it('without a script the thanks page has the marks, the explanations and the form of the draw', async () => {
    const { id, unit } = await makeContest()
    const last: Fields = [
      ['~page', '4'],
      ['~consent', '1'],
      ['~shown', [...Array(20).keys()].join(' ')],
      ['~receipt', randomUUID()],
      ...plainFields(tenRight),
    ]
    const sent = await postFields(`/s/${id}?u=${unit}`, last)
    const body = await sent.text()
    expect(sent.status, body).toBe(201)
    expect(body).toContain('Ông/bà trả lời đúng 10 trong 12 câu')
    expect(body).toContain('Đáp án: <b>2021–2030</b>')
    expect(body).toContain('SIPAS là chỉ số hài lòng')
    expect(ticketIn(body)).not.toBe('')
    const again = await (await postFields(`/s/${id}?u=${unit}`, last)).text()
    expect(again).toContain('Ông/bà trả lời đúng 10 trong 12 câu')
    expect(await database().prisma.response.count()).toBe(1)
  })

  it('the script gets the same page for what it has sent, in English too, and nobody gets it for a receipt alone', async () => {
    const contest = await makeContest({ threshold: 12 })
    const sent = await answerContest(contest, tenRight)
    const page = await marksOf(sent)
    const body = await page.text()
    expect([page.status, ticketIn(body)]).toEqual([200, ''])
    expect(body).toContain('Cần đúng ít nhất 12 câu')
    const english = await postFields(`/s/${contest.id}/marks?lang=en`, [['submission', JSON.stringify(sent)]])
    expect(await english.text()).toContain('You had 10 of 12 right')
    expect((await marksOf({ ...sent, answers: {} } as never)).status).toBe(404)
    expect((await fetch(at(`/s/${contest.id}/marks`), { redirect: 'manual' })).headers.get('location')).toBe(
      `/contest/${contest.id}`,
    )
  })
})

describe('the prize draw', () => {
  const enter = (contest: string, ticket: string, fields: Fields) =>
    postFields(`/s/${contest}/draw`, [['ticket', ticket], ...fields])

  it('is entered by a plain form that keeps what was typed and says what is wrong', async () => {
    const contest = await makeContest()
    const ticket = ticketIn(await (await marksOf(await answerContest(contest, rightAnswers))).text())
    const faulty = await enter(contest.id, ticket, [
      ['name', 'Mai "<b>'],
      ['phone', '12'],
      ['unit', ''],
    ])
    const body = await faulty.text()
    expect(faulty.status).toBe(422)
    expect(body).toContain('value="Mai &quot;&lt;b&gt;"')
    expect(body).toContain('id="e-phone"')
    expect(body).toContain('id="e-hasAgreed"')
    const done = await enter(contest.id, ticketIn(body), person)
    const number = /<code>(\d{3} \d{4})<\/code>/.exec(await done.text())?.[1]
    expect(done.status).toBe(201)
    expect(number).toBeDefined()
    const twice = await enter(contest.id, ticket, person)
    expect(await twice.text()).toContain(number!)
    const other = ticketIn(await (await marksOf(await answerContest(contest, rightAnswers))).text())
    const taken = await enter(contest.id, other, person)
    expect([taken.status, await taken.text()]).toEqual([
      409,
      expect.stringContaining('đã có trong danh sách'),
    ])
    expect(await countEntries(contest.id)).toBe(1)
  })

  it('lets a person out again, and nobody who only guesses', async () => {
    const contest = await makeContest()
    const ticket = ticketIn(await (await marksOf(await answerContest(contest, rightAnswers))).text())
    const number = /<code>(\d{3} \d{4})<\/code>/.exec(
      await (await enter(contest.id, ticket, person)).text(),
    )![1]!
    const leave = (phone: string) =>
      postFields(`/s/${contest.id}/leave`, [
        ['number', number],
        ['phone', phone],
      ])
    expect((await fetch(at(`/s/${contest.id}/leave`))).status).toBe(200)
    expect((await leave('0987654321')).status).toBe(404)
    expect(await countEntries(contest.id)).toBe(1)
    expect((await leave('+84 912 345 678')).status).toBe(200)
    expect(await countEntries(contest.id)).toBe(0)
  })

  it('takes nobody after its end', async () => {
    const contest = await makeContest()
    const ticket = ticketIn(await (await marksOf(await answerContest(contest, rightAnswers))).text())
    await closeContest(contest.id)
    expect((await enter(contest.id, ticket, person)).status).toBe(409)
  })

  it('answers anything that is posted to it without falling over', async () => {
    const contest = await makeContest()
    const sent = await answerContest(contest, rightAnswers)
    const ticket = ticketIn(await (await marksOf(sent)).text())
    const value = fc.oneof(
      fc.constantFrom(
        '',
        '1',
        ticket,
        JSON.stringify(sent),
        '{}',
        '[]',
        'null',
        '\0',
        '0912345678',
        contest.unit,
      ),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.json(),
    )
    const name = fc.constantFrom('ticket', 'name', 'phone', 'unit', 'hasAgreed', 'submission', 'number', 'x')
    const where = fc.constantFrom('marks', 'draw', 'leave')
    const whose = fc.constantFrom(contest.id, 'khong-co', '0')
    await fc.assert(
      fc.asyncProperty(
        where,
        whose,
        fc.array(fc.tuple(name, value), { maxLength: 7 }),
        async (what, id, fields) => {
          const response = await postFields(`/s/${id}/${what}`, fields)
          await response.arrayBuffer()
          expect(response.status).toBeLessThan(500)
        },
      ),
      { numRuns: Number(process.env.FORM_POSTS ?? 150) },
    )
    const large = await post(`/s/${contest.id}/draw`, `name=${'a'.repeat(100_000)}`)
    expect(large.status).toBe(413)
  })
})
