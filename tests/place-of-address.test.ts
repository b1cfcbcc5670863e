import { expect, it } from 'vitest'
import { placeOfAddress } from '#lib/place-of-address'

it.each([
  ['10.0.0.1', '10.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['proxy:127.0.0.1', 'proxy:127.0.0.1'],
])('takes %s as %s', (address, place) => {
  expect(placeOfAddress(address)).toBe(place)
})
