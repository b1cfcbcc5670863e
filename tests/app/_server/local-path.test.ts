import { describe, expect, it } from 'vitest'
import { localPath } from '../../../app/_server/local-path'

describe('the page to go on to', () => {
  it.each(['/waves', '/waves/w1?tab=2', '/', '/admin/users/a-b'])('may be %s', (goal) => {
    expect(localPath(goal)).toBe(goal)
  })

  it('keeps no fragment and climbs out of nothing', () => {
    expect(localPath('/waves#code')).toBe('/waves')
    expect(localPath('/waves/../../account')).toBe('/account')
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'waves',
    ' /waves',
    '',
    null,
  ])('is never %j', (goal) => {
    expect(localPath(goal)).toBe('/dashboard')
  })
})
