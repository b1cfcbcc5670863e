import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { hashToken } from '#lib/flows/submit-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { frontDoorServer } from '../support/front-door-server'
import { makeDefinition, makeUnit, makeWave } from '../support/make'
import { mutatedAnswers, rubbish } from '../surveys/arbitrary-answers'
import { exampleForms } from '../surveys/example-forms'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

const at = frontDoorServer()
const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const introduction = {
  title: text('Ý kiến <người> dân'),
  minutes: 5,
  purpose: text('Mục đích'),
  asker: text('Người hỏi'),
  handling: text('Cách dùng'),
  retention: text('Thời hạn'),
  consent: text('Tôi đồng ý'),
}
const good = { used: 0, channels: ['loa'], code: 'AB1', areas: ['x', 'y'], place: { village: 'Bình' } }

async function openWave(given: Parameters<typeof makeWave>[0] = {}, form: unknown = kitchenSinkForm) {
  const body = { ...introduction, form } as never
  const definition = await makeDefinition({ slug: `form-${randomUUID().slice(0, 8)}`, body })
  const wave = await makeWave({ formId: definition.id, ...given })
  return { wave, unit: wave.units[0]!.unitId, page: `/s/${wave.id}?u=${wave.units[0]!.unitId}` }
}

const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(at(path), { method: 'POST', body: body as BodyInit, headers })
const postJson = (body: unknown) =>
  post('/api/answers', JSON.stringify(body), { 'content-type': 'application/json' })
const postFields = (path: string, fields: [string, string][]) =>
  post(path, new URLSearchParams(fields).toString())
const count = () => database().prisma.response.count()

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

describe.each(exampleForms)('thousands of spoilt posts of $name', ({ form }) => {
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
    const posts = fc.sample(submission, 2000)
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
    for (const { answers, coded } of stored)
      expect(codeAnswers(compiled, answers as Record<string, unknown>)).toEqual(coded)
  }, 180_000)
})

