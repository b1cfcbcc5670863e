// One-time visit codes: twelve digits, printed as a QR code and in three groups. The surprise is that there are no letters:
// a Vietnamese keyboard turns "as" into "á" and "dd" into "đ", and digits can be read out over a counter. The last digit
// catches every single wrong digit and every swap of neighbours, so that a slip of the finger is never taken for a guess.
import { createHmac, randomInt } from 'node:crypto'

const codeLength = 12

/** Answers can wait on a phone without a network: so many days after a code has expired they are still taken. */
export const daysOfGrace = 7

// A quasigroup of order 10 without weak spots: Damm (2004), "Total anti-symmetrische Quasigruppen", Marburg.
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** 0 for digits that end in their own check digit. */
function checkDigit(digits: string): number {
  return [...digits].reduce((interim, digit) => Number(damm[interim]![Number(digit)]), 0)
}

/** A new random code: eleven random digits (36 bits) and the check digit. */
export function makeVisitCode(): string {
  const digits = String(randomInt(0, 10 ** (codeLength - 1))).padStart(codeLength - 1, '0')
  return `${digits}${checkDigit(digits)}`
}

/** The digits of a code as somebody typed or scanned it; null when it cannot be one. */
export function readVisitCode(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '')
  return /^\d{12}$/.test(digits) && checkDigit(digits) === 0 ? digits : null
}

/** As it is printed: "1234 5678 9012". */
export function formatVisitCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/**
 * What is kept of a code: a hash under the secret of the installation, which is not in the database. Twelve digits could
 * otherwise be found out by trying them all.
 */
export function hashVisitCode(code: string, secret: string): string {
  return createHmac('sha256', secret).update(`visit code ${code}`).digest('hex')
}
