// A person takes one of the own passkeys away, after showing a secret. With the last second factor the recovery codes go.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { deletePasskey } from '#lib/db/passkeys'
import { hasSecondFactor, replaceRecoveryCodes } from '#lib/db/second-factors'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(1500) })

/** Somebody else's passkey is out of reach. Throws confirmationRequired. */
export async function removePasskey(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const person = await requireRecentProof(actor)
  const { id } = requireShape(shape, input)
  const name = await deletePasskey(person.userId, id)
  if (name === null) return
  if (!(await hasSecondFactor(person.userId))) await replaceRecoveryCodes(person.userId, [])
  await insertAuditEvent(person, { action: 'remove-passkey', subject: person.login, details: { name } })
}
