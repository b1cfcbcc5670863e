// Both languages say the same things, and every sentence says something.
import { describe, expect, it } from 'vitest'
import en from '../../app/_messages/en.json'
import vi from '../../app/_messages/vi.json'

type Tree = { [key: string]: string | Tree }

/** Every message by its full key. */
function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  )
}

/** The names in {braces} and <tags> of a message: both languages must fill the same blanks. */
const blanks = (message: string) => [...new Set(message.match(/\{\w+(?=[,}])|<\w+>/g) ?? [])].sort()

describe('the messages of the pages', () => {
  const vietnamese = new Map(flatten(vi as Tree))
  const english = new Map(flatten(en as Tree))

  it('have the same keys in Vietnamese and English', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort())
  })

  it('are never empty', () => {
    const empty = [...vietnamese, ...english].filter(([, message]) => message.trim() === '')
    expect(empty).toEqual([])
  })

  it('have the same blanks to fill in both languages', () => {
    const different = [...vietnamese].filter(([key, message]) => {
      const other = english.get(key)
      return other !== undefined && String(blanks(message)) !== String(blanks(other))
    })
    expect(different).toEqual([])
  })
})
