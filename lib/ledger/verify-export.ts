// Verifies the file of a log, line by line and from the file alone. What is wrong is named as exactly as the file allows:
// a leaf by its number where numbers, order or the answer betray it, else the batch between two signed heads.
import { fromBase64url, toBase64url } from '#lib/ledger/base64url'
import { type Beginning, type LeafLine, readExportLine } from '#lib/ledger/export-line'
import { growingRoot } from '#lib/ledger/growing-root'
import { type Head, isHeadSigned } from '#lib/ledger/head'
import { answerLeaf, waveLeaf } from '#lib/ledger/leaf'
import { type LogProblem, logProblems } from '#lib/ledger/log-problem'

export type Expectations = {
  /** Public keys (base64url) of which one must have signed every head. */
  keys?: string[]
  /** A head that somebody has seen, in a report for instance: it must be one of this log. */
  head?: { size: number; root: string }
  /** Leaves of an earlier file of the same log, in order. */
  earlier?: string[]
  /** Leaves that are looked for. */
  leaves?: string[]
}

export type LogVerdict = {
  isValid: boolean
  wave: string | null
  leaves: number
  /** Answers that were in the file and belong to their leaves. */
  answers: number
  /** Heads whose signature, size and root are right. */
  heads: Head[]
  problems: LogProblem[]
  /** Where the leaves that were looked for stand; null: not in this log. */
  found: Record<string, number | null>
}

export type ExportVerifier = { line: (text: string) => void; finish: () => LogVerdict }

/** Feed every line of the file in order, then finish. */
export function exportVerifier(expected: Expectations = {}): ExportVerifier {
  const problems: LogProblem[] = []
  const say = (problem: LogProblem) => void problems.push(problem)
  const tree = growingRoot()
  const order = orderWatch(say)
  const sorted = sortWatch(say)
  const history = expected.earlier ? historyWatch(expected.earlier, say) : null
  const receipts = new Map<string, number>()
  const found: Record<string, number | null> = Object.fromEntries(
    (expected.leaves ?? []).map((leaf) => [leaf, null]),
  )
  const heads: Head[] = []
  let [number, answers, covered] = [0, 0, 0]
  let beginning: Beginning | null = null
  /** Something before the next head was found wrong: that its root differs is no news. */
  let isBroken = false

  function readLeaf({ index, leaf, answer }: LeafLine) {
    const at = tree.size()
    if (!order.read(index, number)) isBroken = true
    if (at === 0 && beginning && leaf !== waveLeaf(beginning)) say(logProblems.keysChanged({ index: 0 }))
    if (answer && readAnswer(index, leaf, answer)) answers++
    if (!answer && index > 0 && beginning?.hasAnswers) say(logProblems.answerMissing({ index, line: number }))
    sorted.read(leaf, at)
    history?.read(leaf, at)
    if (leaf in found) found[leaf] = at
    tree.append(fromBase64url(leaf) ?? new Uint8Array(32))
  }

  function readAnswer(index: number, leaf: string, answer: NonNullable<LeafLine['answer']>): boolean {
    const { receipt } = answer
    const isOwn = safeLeaf(answer) === leaf
    if (!isOwn) say(logProblems.answerChanged({ index, line: number, receipt }))
    const before = receipts.get(`${answer.unit} ${receipt}`)
    if (before !== undefined) say(logProblems.receiptTwice({ index, before, receipt }))
    receipts.set(`${answer.unit} ${receipt}`, index)
    return isOwn
  }

  function readHead(head: Head) {
    const { size } = head
    const [from, at] = [covered, tree.size()]
    const before = problems.length
    if (beginning && head.wave !== beginning.wave) say(logProblems.headOfOther({ size, wave: head.wave }))
    if (!isHeadSigned(head)) say(logProblems.headForged({ size }))
    if (expected.keys && !expected.keys.includes(head.key))
      say(logProblems.headOfOtherKey({ size, key: head.key }))
    if (!isBroken && size !== at)
      say((size > at ? logProblems.leavesDropped : logProblems.leavesAdded)({ size, found: at, from }))
    else if (!isBroken && toBase64url(tree.root()) !== head.root)
      say(logProblems.headDiffers({ size, from, to: size - 1 }))
    if (problems.length > before) isBroken = true
    if (!isBroken) heads.push(head)
    covered = at
    sorted.reset()
  }

  return {
    line(text) {
      number++
      if (text.trim() === '') return
      const line = readExportLine(text)
      if (!line) {
        isBroken = true
        say(logProblems.unreadable({ line: number }))
      } else if ('thuocDoLog' in line) beginning = line
      else if ('head' in line) readHead(line.head)
      else if ('stray' in line) say(logProblems.answerStray({ line: number, receipt: line.stray.receipt }))
      else readLeaf(line)
    },
    finish() {
      order.finish()
      sorted.reset()
      history?.finish()
      if (!beginning) say(logProblems.noBeginning({}))
      if (covered < tree.size()) say(logProblems.leafAfterLastHead({ index: covered, to: tree.size() - 1 }))
      if (covered === 0) say(logProblems.noHead({}))
      const { head } = expected
      if (head && !heads.some(({ size, root }) => size === head.size && root === head.root))
        say(logProblems.headNotHere(head))
      const isValid = problems.length === 0
      return { isValid, wave: beginning?.wave ?? null, leaves: tree.size(), answers, heads, problems, found }
    },
  }
}

function safeLeaf(answer: Parameters<typeof answerLeaf>[0]): string | null {
  try {
    return answerLeaf(answer)
  } catch {
    return null
  }
}

type Say = (problem: LogProblem) => void

/** Are the numbers of the leaves 0, 1, 2 ...? What is missing may still come, out of place. */
function orderWatch(say: Say) {
  let next = 0
  const missing = new Set<number>()
  return {
    /** False when this leaf does not stand where it belongs. */
    read(index: number, line: number): boolean {
      if (index < next) {
        say(
          missing.delete(index)
            ? logProblems.leafMoved({ index, line })
            : logProblems.leafRepeated({ index, line }),
        )
        return false
      }
      const isNext = index === next
      for (; next < index && missing.size < 100_000; next++) missing.add(next)
      next = index + 1
      return isNext
    },
    finish() {
      for (const [from, to] of runsOf([...missing])) say(logProblems.leafMissing({ index: from, to }))
    },
  }
}

/** Sorted numbers as runs without a gap. */
function runsOf(numbers: number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const number of numbers.sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
}

/** The server sorts each batch: whatever does not fit between its neighbours was not there when the head was signed. */
function sortWatch(say: Say) {
  let [before, last] = ['', '']
  return {
    read(leaf: string, index: number) {
      if (leaf < last) {
        const isLastOdd = before < leaf
        say(logProblems.leafOutOfOrder({ index: isLastOdd ? index - 1 : index }))
        if (isLastOdd) last = leaf
        return
      }
      ;[before, last] = [last, leaf]
    },
    reset() {
      ;[before, last] = ['', '']
    },
  }
}

/** What has become of the leaves of an earlier file. */
function historyWatch(earlier: string[], say: Say) {
  const places = new Map(earlier.map((leaf, index) => [leaf, index]))
  let highest = -1
  return {
    read(leaf: string, index: number) {
      const before = places.get(leaf)
      if (before === undefined) {
        if (index < earlier.length) say(logProblems.addedSince({ index, leaf }))
        return
      }
      places.delete(leaf)
      if (before < highest) say(logProblems.movedSince({ leaf, index, before }))
      highest = Math.max(highest, before)
    },
    finish() {
      for (const [leaf, index] of places) say(logProblems.droppedSince({ leaf, index }))
    },
  }
}
