// The code of an invitation as people see it: twenty letters and digits in groups of four, 100 bits. The alphabet is
// Crockford's: no I, L, O, U, so that nothing can be confused; what is typed is read generously. Vietnamese keyboards that
// turn "dd" into "đ" or "as" into "á" are undone as well.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 20

/** The first 100 bits as a code. */
export function codeOfBytes(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 13)) bits = (bits << 8n) | BigInt(byte)
  bits >>= 4n
  return Array.from(
    { length: codeLength },
    (_, i) => alphabet[Number((bits >> BigInt(5 * (19 - i))) & 31n)],
  ).join('')
}

/** The code as somebody typed, scanned or pasted it; null when it cannot be one. */
export function readInvitationCode(text: string): string | null {
  if (text.length > 100) return null
  const code = text
    .replace(/[đĐ]/g, 'DD')
    .normalize('NFD')
    .replace(/[\p{M}\s.·–—-]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** As it is printed: "ABCD-EFGH-JKMN-PQRS-TVWX". */
export function formatInvitationCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
