// A front door with waves of the test form behind it, for tests that speak to it over HTTP as a phone does.
import { randomUUID } from 'node:crypto'
import { database } from '#lib/db/client'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'
import { frontDoorServer } from './front-door-server'
import { makeDefinition, makeWave } from './make'

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

/** Answers that the test form takes. */
export const good = {
  used: 0,
  channels: ['loa'],
  code: 'AB1',
  areas: ['x', 'y'],
  place: { village: 'Bình' },
}

/** Publishes a form with an introduction. */
export function makeForm(form: unknown) {
  const body = { ...introduction, form } as never
  return makeDefinition({ slug: `form-${randomUUID().slice(0, 8)}`, body })
}

/** An open wave of the test form, or of another one, with its first unit and the address of its page. */
export async function openWave(given: Parameters<typeof makeWave>[0] = {}, form: unknown = kitchenSinkForm) {
  const definition = await makeForm(form)
  const wave = await makeWave({ formId: definition.id, ...given })
  return { wave, unit: wave.units[0]!.unitId, page: `/s/${wave.id}?u=${wave.units[0]!.unitId}` }
}

/** Starts the door for the tests of a file; ways to knock on it, and what is stored behind it. */
export function frontDoorScene() {
  const at = frontDoorServer()
  const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
    fetch(at(path), { method: 'POST', body: body as BodyInit, headers })
  return {
    at,
    post,
    postJson: (body: unknown) =>
      post('/api/answers', JSON.stringify(body), { 'content-type': 'application/json' }),
    postFields: (path: string, fields: [string, string][]) =>
      post(path, new URLSearchParams(fields).toString()),
    count: () => database().prisma.response.count(),
  }
}
