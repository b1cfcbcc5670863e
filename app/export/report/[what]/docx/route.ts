// A report as a Word file: /export/report/<what>/docx?<query>.
import { problems } from '#lib/problem'
import { writeDocx } from '#lib/reports/write-docx'
import { endpoint } from '../../../../_server/endpoint'
import { getActor } from '../../../../_server/session'
import { reportFlows } from '../../../report-flows'

type Context = { params: Promise<{ what: string }> }

export const GET = endpoint<Context>(async (request, { params }) => {
  const { what } = await params
  const flow = reportFlows.get(what)
  if (!flow) throw problems.notFound({ what: 'báo cáo', id: what })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const file = await writeDocx(await flow(await getActor(), query as never))
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="${what}-${new Date().toISOString().slice(0, 10)}.docx"`,
      'cache-control': 'no-store',
    },
  })
})
