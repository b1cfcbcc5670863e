'use server'
// What officers do with people and lists. The flows decide who may.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Ground } from '#lib/contacts/contact'
import { columnFields, type Mapping } from '#lib/contacts/contact-columns'
import type { ContactPreview } from '#lib/contacts/contact-preview'
import { changeContactList } from '#lib/flows/change-contact-list'
import { createContactList } from '#lib/flows/create-contact-list'
import { eraseContact } from '#lib/flows/erase-contact'
import { importContacts } from '#lib/flows/import-contacts'
import { loadContactList } from '#lib/flows/load-contact-list'
import { optOutContact } from '#lib/flows/opt-out-contact'
import { saveContact } from '#lib/flows/save-contact'
import { action } from '../../_server/action'
import { sentFileOrEmpty } from '../../_server/sent-file'
import { textFields } from '../../_server/text-fields'
import type { PeoplePage } from '../../_ui/contact-people'

export const createListAction = action<undefined>(async (actor, form) => {
  const { basis, ...input } = textFields(form, ['title', 'purpose', 'basis', 'deleteOn'])
  const { id } = await createContactList(actor, { ...input, basis: basis as Ground })
  redirect(`/contacts/${id}`)
})

export const moveDeletionAction = action<undefined>(async (actor, form) => {
  await changeContactList(actor, textFields(form, ['list', 'deleteOn']))
  revalidatePath('/contacts', 'layout')
})

export const findPeopleAction = action<PeoplePage>(async (actor, form) => {
  const found = await loadContactList(actor, textFields(form, ['list', 'search', 'page']))
  const { people, total, pages, page } = found
  return { people, found: found.found, total, pages, page }
})

export const importContactsAction = action<ContactPreview>(async (actor, form) => {
  const { mapping, isTrial, leavesOut, ...fields } = textFields(form, [
    'list',
    'unit',
    'mapping',
    'consentText',
    'consentOn',
    'leavesOut',
    'isTrial',
  ])
  const { bytes } = await sentFileOrEmpty(form)
  const result = await importContacts(actor, {
    ...fields,
    bytes,
    mapping: readMapping(mapping),
    leavesOut: leavesOut === '1',
    isTrial: isTrial === '1',
  })
  if (result.stored !== null) revalidatePath('/contacts', 'layout')
  return result
})

export const saveContactAction = action<{ id: string }>(async (actor, form) => {
  const names = ['list', 'id', ...columnFields, 'consentText', 'consentOn'] as const
  const saved = await saveContact(actor, textFields(form, names))
  revalidatePath('/contacts', 'layout')
  return saved
})

export const optOutAction = action<undefined>(async (actor, form) => {
  const { id, isOut } = textFields(form, ['id', 'isOut'])
  await optOutContact(actor, { id, isOut: isOut === '1' })
  revalidatePath('/contacts', 'layout')
})

export const eraseContactAction = action<undefined>(async (actor, form) => {
  await eraseContact(actor, { ...textFields(form, ['id']), isConfirmed: true })
})

/** What the page sends; the flow checks its shape. */
function readMapping(text: string): Mapping | undefined {
  return text ? (JSON.parse(text) as Mapping) : undefined
}
