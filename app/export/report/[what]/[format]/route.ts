// A report as a file: /export/report/<what>/<docx or xlsx>?<query>.
import { problems } from '#lib/problem'
import { reportFormats } from '#lib/reports/report-formats'
import { endpoint } from '../../../../_server/endpoint'
import { getActor } from '../../../../_server/session'
import { reportFlows } from '../../../report-flows'

type Context = { params: Promise<{ what: string; format: string }> }

export const GET = endpoint<Context>(async (request, { params }) => {
  const { what, format: ending } = await params
  const [flow, format] = [reportFlows.get(what), reportFormats.get(ending)]
  if (!flow) throw problems.notFound({ what: 'báo cáo', id: what })
  if (!format) throw problems.notFound({ what: 'dạng tệp', id: ending })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const file = await format.write(await flow(await getActor(), query as never))
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': format.mediaType,
      'content-disposition': `attachment; filename="${what}-${new Date().toISOString().slice(0, 10)}.${ending}"`,
      'cache-control': 'no-store',
    },
  })
})
