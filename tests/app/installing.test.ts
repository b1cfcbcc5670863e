// What a browser reads before it offers to install the citizen pages as an application.
import { describe, expect, it } from 'vitest'
import { frontDoorScene } from '../support/front-door-scene'

const { at } = frontDoorScene()

type Manifest = {
  id: string
  start_url: string
  scope: string
  name: string
  short_name: string
  display: string
  icons: { src: string; type: string; sizes: string; purpose: string }[]
}
const manifest = async (query: string) => {
  const response = await fetch(at(`/s/app.webmanifest?${query}`))
  expect(response.headers.get('content-type')).toMatch(/json/)
  return (await response.json()) as Manifest
}

describe('the manifest of the citizen pages', () => {
  it('names the application and has icons of the sizes that it says', async () => {
    const { name, short_name, icons } = await manifest('w=wave&u=unit')
    expect(name && short_name).toBeTruthy()
    expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
    expect(icons.map(({ purpose }) => purpose)).toContain('maskable')
    for (const { src, type, sizes } of icons) {
      const response = await fetch(at(src))
      const bytes = Buffer.from(await response.arrayBuffer())
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    }
  })

  it('opens at the same form, place and way of collecting, a kiosk in full screen, and keeps no one-time code', async () => {
    const kiosk = await manifest('w=wave&u=unit&m=kiosk&p=desk&r=desk-officer&v=SECRET&t=SECRET')
    expect(kiosk).toMatchObject({ display: 'fullscreen', scope: '/s/' })
    expect(kiosk.start_url).toBe('/s/wave?u=unit&m=kiosk&p=desk&r=desk-officer')
    expect(JSON.stringify(kiosk)).not.toContain('SECRET')
    expect((await manifest('w=wave&u=unit&m=assisted')).display).toBe('standalone')
    expect((await manifest('w=../../evil&u=unit')).start_url).toMatch(/^\/s\/\?/)
  })
})
