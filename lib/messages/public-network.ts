// Which network addresses are out in the world. A webhook must not become a way into the office's own network, so the check
// is made on the address that is really connected to, after the name was looked up.
import { BlockList, isIPv6 } from 'node:net'

const inside = new BlockList()
const ranges: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3], // multicast and reserved
]
const ranges6: [string, number][] = [
  ['::', 96], // unspecified, loopback and embedded IPv4
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
]
for (const [net, bits] of ranges) inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of ranges6) inside.addSubnet(net, bits, 'ipv6')

/** Whether an IP address is reachable for everybody, and not our own network or this machine. */
export function isPublicAddress(address: string): boolean {
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1]
  if (mapped) return isPublicAddress(mapped)
  if (/^::ffff:/i.test(address)) return false
  return !inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
