// Both attacks on secret ballots, that on rows (linking-attack) and that on bytes (byte-traces), held against the truth: each
// side of a comparison says for every delegate what somebody could find about that invitation, ballot, draft or leaf.
import { expect } from 'vitest'
import { type Bytes, findTraces, uuidMarks } from './byte-traces'
import { compareOrders, type Finding, type SeenRow, sharedValues } from './linking-attack'
import type { Truth } from './vote-in-secret'

/** Some 5,000 numbers are compared; chance alone passes this once in a thousand runs. */
const farBeyondChance = 5.2

export type Key = 'invitation' | 'receipt' | 'draft' | 'leaf'
/** A table, the column that says whose a row is, and what stands there. */
type Table = readonly [table: string, column: string, key: Key]
type Tables = Map<string, SeenRow[]>
/** Rows of a table, or what was found in bytes, by whom they are of. */
export type Side = (truth: Truth) => SeenRow | undefined
export type Marks = (truth: Truth) => Buffer[]

export const tables = {
  invitation: ['"Invitation"', 'id', 'invitation'],
  ballot: ['"Ballot"', 'receipt', 'receipt'],
  draft: ['"SealedDraft"', 'id', 'draft'],
  response: ['"Response"', 'receipt', 'receipt'],
  leaf: ['"LedgerLeaf"', 'hash', 'leaf'],
} as const satisfies Record<string, Table>

export const text = (word: string) => Buffer.from(word)

/** What identifies an invitation or a ballot wherever it stands. */
export const marks = {
  invitation: ({ invitation, codeHash, blindedHash, code }: Truth) => [
    ...uuidMarks(invitation),
    ...[codeHash, blindedHash, code].map(text),
  ],
  /** What stands beside an invitation since it was used: the write-ahead log has it at its hour. */
  use: ({ blindedHash }: Truth) => [text(blindedHash)],
  ballot: ({ receipt, leaf, tokenHash, token }: Truth) => [
    ...uuidMarks(receipt),
    ...[leaf, tokenHash, token].map(text),
  ],
} satisfies Record<string, Marks>

/** The order that the attacker is after. */
export const truly: Side = ({ at }) => new Map([['who came when', String(at)]])

export function rowsOf(everything: Tables, [table, column, key]: Table): Side {
  const rows = new Map((everything.get(`public.${table}`) ?? []).map((row) => [row.get(column), row]))
  return (truth) => rows.get(truth[key])
}

export function attackOn(truths: Truth[]) {
  const units = [...new Set(truths.map(({ unit }) => unit))]

  /** Both sides of everybody, paired as they truly belong together, by unit; whatever agrees far beyond chance. */
  function findLinks(left: Side, right: Side): Finding[] {
    const pairs = units.map((unit) =>
      truths
        .filter((truth) => truth.unit === unit)
        .flatMap((truth) => {
          const [one, other] = [left(truth), right(truth)]
          return one && other ? [{ left: one, right: other }] : []
        }),
    )
    expect(pairs.flat()).toHaveLength(truths.length)
    return compareOrders(pairs).filter(({ z }) => Math.abs(z) > farBeyondChance)
  }

  return {
    findLinks,
    /** "~xmin × number": what of the left side betrays what of the right one. */
    nameLinks: (left: Side, right: Side): string[] =>
      findLinks(left, right).map((link) => `${link.left} × ${link.right}`),
    /** Where in the bytes everybody's marks stand. */
    inBytes(files: Bytes, of: Marks): Side {
      const traces = findTraces(files, truths.map(of))
      return ({ at }) => traces[at]
    },
    /** Values that stand beside invitations and beside answers as well. */
    findSharedValues: (everything: Tables): string[] =>
      sharedValues(
        everything,
        truths.map(({ invitation, codeHash }) => [invitation, codeHash]),
        truths.map(({ receipt, leaf }) => [receipt, leaf]),
      ),
    /** Names of the bytes that hold a mark of anybody. */
    nameTraces: (files: Bytes, of: Marks): string[] =>
      findTraces(files, truths.map(of)).flatMap((row) => [...row.keys()]),
  }
}
