// An evidence file as a download, never shown in the page: whatever it holds, the browser only saves it.
import { openEvidence } from '#lib/flows/open-evidence'
import { endpoint } from '../../../_server/endpoint'
import { getActor } from '../../../_server/session'
import { attachmentHeader } from '../../attachment-header'
import { streamBytes } from '../../stream-bytes'

type Context = { params: Promise<{ unit: string; id: string }> }

export const GET = endpoint<Context>(async (_request, { params }) => {
  const { file, parts } = await openEvidence(await getActor(), await params)
  return new Response(streamBytes(parts), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': attachmentHeader(file.name),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
})
