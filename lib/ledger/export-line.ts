// The file of a log: JSON lines that stand for themselves, readable without this program. First what the wave is, then its
// leaves in order, each head after the leaves it covers. The analysts' file has the answer beside each leaf as well. (zod/mini: browsers read such files too.)
import * as z from 'zod/mini'
import type { Head } from '#lib/ledger/head'
import type { AnswerFacts, WaveFacts } from '#lib/ledger/leaf'

export type Beginning = WaveFacts & {
  thuocDoLog: 1
  title: string
  titleEn: string
  size: number
  /** Every leaf but the first must have its answer beside it. */
  hasAnswers?: boolean
}
export type LeafLine = { index: number; leaf: string; answer?: AnswerFacts }
export type HeadLine = { head: Head }
/** An answer that is counted although no leaf of the log is its own. */
export type StrayLine = { stray: AnswerFacts }
export type ExportLine = Beginning | LeafLine | HeadLine | StrayLine

const hash = z.string().check(z.regex(/^[\w-]{43}$/))
const key = z.object({ unit: z.string(), stratum: z.string(), publicKey: z.string() })
const beginning = z.object({
  thuocDoLog: z.literal(1),
  wave: z.string(),
  form: z.string(),
  secrecy: z.string(),
  keys: z.array(key),
  hasAnswers: z.optional(z.boolean()),
})
const answer = z.looseObject({ wave: z.string(), unit: z.string(), receipt: z.string() })
const leafLine = z.object({
  index: z.int().check(z.minimum(0)),
  leaf: hash,
  answer: z.optional(answer),
})
export const headShape = z.object({
  wave: z.string(),
  size: z.int().check(z.minimum(1)),
  root: hash,
  day: z.string(),
  key: hash,
  signature: z.string(),
})
const headLine = z.object({ head: headShape })
const strayLine = z.object({ stray: answer })

/** A line of such a file, or null when it is none. */
export function readExportLine(text: string): ExportLine | null {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return null
  }
  if (raw === null || typeof raw !== 'object') return null
  const shape =
    'thuocDoLog' in raw ? beginning : 'head' in raw ? headLine : 'stray' in raw ? strayLine : leafLine
  // what is not named here stays: an answer is judged by its leaf and by nothing else
  return shape.safeParse(raw).success ? (raw as ExportLine) : null
}
