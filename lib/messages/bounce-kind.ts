// What a server's refusal of an address means to somebody who has to mend it (enhanced status codes, RFC 3463: the second number).

export type BounceKind = 'address' | 'mailbox' | 'policy' | 'other'

/**
 * The kind of a code.
 * @example
 * bounceKind('5.1.1') // => 'address': there is nobody of that name
 */
export function bounceKind(code: string): BounceKind {
  const subject = /^[45]\.(\d{1,3})\.\d{1,3}$/.exec(code)?.[1]
  return subject === '1' ? 'address' : subject === '2' ? 'mailbox' : subject === '7' ? 'policy' : 'other'
}
