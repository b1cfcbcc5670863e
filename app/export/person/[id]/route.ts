// The copy of all that is held about one person, as a file to hand over to them.
import { exportContactData } from '#lib/flows/export-contact-data'
import { endpoint } from '../../../_server/endpoint'
import { getActor } from '../../../_server/session'

type Context = { params: Promise<{ id: string }> }

export const GET = endpoint<Context>(async (_request, { params }) => {
  const data = await exportContactData(await getActor(), await params)
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="personal-data.json"',
      'cache-control': 'no-store',
    },
  })
})
