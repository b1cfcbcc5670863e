import { describe, expect, it } from 'vitest'
import { frontDoorScene, openWave } from '../support/front-door-scene'
import { makeUnit, type makeWave } from '../support/make'

const { at } = frontDoorScene()

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
    expect(
      [...body.matchAll(/(?:\ssrc|<link[^>]*\shref)="(?!#|data:)([^"]+)"/g)].map((match) => match[1]),
    ).toEqual([expect.stringMatching(/^\/s\/form\.[0-9a-f]{16}\.js$/)])
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
    const words = await unknown.text()
    expect(words).not.toContain('<script>')
    expect(words, 'no dead end').toContain('href="/">Xem các kết quả đã công bố</a>')
    const { wave } = await openWave()
    expect((await fetch(at(`/s/${wave.id}?u=nope`))).status).toBe(422)
    expect((await fetch(at('/s/%E0%A4%A'))).status).toBe(404)
  })
})
