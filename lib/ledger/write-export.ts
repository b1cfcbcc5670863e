// Writes the file of a log: the wave, its leaves in order, each head after the last leaf that it covers.
import type { Beginning, LeafLine, StrayLine } from '#lib/ledger/export-line'
import type { Head } from '#lib/ledger/head'

/** Text in pieces, one for each piece of lines. */
export async function* writeExport(
  beginning: Beginning,
  lines: AsyncGenerator<(LeafLine | StrayLine)[]>,
  heads: readonly Head[],
): AsyncGenerator<string> {
  const open = [...heads]
  let text = `${JSON.stringify(beginning)}\n`
  for await (const some of lines) {
    for (const line of some) {
      text += `${JSON.stringify(line)}\n`
      if ('index' in line && open[0]?.size === line.index + 1)
        text += `${JSON.stringify({ head: open.shift() })}\n`
    }
    yield text
    text = ''
  }
}
