// The draw of a contest: everybody's number in an order that follows from a seed, so that anybody can repeat it with any tool that
// knows SHA-256. The seed has two halves: the server's, promised in public by its hash before the first answer, and what nobody
// at the office can steer once the contest has closed: the last signed head of the public log and the list of numbers.
import { createHash } from 'node:crypto'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** The public promise of a secret: its SHA-256, in hex. */
export const commitTo = (secret: string): string => sha256(secret)

/** The numbers as the seed takes them: ascending, parted by commas. */
export const listNumbers = (numbers: readonly number[]): string =>
  [...numbers].sort((a, b) => a - b).join(',')

export type SeedParts = {
  contest: string
  secret: string
  head: { size: number; root: string }
  numbers: readonly number[]
}

/** SHA-256 (hex) of four lines: contest, secret, `size:root` of the head, SHA-256 of the list of numbers. */
export function drawSeed({ contest, secret, head, numbers }: SeedParts): string {
  return sha256([contest, secret, `${head.size}:${head.root}`, sha256(listNumbers(numbers))].join('\n'))
}

/**
 * All numbers in the drawn order: by SHA-256 of "seed:number", the smallest first. Every order is as likely as another as
 * long as nobody can choose the seed.
 */
export function drawOrder(seed: string, numbers: readonly number[]): number[] {
  return numbers
    .map((number) => ({ number, lot: sha256(`${seed}:${number}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ number }) => number)
}
