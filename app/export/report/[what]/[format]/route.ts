// A report as a file: /export/report/<what>/<docx or xlsx>?<query>.
import { problems } from '#lib/problem'
import { reportFormats } from '#lib/reports/report-formats'
import { endpoint } from '../../../../_server/endpoint'
import { getActor } from '../../../../_server/session'
import { makeReport } from '../../../report-flows'

type Context = { params: Promise<{ what: string; format: string }> }

export const GET = endpoint<Context>(async (request, { params }) => {
  const { what, format: ending } = await params
  const format = reportFormats.get(ending)
  if (!format) throw problems.notFound({ what: 'dạng tệp', id: ending })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const file = await format.write(await makeReport(await getActor(), what, query))
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': format.mediaType,
      'content-disposition': `attachment; filename="${what}-${new Date().toISOString().slice(0, 10)}.${ending}"`,
      'cache-control': 'no-store',
    },
  })
})
