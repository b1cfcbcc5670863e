import { describe, expect, it } from 'vitest'
import { attachmentHeader } from '../../../app/evidence/attachment-header'

describe('attachmentHeader', () => {
  it('gives the Vietnamese name to browsers that know how, and plain letters to the others', () => {
    expect(attachmentHeader('Báo cáo số 12.pdf')).toBe(
      `attachment; filename="bao-cao-so-12.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20s%E1%BB%91%2012.pdf`,
    )
  })

  it.each(['a"; filename="b.exe', "a'b(1)*.pdf", 'một\r\nSet-Cookie: x=1.pdf', '…'])(
    'cannot be broken out of by the name %j',
    (name) => {
      const header = attachmentHeader(name)
      expect(header).toMatch(/^attachment; filename="[A-Za-z0-9.-]+"; filename\*=UTF-8''[^\s"';()*]*$/)
    },
  )
})
