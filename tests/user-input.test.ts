import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Problem } from '#lib/problem'
import { loginShape, nameShape, requireShape, roleShape } from '#lib/user-input'

const shape = z.object({ login: loginShape, name: nameShape, role: roleShape })

function faultsOf(input: unknown) {
  try {
    requireShape(shape, input)
  } catch (problem) {
    return (problem as Problem).details.faults as { question: string; vi: string; en: string }[]
  }
  throw new Error('it was accepted')
}

describe('requireShape', () => {
  it('gives the parsed input: log-ins in small letters, no spaces around', () => {
    const input = { login: ' Nguyen.An ', name: ' Nguyễn An ', role: 'viewer' }
    expect(requireShape(shape, input)).toEqual({ login: 'nguyen.an', name: 'Nguyễn An', role: 'viewer' })
  })

  it('names every wrong field at once, in both languages', () => {
    const faults = faultsOf({ login: 'Nguyễn An', name: '', role: 'king' })
    expect(faults.map(({ question }) => question)).toEqual(['login', 'name', 'role'])
    expect(faults.map(({ vi }) => vi)).toEqual([
      'Tên đăng nhập gồm 3–40 chữ không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới.',
      'Hãy nhập họ tên.',
      'Hãy chọn vai trò.',
    ])
    expect(faults.every(({ en }) => /^[A-Z]/.test(en))).toBe(true)
  })

  it('has a sentence even where the shape has none', () => {
    expect(faultsOf({ login: 7, name: 'An', role: 'viewer' })).toMatchObject([
      { question: 'login', vi: 'Giá trị của “login” không hợp lệ.' },
    ])
  })
})
