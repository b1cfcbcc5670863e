// An officer takes a release back: the page stays and says so, the figures are no longer shown.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { markWithdrawn } from '#lib/db/releases'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(200) })

/** Throws notFound when there is no such release or it was withdrawn before. */
export async function withdrawRelease(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'releases.write')
  const { id } = requireShape(shape, input)
  if (!(await markWithdrawn(id))) throw problems.notFound({ what: 'bản công bố', id })
  await insertAuditEvent(officer, { action: 'withdraw-release', subject: id })
}
