import { describe, expect, it } from 'vitest'
import { answerLink } from '#lib/answer-link'

describe('the link that a citizen opens', () => {
  it('names the wave and the unit', () => {
    expect(answerLink('https://do.example.vn', { wave: 'hai-long', unit: '22870-2' })).toBe(
      'https://do.example.vn/s/hai-long?u=22870-2',
    )
  })

  it('carries village, mode and code only when there are any', () => {
    const link = answerLink('http://localhost:3000', {
      wave: 'w',
      unit: 'u',
      cluster: 'Thôn 1',
      mode: 'kiosk',
      place: 'desk',
      collector: 'desk-officer',
      visitCode: '123456789015',
    })
    expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
      u: 'u',
      c: 'Thôn 1',
      m: 'kiosk',
      p: 'desk',
      r: 'desk-officer',
      v: '123456789015',
    })
  })
})
