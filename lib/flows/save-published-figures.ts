// An officer takes over figures of published indices, one by one or a whole table. All are stored or none; what stood
// there before stays in the history.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertPublishedFigures } from '#lib/db/published-figures'
import { listUnits } from '#lib/db/units'
import { newestSeries } from '#lib/flows/load-series'
import { parseFigures } from '#lib/imports/parse-figures'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  /** A table with a head line, as pasted from a spreadsheet or read from a CSV file. */
  table: z.string().max(2_000_000),
  /** Only look whether it could be stored. */
  isTrial: z.boolean().optional(),
})

/** Returns how many figures were read. Throws invalidInput with one fault per wrong line. */
export async function savePublishedFigures(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  const officer = allow(actor, 'series.write')
  const { table, isTrial } = requireShape(shape, input)
  const { figures, faults } = parseFigures(table, await newestSeries(), await listUnits())
  if (faults.length > 0) throw problems.invalidInput({ faults: faults.map(faultOfLine) })
  if (figures.length === 0) throw problems.invalidInput({ faults: [nothing] })
  if (!isTrial)
    await insertPublishedFigures(figures, officer, {
      action: 'save-published-figures',
      subject: [...new Set(figures.map(({ series }) => series))].join(', '),
      details: { figures: figures.length },
    })
  return figures.length
}

const faultOfLine = ({ line, vi, en }: { line: number; vi: string; en: string }): Fault => ({
  question: 'table',
  code: `line_${line}`,
  vi: `Dòng ${line}: ${vi}`,
  en: `Line ${line}: ${en}`,
})

const nothing: Fault = {
  question: 'table',
  code: 'empty',
  vi: 'Chưa có dòng số liệu nào. Hãy dán bảng có dòng đầu là tên cột.',
  en: 'There is no line of figures. Paste a table whose first line names the columns.',
}
