import { expect, it } from 'vitest'
import { makePassword } from '#lib/make-password'
import { passwordFaults } from '#lib/password'

it('makes passwords that meet our own rules, are easy to type and never the same', () => {
  const made = Array.from({ length: 200 }, makePassword)
  for (const password of made) {
    expect(password).toMatch(/^([a-hj-km-np-z2-9]{5}-){3}[a-hj-km-np-z2-9]{5}$/)
    expect(passwordFaults(password, 'nguyen.van.an')).toEqual([])
  }
  expect(new Set(made).size).toBe(made.length)
})
