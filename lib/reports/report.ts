// A report as data: what an office writes, before it is a Word file, a printed page or anything else. Writers only lay it
// out; they add no words of content, so that two files of one report can never say different things.
import type { ChartLabels } from '#lib/charts/chart-definition'
import type { Cell } from '#lib/scoring/cell'

export type Report = {
  language: 'vi' | 'en'
  letterhead: Letterhead
  /** "BÁO CÁO": the kind of document. */
  kind: string
  /** What it is about, under the kind. */
  subject: string
  /** Who it is sent to, above the text; empty: no such line. */
  addressees: string[]
  blocks: Block[]
  /** After the signature, on a page of its own; empty: none. */
  annex: Block[]
  signature: { authority: string; position: string; name: string }
  /** "Nơi nhận": who gets a copy. */
  recipients: string[]
  /** A line on every page, e.g. that this is sample data; empty: none. */
  mark: string
}

export type Letterhead = {
  /** The body above the issuing one; empty: none. */
  parent: string
  agency: string
  /** After "Số:", e.g. "12/BC-UBND"; the office fills in the number by hand when it is not known. */
  number: string
  place: string
  /** ISO day; empty: dots for day and month. */
  day: string
}

export type Block =
  | { type: 'heading'; level: 1 | 2; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; items: string[] }
  | { type: 'table'; table: ReportTable }
  | { type: 'chart'; chart: string; cells: Cell[]; labels: ChartLabels; caption: string }

export type ReportTable = {
  caption: string
  columns: { head: string; isNumber?: boolean /** Share of the width; equal without. */; share?: number }[]
  rows: ReportCell[][]
  /** Under the table: what a reader must know about its numbers. */
  note?: string
}

/** Words, or a number as it is printed with the number itself, for writers that keep numbers. */
export type ReportCell = string | { text: string; value: number }

/** What is printed. */
export const textOfCell = (cell: ReportCell): string => (typeof cell === 'string' ? cell : cell.text)
