import { expect, it } from 'vitest'
import { frontDoorServer } from '../support/front-door-server'

const at = frontDoorServer({ answersPerMinute: 5 })

it('slows a flood from one address down and says when to come again', async () => {
  const post = () => fetch(at('/api/answers'), { method: 'POST', body: '{}' })
  for (let number = 0; number < 5; number++) expect((await post()).status).toBe(400)
  const response = await post()
  expect(response.status).toBe(429)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await response.json()).toMatchObject({ code: 'too_many_requests' })
  expect((await fetch(at('/s/nope'))).status).toBe(404) // reading is not counted
})
