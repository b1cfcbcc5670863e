// Every download: /export/<what>/<format>?<query>. It streams as fast as the reader takes it. How a broken download shows:
// the number of rows stands in the file name and in X-Row-Count, and a stream that fails is cut off, never ended.
import { findExportFormat } from '#lib/exports/registry'
import type { Table } from '#lib/exports/table'
import { problems } from '#lib/problem'
import { endpoint } from '../../../_server/endpoint'
import { getActor } from '../../../_server/session'
import { exportFlows } from '../../export-flows'
import { fileName } from '../../file-name'
import { streamText } from '../../stream-text'

type Context = { params: Promise<{ what: string; format: string }> }

export const GET = endpoint<Context>(async (request, { params }) => {
  const { what, format: name } = await params
  const [flow, format] = [exportFlows.get(what), findExportFormat(name)]
  if (!flow || !format) throw problems.notFound({ what: 'tệp tải về', id: `${what}/${name}` })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const table: Table = await flow(await getActor(), query as never)
  const cells = table.expected * table.columns.length
  if (format.largest && cells > format.largest) throw problems.tableTooLarge({ cells, limit: format.largest })
  return new Response(streamText(format.write(table)), {
    headers: {
      'content-type': format.mediaType,
      'content-disposition': `attachment; filename="${fileName(table, format, new Date())}"`,
      'x-row-count': String(table.expected),
      'cache-control': 'no-store',
    },
  })
})