describe('GET /s/<wave>', () => {
  it('sends the whole form as HTML that needs nothing but one script', async () => {
    const { wave, page } = await openWave({ isSample: true })
    const response = await fetch(at(page))
    const body = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(body).toContain('Ý kiến &lt;người&gt; dân')
    expect(body).toContain('Dữ liệu mẫu')
    expect(body).not.toMatch(/\schecked/)
    expect([...body.matchAll(/(?:src|href)="(?!#|data:)([^"]+)"/g)].map((match) => match[1])).toEqual([
      expect.stringMatching(/^\/s\/form\.[0-9a-f]{16}\.js$/),
    ])
    expect(body).toContain(`"wave":"${wave.id}"`)
  })

  it('allows no script but its own, and no style but the one it carries', async () => {
    const { page } = await openWave()
    const response = await fetch(at(page))
    const policy = response.headers.get('content-security-policy') ?? ''
    const style = /<style>(.*?)<\/style>/s.exec(await response.text())?.[1] ?? ''
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))).toString(
      'base64',
    )
    expect(policy).toContain(`style-src 'sha256-${hash}'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('compresses as the browser likes, and sends nothing twice', async () => {
    const { page } = await openWave()
    const sizes: Record<string, number> = {}
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await fetch(at(page), { headers: { 'accept-encoding': encoding } })
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
      sizes[encoding] = Number(response.headers.get('content-length'))
      expect(await response.text()).toContain('</html>')
    }
    expect(sizes.br).toBeLessThan(sizes.gzip!)
    expect(sizes.gzip).toBeLessThan(sizes.identity! / 3)
    const etag = (await fetch(at(page))).headers.get('etag')!
    const again = await fetch(at(page), { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('answers HEAD like GET without the body, and refuses other methods', async () => {
    const { page } = await openWave()
    const head = await fetch(at(page), { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000)
    const put = await fetch(at(page), { method: 'PUT' })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
  })

  it('serves its script to be kept for good', async () => {
    const { page } = await openWave()
    const url = /src="([^"]+)"/.exec(await (await fetch(at(page))).text())![1]!
    const response = await fetch(at(url))
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await response.text()).length).toBeGreaterThan(5000)
  })

  it('asks for the place when the address names none', async () => {
    const unit = await makeUnit({ name: 'Xã Phước Hậu', nameEn: 'Phuoc Hau' })
    const { wave } = await openWave({ units: [unit.id] })
    const body = await (await fetch(at(`/s/${wave.id}`))).text()
    expect(body).toContain(`href="?u=${unit.id}">Xã Phước Hậu</a>`)
    expect(await (await fetch(at(`/s/${wave.id}?lang=en`))).text()).toContain(
      `href="?lang=en&amp;u=${unit.id}">Phuoc Hau</a>`,
    )
  })

  it('asks for the village in a sampled wave', async () => {
    const unit = await makeUnit()
    const { wave, page } = await openWave({
      units: [unit.id],
      clusters: [{ unitId: unit.id, code: 'th1', name: 'Thôn Một' }],
    })
    expect(await (await fetch(at(page))).text()).toContain(`href="?u=${unit.id}&amp;c=th1">Thôn Một</a>`)
    expect(await (await fetch(at(`/s/${wave.id}?u=${unit.id}&c=th1`))).text()).toContain('Thôn Một, ')
  })

  it.each<[string, Parameters<typeof makeWave>[0], string, number, string]>([
    ['not open yet', { opensAt: new Date('2098-01-01') }, '', 409, 'chưa mở'],
    ['closed', { closesAt: new Date('2021-01-01') }, '', 409, 'đã đóng'],
    ['for invited people only', { audience: 'delegates' }, '', 403, 'đường dẫn dùng một lần'],
    ['opened with a wrong link', { audience: 'delegates' }, '&t=guess', 403, 'không đúng'],
    ['opened in a way not offered', {}, '&m=paper', 422, 'paper'],
    ['in a village outside the sample', {}, '&c=nope', 422, 'nope'],
  ])('says in words that the wave is %s', async (_name, given, search, status, words) => {
    const { page } = await openWave(given)
    const response = await fetch(at(page + search))
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(words)
  })

  it('says in words that a wave or unit is unknown, and writes no markup of the address into the page', async () => {
    const unknown = await fetch(at('/s/%3Cscript%3E?u=1'))
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).not.toContain('<script>')
    const { wave } = await openWave()
    expect((await fetch(at(`/s/${wave.id}?u=nope`))).status).toBe(422)
    expect((await fetch(at('/s/%E0%A4%A'))).status).toBe(404)
  })

  it('says that a link has been used', async () => {
    const { wave, unit, page } = await openWave({ audience: 'delegates' })
    const link = { tokenHash: hashToken('secret'), waveId: wave.id, unitId: unit }
    await database().prisma.oneTimeLink.create({ data: link })
    const open = await fetch(at(`${page}&t=secret`))
    expect([open.status, open.headers.get('cache-control')]).toEqual([200, 'no-store'])
    await postJson({ wave: wave.id, unit, receipt: randomUUID(), answers: good, token: 'secret' })
    const used = await fetch(at(`${page}&t=secret`))
    expect([used.status, (await used.text()).includes('đã được dùng')]).toEqual([409, true])
  })
})

describe('the form without a script', () => {
  const consent: [string, string] = ['~consent', '1']
  const onPage = (page: number, ...shown: number[]): [string, string][] => [
    ['~page', String(page)],
    ['~shown', shown.join(' ')],
  ]
  const visible = (body: string) =>
    /<section data-page=(\d)[^>]*?(?<! hidden)>/.exec(body.replaceAll(/<section[^>]* hidden>/g, ''))?.[1]
  const receiptOf = (body: string) => /name="~receipt" value="([^"]+)"/.exec(body)?.[1]

  it('wants consent, which is not ticked beforehand, before it shows a question', async () => {
    const { page } = await openWave()
    const response = await postFields(page, onPage(0))
    const body = await response.text()
    expect([response.status, visible(body)]).toEqual([422, '0'])
    expect(body).toContain('Xin đánh dấu vào ô đồng ý')
    expect(visible(await (await postFields(page, [...onPage(0), consent])).text())).toBe('1')
  })

  it('keeps what was typed and says what is wrong beside the question', async () => {
    const { page } = await openWave()
    const response = await postFields(page, [
      ...onPage(1, 0, 2),
      consent,
      ['where', 'other'],
      ['where-Comment', 'chợ "Phú Quý"'],
    ])
    const body = await response.text()
    expect([response.status, visible(body)]).toEqual([422, '1'])
    expect(body).toContain('value="other" selected')
    expect(body).toContain('value="chợ &quot;Phú Quý&quot;"')
    expect(body).toContain('<p class=fault id=e-f0>Câu “Đã đến UBND?” chưa được trả lời.</p>')
    expect(body).toContain('<a href="#f0">Câu “Đã đến UBND?” chưa được trả lời.</a>')
    expect(await count()).toBe(0)
  })

  it('shows questions that an answer brings up before it finds them missing', async () => {
    const { page } = await openWave()
    const fields: [string, string][] = [consent, ['used', '1'], ['where', 'a']]
    const first = await postFields(page, [...onPage(1, 0, 2), ...fields])
    const body = await first.text()
    expect([first.status, visible(body)]).toEqual([200, '1'])
    expect(body).toContain('Có thêm câu hỏi')
    const again = await postFields(page, [...onPage(1, 0, 1, 2), ...fields])
    expect(again.status).toBe(422)
  })

  it('leads through the pages to thanks with a receipt, and stores once however often it is sent', async () => {
    const { page } = await openWave()
    const answers: [string, string][] = [
      consent,
      ['used', '0'],
      ['channels', 'loa'],
      ['areas', 'x'],
      ['areas', 'y'],
      ['place.village', 'Bình'],
      ['code', 'AB1'],
      ['visits', '3'],
    ]
    const second = await (await postFields(page, [...onPage(1, 0, 2), ...answers])).text()
    expect(visible(second)).toBe('3')
    const receipt = receiptOf(second)!
    const last = [...onPage(3, ...Array(20).keys()), ...answers, ['~receipt', receipt] as [string, string]]
    for (const _attempt of [1, 2, 3]) {
      const done = await postFields(page, last)
      const body = await done.text()
      expect(done.status, body).toBe(201)
      expect(body).toContain(`<code>${receipt}</code>`)
    }
    const rows = await database().prisma.response.findMany()
    expect(rows.map((row) => [row.receipt, row.answers])).toEqual([[receipt, good]])
  })

  it('goes back without checking and changes the language without losing anything', async () => {
    const { page } = await openWave()
    const typed: [string, string][] = [consent, ['used', '98'], ['code', 'nháp']]
    expect(visible(await (await postFields(page, [...onPage(3), ...typed, ['~go', 'back']])).text())).toBe(
      '1',
    )
    const english = await (await postFields(page, [...onPage(1), ...typed, ['~lang', 'en']])).text()
    expect(english).toContain('<html lang=en>')
    expect(english).toContain('value="98" checked')
    expect(english).toContain('value="nháp"')
  })

  it('survives hundreds of spoilt form posts', async () => {
    const { page } = await openWave()
    const names = [
      '~page',
      '~go',
      '~consent',
      '~receipt',
      '~shown',
      '~form',
      '~language',
      'used',
      'visits',
      'service.sign',
      'service',
      'channels',
      'place.year',
      'x',
      '__proto__',
    ]
    const field = fc.tuple(
      fc.constantFrom(...names),
      fc.oneof(
        fc.constantFrom('1', '3', '0', 'next', 'back', randomUUID(), 'en'),
        fc.string({ unit: 'binary' }),
      ),
    )
    const posts = fc.sample(fc.array(field, { maxLength: 12 }), 300)
    for (let start = 0; start < posts.length; start += 30) {
      const replies = await Promise.all(
        posts.slice(start, start + 30).map((fields) => postFields(page, fields)),
      )
      for (const reply of replies) expect(reply.status, await reply.text()).toBeLessThan(500)
    }
    expect(await count()).toBe(0)
  }, 120_000)
})

describe('the size of what a phone has to load', () => {
  it.each(exampleForms)(
    '$name: the first view fits into one round trip, the visit into 60 kB',
    async ({ form }) => {
      const { page } = await openWave({}, form)
      const headers = { 'accept-encoding': 'gzip' }
      const first = await fetch(at(page), { headers })
      const body = await first.text()
      const script = await fetch(at(/src="([^"]+)"/.exec(body)![1]!), { headers })
      const bytes = [first, script].map((response) => Number(response.headers.get('content-length')))
      expect(bytes[0]).toBeLessThanOrEqual(14_000)
      expect(bytes[0]! + bytes[1]!).toBeLessThanOrEqual(60_000)
    },
  )
})
