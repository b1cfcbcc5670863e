// Moves the day on which the data of a list are deleted: earlier, or later where the purpose needs it.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { updateListDeletion } from '#lib/db/contact-lists'
import { requireKeeping } from '#lib/flows/create-contact-list'
import { requireOpenList } from '#lib/flows/find-contact-list'
import { requireShape } from '#lib/user-input'

const shape = z.object({ list: z.string(), deleteOn: z.iso.date() })

export async function changeContactList(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'contacts.draw')
  const { list: id, deleteOn } = requireShape(shape, input)
  const list = await requireOpenList(id)
  requireKeeping(deleteOn)
  await updateListDeletion(officer, list.id, new Date(deleteOn))
}
