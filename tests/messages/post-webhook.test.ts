// The hand-over to a gateway, against a real HTTP server on this machine.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { postWebhook, signWebhook } from '#lib/messages/post-webhook'
import { isPublicAddress } from '#lib/messages/public-network'

const message = { id: 'm1', to: '+84912000001', text: 'Mời: https://example.vn/s/x#ABCD', language: 'vi' }

async function answering(
  status: number,
  act: (url: string, taken: Record<string, string>[]) => Promise<void>,
) {
  const taken: Record<string, string>[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    taken.push({ ...(request.headers as Record<string, string>), body })
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, taken).finally(() =>
    server.close(),
  )
}

describe('a message to the gateway', () => {
  it('is signed over time and body, and carries the id that tells a second copy', () =>
    answering(202, async (url, taken) => {
      const outcome = await postWebhook({ url, secret: 'bí mật' }, message, { mayBeInside: true })
      expect(outcome).toEqual({ status: 'sent' })
      const [{ body, ...headers }] = taken as [Record<string, string>]
      expect(JSON.parse(body!)).toEqual(message)
      expect(headers['x-signature']).toBe(signWebhook('bí mật', headers['x-timestamp']!, body!))
      expect(headers['idempotency-key']).toBe('m1')
    }))

  it.each([
    [422, 'refused'],
    [429, 'later'],
    [500, 'later'],
    [302, 'later'],
  ])('that gets %i is %s', (status, verdict) =>
    answering(status, async (url) => {
      const outcome = await postWebhook({ url, secret: '' }, message, { mayBeInside: true })
      expect(outcome).toEqual({ status: verdict, code: String(status) })
    }),
  )

  it('never enters our own network unless the server is told so', () =>
    answering(200, async (url, taken) => {
      for (const inside of [url, url.replace('http:', 'https:'), url.replace('127.0.0.1', 'localhost')]) {
        const outcome = await postWebhook({ url: inside, secret: '' }, message, { mayBeInside: false })
        expect(outcome).toEqual({ status: 'later', code: 'webhook-inside' })
      }
      const byName = url.replace('http://127.0.0.1', 'https://localhost')
      const outcome = await postWebhook({ url: byName, secret: '' }, message, { mayBeInside: false })
      expect(outcome).toEqual({ status: 'later', code: 'webhook-inside' })
      expect(taken).toEqual([])
    }))
})

describe('addresses of our own network', () => {
  it.each(['10.1.2.3', '127.0.0.1', '169.254.169.254', '192.168.1.1', '::1', 'fd00::1', '::ffff:10.0.0.1'])(
    'are known: %s',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
  it.each(['8.8.8.8', '203.162.4.191', '2606:4700::1111'])('are not: %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )
})
