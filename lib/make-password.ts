// A password that a person can read out and type: 20 letters and digits that are not mistaken for one another, in four
// groups. 31 signs to the power of 20 are 99 bits.
import { randomInt } from 'node:crypto'

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A new random password, e.g. "hm3k9-x7rpd-w2ncu-b8tqz". */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
