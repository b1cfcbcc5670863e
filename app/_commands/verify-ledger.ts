// npm run ledger -- verify FILE: the verdict on the file of a log, or on a receipt, as JSON on stdout. From the file alone: no
// server, no database, no network. What else is known can be held against it: a key, a head from a report, an earlier file.
import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readExportLine } from '#lib/ledger/export-line'
import { fingerprint } from '#lib/ledger/head'
import { checkReceipt, type ReceiptFile, readReceiptFile } from '#lib/ledger/receipt-file'
import { type Expectations, exportVerifier } from '#lib/ledger/verify-export'
import { UnreadableInput } from './read-json-file'

/** Exit code 0: nothing wrong; 1: problems, each named. Throws UnreadableInput. */
export async function verifyLedger(words: string[]): Promise<number> {
  const { file, key, head, against, receipt } = readWords(words)
  const alone = await receiptOf(file)
  if (alone) return tellReceipt(alone, key)
  const receipts = await Promise.all(receipt.map(requireReceipt))
  const expected: Expectations = {
    ...(key.length > 0 ? { keys: key } : {}),
    ...(head ? { head: readHead(head) } : {}),
    ...(against ? { earlier: await leavesOf(against) } : {}),
    leaves: receipts.map(({ leaf }) => leaf),
  }
  const verifier = exportVerifier(expected)
  await eachLine(file, verifier.line)
  const { isValid, found, heads, ...verdict } = verifier.finish()
  const own = receipts.map(({ answer, leaf, ...rest }) => ({
    receipt: answer.receipt,
    isOwnLeaf: checkReceipt({ answer, leaf, ...rest }).isOwnLeaf,
    index: found[leaf] ?? null,
  }))
  const valid = isValid && own.every(({ isOwnLeaf, index }) => isOwnLeaf && index !== null)
  const last = heads.at(-1)
  tell({
    valid,
    ...verdict,
    heads: heads.length,
    head: last ?? null,
    keys: [...new Set(heads.map((one) => one.key))].map((one) => ({
      key: one,
      fingerprint: fingerprint(one),
    })),
    ...(own.length > 0 ? { receipts: own } : {}),
  })
  return valid ? 0 : 1
}

function tellReceipt(file: ReceiptFile, keys: string[]): number {
  const verdict = checkReceipt(file)
  const signers = [file.promise?.key, file.proof?.head.key].flatMap((key) => key ?? [])
  const isKeyKnown = keys.length === 0 || signers.every((key) => keys.includes(key))
  const isWhole = verdict.promise !== 'forged' && verdict.proof !== 'broken'
  const valid = verdict.isOwnLeaf && isWhole && isKeyKnown && signers.length > 0
  const { wave, receipt } = file.answer
  tell({
    valid,
    wave,
    receipt,
    leaf: file.leaf,
    ...verdict,
    index: file.proof?.index ?? null,
    head: file.proof?.head ?? null,
    keys: [...new Set(signers)].map((key) => ({ key, fingerprint: fingerprint(key) })),
    ...(isKeyKnown ? {} : { problems: [{ code: 'unknown_key' }] }),
  })
  return valid ? 0 : 1
}

const tell = (verdict: object) => console.log(JSON.stringify(verdict, null, 2))

function readWords(words: string[]) {
  const many = { type: 'string', multiple: true, default: [] as string[] } as const
  const one = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { key: many, head: one, against: one, receipt: many },
    })
    const [file, ...rest] = positionals
    if (file && rest.length === 0) return { file, ...values }
  } catch {
    // an option that there is not: the same sentence
  }
  throw new UnreadableInput({
    vi: 'Cần một tệp: npm run ledger -- verify TEP [--key KHÓA] [--head SỐ_LÁ:GỐC] [--against TEP_TRUOC] [--receipt BIEN_NHAN]',
    en: 'One file is needed: npm run ledger -- verify FILE [--key KEY] [--head SIZE:ROOT] [--against EARLIER] [--receipt RECEIPT]',
  })
}

function readHead(text: string): { size: number; root: string } {
  const [, size, root] = /^(\d+):([\w-]{43})$/.exec(text) ?? []
  if (size && root) return { size: Number(size), root }
  throw new UnreadableInput({
    vi: `“${text}” không phải đầu sổ: cần số lá, dấu hai chấm và gốc 43 ký tự.`,
    en: `“${text}” is no head: the number of leaves, a colon and the root of 43 characters are needed.`,
  })
}

/** The receipt in a file, or null when it is something else; files of logs are only looked into. */
async function receiptOf(path: string): Promise<ReceiptFile | null> {
  let start = ''
  try {
    for await (const piece of createReadStream(path, 'utf8')) {
      start += piece
      if (start.length > 300_000) return null
    }
  } catch (error) {
    cannotRead(path)(error)
  }
  return readReceiptFile(start)
}

async function requireReceipt(path: string): Promise<ReceiptFile> {
  const file = readReceiptFile(await readFile(path, 'utf8').catch(cannotRead(path)))
  if (file) return file
  throw new UnreadableInput({
    vi: `Tệp “${path}” không phải tệp biên nhận.`,
    en: `The file “${path}” is no receipt.`,
  })
}

async function leavesOf(path: string): Promise<string[]> {
  const leaves: string[] = []
  await eachLine(path, (text) => {
    const line = text ? readExportLine(text) : null
    if (line && 'leaf' in line) leaves.push(line.leaf)
  })
  return leaves
}

async function eachLine(path: string, read: (line: string) => void): Promise<void> {
  const file = await open(path).catch(cannotRead(path))
  for await (const line of file.readLines()) read(line)
}

const cannotRead =
  (path: string) =>
  (error: unknown): never => {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new UnreadableInput({
      vi: `Không đọc được tệp “${path}” (${reason}). Hãy kiểm tra đường dẫn.`,
      en: `Cannot read the file “${path}” (${reason}). Please check its path.`,
    })
  }
