import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#lib/canonical-json'

test('members are sorted at every depth, as text even where they look like numbers, and Vietnamese letters stay', () => {
  expect(canonicalJson({ b: 1, a: { z: 'đơn vị', '9': [{ d: 1, c: 2 }], '10': null } })).toBe(
    '{"a":{"10":null,"9":[{"c":2,"d":1}],"z":"đơn vị"},"b":1}',
  )
})

test('numbers, control characters and signs beyond the basic plane are written as in the examples of RFC 8785', () => {
  const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001]
  const string = '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/'
  expect(canonicalJson({ string, numbers, literals: [null, true, false] })).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  // RFC 8785, 3.2.3: sorted by UTF-16 code units
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
  const sorted = Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))))
  expect(sorted).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
})

test('whatever JSON can hold is read back as it was, and the order of members never matters', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, reversed(member)]),
    )
  }
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(reversed(value))).toBe(text)
    }),
  )
})

test('members without a value are left out, and what JSON cannot hold is refused', () => {
  expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}')
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '\ud800',
    { '\udc00': 1 },
    undefined,
    1n,
    () => 1,
  ])
    expect(() => canonicalJson(value)).toThrow(/canonical JSON/)
})
