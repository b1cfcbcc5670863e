// What counts as one place when attempts are counted: an address, or the /64 that an IPv6 subscriber owns whole.
import { isIP } from 'node:net'

/** An IPv4 address as it is, an IPv6 address as its /64, anything else as it is. */
export function placeOfAddress(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
