// Which workbooks can be had: the name in the URL and the flow behind it. A new workbook is a flow and its line here.
import type { MaybeActor } from '#lib/access'
import type { Workbook } from '#lib/exports/sheet'
import { exportRoundWorkbook } from '#lib/flows/export-round-workbook'
import { exportWorkbook } from '#lib/flows/export-workbook'

// Each flow checks the shape of what it gets; the query of a URL may hold anything.
type WorkbookFlow = (actor: MaybeActor, query: never) => Promise<Workbook>

export const workbookFlows: ReadonlyMap<string, WorkbookFlow> = new Map<string, WorkbookFlow>([
  ['results', exportWorkbook],
  ['round', exportRoundWorkbook],
])
