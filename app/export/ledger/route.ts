// GET /export/ledger?wave=…: the file of a log with the answers, for analysts (the one without is /api/ledger/<wave>/log).
import { exportOpenedLedger } from '#lib/flows/export-opened-ledger'
import { endpoint } from '../../_server/endpoint'
import { getActor } from '../../_server/session'
import { streamText } from '../stream-text'

export const GET = endpoint(async (request) => {
  const wave = new URL(request.url).searchParams.get('wave') ?? ''
  const { name, texts } = await exportOpenedLedger(await getActor(), { wave })
  return new Response(streamText(texts), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
})
