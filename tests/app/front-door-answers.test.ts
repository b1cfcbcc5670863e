import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { frontDoorScene, good, openWave } from '../support/front-door-scene'
import { mutatedAnswers, rubbish } from '../surveys/arbitrary-answers'
import { exampleForms } from '../surveys/example-forms'

const { at, count, post, postJson } = frontDoorScene()

describe('POST /api/answers', () => {
  it('answers 201 with the receipt, and the same again', async () => {
    const { wave, unit } = await openWave()
    const submission = { wave: wave.id, unit, receipt: randomUUID(), answers: good }
    for (const _attempt of [1, 2]) {
      const response = await postJson(submission)
      expect(response.status).toBe(201)
      expect(await response.json()).toEqual({ receipt: submission.receipt })
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
    expect(await count()).toBe(1)
  })

  it.each<[string, string | Uint8Array, number, string]>([
    ['broken JSON', '{"wave":', 400, 'broken_json'],
    ['no JSON at all', 'wave=1&unit=2', 400, 'broken_json'],
    ['nothing', '', 400, 'broken_json'],
    ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), 400, 'broken_json'],
    ['a number', '1', 400, 'wrong_shape'],
    ['nested rubbish', '['.repeat(30_000) + ']'.repeat(30_000), 400, 'wrong_shape'],
    ['more than the limit', JSON.stringify({ answers: { a: 'x'.repeat(70_000) } }), 413, 'body_too_large'],
  ])('refuses %s as a problem', async (_name, body, status, code) => {
    const response = await post('/api/answers', body)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await response.json()).toMatchObject({ code, status })
    expect(await count()).toBe(0)
  })

  it('refuses a body without a length that grows over the limit', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(20_000))
    let sent = 0
    const body = new ReadableStream({
      pull: (controller) => (sent++ < 5 ? controller.enqueue(chunk) : controller.close()),
    })
    const response = await fetch(at('/api/answers'), { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(await response.json()).toMatchObject({ code: 'body_too_large' })
  })

  it('names the question in the sentence of a fault', async () => {
    const { wave, unit } = await openWave()
    const response = await postJson({
      wave: wave.id,
      unit,
      receipt: randomUUID(),
      answers: { ...good, used: 7 },
    })
    expect(response.status).toBe(422)
    const problem = (await response.json()) as { faults: unknown }
    expect(problem.faults).toEqual([
      {
        question: 'used',
        code: 'value_not_offered',
        vi: 'Câu “Đã đến UBND?” không có lựa chọn “7”.',
        en: '“Been to the office?” does not offer “7”.',
      },
    ])
  })

  it('takes no answer that says it came on paper: those come out of a stack', async () => {
    const { wave, unit, page } = await openWave({ modes: ['self', 'paper'] })
    const reply = await postJson({ wave: wave.id, unit, receipt: randomUUID(), answers: good, mode: 'paper' })
    expect(reply.status).toBe(422)
    expect(await reply.json()).toMatchObject({ code: 'mode_not_offered' })
    expect((await fetch(at(`${page}&m=paper`))).status).toBe(422)
    expect(await count()).toBe(0)
  })

  it('takes POST only, and says so', async () => {
    const get = await fetch(at('/api/answers'))
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
    const options = await fetch(at('/api/answers'), { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS'])
  })

  it('leaves other addresses to others', async () => {
    for (const path of ['/', '/api/answers/1', '/s/', '/s/a/b', '/staff'])
      expect(await (await fetch(at(path))).text()).toBe('not ours')
  })
})

describe.each(exampleForms)('ten thousand spoilt posts of $name', ({ form }) => {
  it('never break the server, and nothing invalid is stored', async () => {
    const compiled = compileForm(form)
    const { wave, unit } = await openWave({}, form)
    const submission = fc.record({
      answers: mutatedAnswers(compiled),
      spoilt: fc.option(
        fc.constantFrom('wave', 'unit', 'receipt', 'mode', 'cluster', 'form', 'language', 'answers'),
        { freq: 9 },
      ),
      rubbish,
    })
    const posts = fc.sample(submission, 10_000)
    const statuses = new Set<number>()
    for (let start = 0; start < posts.length; start += 50) {
      const replies = await Promise.all(
        posts.slice(start, start + 50).map(({ answers, spoilt, rubbish }) =>
          postJson({
            wave: wave.id,
            unit,
            receipt: randomUUID(),
            answers,
            ...(spoilt ? { [spoilt]: rubbish } : {}),
          }),
        ),
      )
      for (const reply of replies) {
        statuses.add(reply.status)
        await reply.arrayBuffer()
      }
    }
    for (const status of statuses) expect(status).toBeLessThan(500)
    expect(statuses).toContain(422)
    const stored = await database().prisma.response.findMany()
    for (const { answers, coded } of stored) {
      const again = checkAnswers(compiled, answers)
      expect(again.faults).toEqual([])
      expect(answers).toMatchObject(again.answers)
      expect(codeAnswers(compiled, answers as Record<string, unknown>)).toEqual(coded)
    }
  }, 600_000)
})
