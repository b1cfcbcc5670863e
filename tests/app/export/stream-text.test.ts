import { describe, expect, it } from 'vitest'
import { fileName } from '../../../app/export/file-name'
import { streamText } from '../../../app/export/stream-text'

/** Endless pieces that remember how many were asked for and whether they were told to stop. */
function endless() {
  const seen = { pieces: 0, isStopped: false }
  async function* pieces() {
    try {
      for (;;) {
        seen.pieces++
        yield 'x'.repeat(1000)
      }
    } finally {
      seen.isStopped = true
    }
  }
  return { seen, pieces: pieces() }
}

describe('streamText', () => {
  it('asks for no more than the reader takes', async () => {
    const { seen, pieces } = endless()
    const reader = streamText(pieces).getReader()
    for (let read = 0; read < 5; read++) await reader.read()
    await new Promise((resolve) => setImmediate(resolve))
    expect(seen.pieces).toBeLessThanOrEqual(8)
  })

  it('tells the source when the reader goes away', async () => {
    const { seen, pieces } = endless()
    const reader = streamText(pieces).getReader()
    await reader.read()
    await reader.cancel()
    expect(seen.isStopped).toBe(true)
  })

  it('breaks off, and does not end, when the source fails', async () => {
    async function* failing() {
      yield 'half a file'
      throw new RangeError('the rest is lost')
    }
    await expect(new Response(streamText(failing())).text()).rejects.toThrow('the rest is lost')
  })

  it('writes Vietnamese as UTF-8', async () => {
    async function* words() {
      yield '\uFEFFPhước'
    }
    const bytes = new Uint8Array(await new Response(streamText(words())).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe('Phước')
  })
})

describe('fileName', () => {
  it('carries the day in Viet Nam and the number of rows', () => {
    const table = { name: 'dot-1-responses', expected: 3418 }
    expect(fileName(table, { extension: 'csv' }, new Date('2026-11-23T18:00:00Z'))).toBe(
      'dot-1-responses_2026-11-24_3418-rows.csv',
    )
  })

  it('lets nothing into a header that does not belong into a file name', () => {
    const table = { name: 'a"b\r\nc/../ờ', expected: 0 }
    expect(fileName(table, { extension: 'csv' }, new Date(0))).toBe('a-b-c-_1970-01-01_0-rows.csv')
  })
})
