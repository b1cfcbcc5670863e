// The XML inside an office file, unpacked with a limit. The surprise: the size that an archive declares may be a lie, so the
// limit is on what really comes out; a bomb of kilobytes that would fill the memory ends after the limit.
import { fromBufferPromise } from 'yauzl'

/** Thrown when more comes out than allowed. */
export class TooLargeError extends Error {}

/** The XML parts by their path. Throws TooLargeError, or the library's error for a broken archive. */
export async function unpackOfficeFile(bytes: Uint8Array, limit: number): Promise<Map<string, Uint8Array>> {
  const archive = await fromBufferPromise(Buffer.from(bytes), { validateEntrySizes: true })
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for await (const entry of archive.eachEntry()) {
    if (!/\.(xml|rels)$/.test(entry.fileName) || parts.has(entry.fileName)) continue
    if (total + entry.uncompressedSize > limit || parts.size >= 2000) throw new TooLargeError()
    const pieces: Buffer[] = []
    for await (const piece of await archive.openReadStreamPromise(entry)) {
      total += piece.length
      if (total > limit) throw new TooLargeError()
      pieces.push(piece)
    }
    parts.set(entry.fileName, new Uint8Array(Buffer.concat(pieces)))
  }
  return parts
}
