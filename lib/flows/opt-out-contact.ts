// Somebody does not want to be asked any more, or wants to be asked again: no invitation and no reminder goes to those who
// opted out, and they are in no frame.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { updateContact } from '#lib/db/contacts'
import { requireContact } from '#lib/flows/find-contact-list'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string(), isOut: z.boolean() })

/** Throws notFound, notAllowed, contactErased. */
export async function optOutContact(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { id, isOut } = requireShape(shape, input)
  const { actor: officer, contact } = await requireContact(actor, 'contacts.write', id)
  const optedOutAt = isOut ? (contact.optedOutAt ?? new Date()) : null
  await updateContact(
    officer,
    id,
    { optedOutAt },
    {
      action: 'opt-out-contact',
      unitId: contact.unitId,
      subject: id,
      details: { isOut },
    },
  )
}
