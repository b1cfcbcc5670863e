import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { frontDoorScene, good, openWave } from '../support/front-door-scene'

const { count, postFields } = frontDoorScene()

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

  it('thanks in another language for the same answer, instead of opening an empty form', async () => {
    const { page } = await openWave()
    const receipt = randomUUID()
    const fields: [string, string][] = [
      ...onPage(3, ...Array(20).keys()),
      consent,
      ...Object.entries({ used: '0', channels: 'loa', code: 'AB1', visits: '3', '~receipt': receipt }),
      ['areas', 'x'],
      ['areas', 'y'],
      ['place.village', 'Bình'],
    ]
    const thanks = await (await postFields(page, fields)).text()
    expect(thanks).toContain('Xin cảm ơn')
    const offered = /<button class=lang form=f name="(~language)" value="(en)"/.exec(thanks)
    const carried = /<form method=post id=f>(.*?)<\/form>/.exec(thanks)?.[1] ?? ''
    const again = [...carried.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]): [string, string] => [name!, value!],
    )
    const inEnglish = await postFields(page, [...again, [offered?.[1] ?? '', offered?.[2] ?? '']])
    expect(inEnglish.status).toBe(201)
    const body = await inEnglish.text()
    expect(body).toContain('<html lang=en>')
    expect(body).toContain(`<code>${receipt}</code>`)
    expect(await count()).toBe(1)
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
})
