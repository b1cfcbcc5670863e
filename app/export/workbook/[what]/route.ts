// A workbook that computes itself: /export/workbook/<what>?<query>.
import { writeXlsx, xlsxMediaType } from '#lib/exports/write-xlsx'
import { problems } from '#lib/problem'
import { endpoint } from '../../../_server/endpoint'
import { getActor } from '../../../_server/session'
import { dayOf } from '../../file-name'
import { workbookFlows } from '../../workbook-flows'

type Context = { params: Promise<{ what: string }> }

export const GET = endpoint<Context>(async (request, { params }) => {
  const { what } = await params
  const flow = workbookFlows.get(what)
  if (!flow) throw problems.notFound({ what: 'sổ tính', id: what })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { name, sheets } = await flow(await getActor(), query as never)
  return new Response(new Uint8Array(await writeXlsx(sheets)), {
    headers: {
      'content-type': xlsxMediaType,
      'content-disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9-]+/g, '-')}_${dayOf(new Date())}.xlsx"`,
      'cache-control': 'no-store',
    },
  })
})
