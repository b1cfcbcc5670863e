import { describe, expect, it } from 'vitest'
import { fillPaper } from '#lib/reports/fill-paper'
import { smallReport } from './small-report'

const dotted = {
  ...smallReport,
  letterhead: { ...smallReport.letterhead, number: '……/BC-UBND', day: '' },
  signature: { ...smallReport.signature, name: '' },
}

describe('fillPaper', () => {
  it('puts number, day, addressees and signature in their places', () => {
    const filled = fillPaper(dotted, {
      ...{ number: '215', day: '2025-03-20', to: 'Sở Nội vụ; UBND tỉnh ;' },
      ...{ position: 'Phó Chủ tịch', signer: 'Trần Thị B' },
    })
    expect(filled.letterhead).toMatchObject({ number: '215/BC-UBND', day: '2025-03-20' })
    expect(filled.addressees).toEqual(['Sở Nội vụ', 'UBND tỉnh'])
    expect(filled.signature).toMatchObject({ position: 'Phó Chủ tịch', name: 'Trần Thị B' })
    expect(filled.blocks).toBe(dotted.blocks)
  })

  it('leaves the report as it is where nothing is given', () => {
    expect(fillPaper(dotted, {})).toEqual(dotted)
    expect(fillPaper(dotted, { number: ' ', day: '' })).toEqual(dotted)
  })

  it('refuses a day that is none and names the field', () => {
    expect(() => fillPaper(dotted, { day: '2025-02-30' })).toThrow()
  })
})
