'use server'
// What officers add: words of published forms in further languages, recordings and pictures, index sets of their own.
import { revalidatePath } from 'next/cache'
import { attachMedia } from '#lib/flows/attach-media'
import { type ImportedIndex, importIndex } from '#lib/flows/import-index'
import { importTranslation } from '#lib/flows/import-translation'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export const importTranslationAction = action<{ count: number; asked: number }>(async (actor, form) => {
  const file = form.get('file')
  const fields = textFields(form, ['slug', 'version', 'language', 'review', 'note'])
  const taken = await importTranslation(actor, {
    ...fields,
    review: fields.review as 'draft',
    file: file instanceof File ? await file.text() : '',
  })
  revalidatePath('/definitions', 'layout')
  return taken
})

export const attachMediaAction = action<undefined>(async (actor, form) => {
  const file = form.get('file')
  const fields = textFields(form, ['slug', 'version', 'owner', 'language', 'kind', 'source'])
  const isRemoved = form.get('remove') === 'on'
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  await attachMedia(actor, {
    ...fields,
    kind: fields.kind as 'audio',
    bytes: isRemoved ? undefined : bytes,
  })
  revalidatePath('/definitions', 'layout')
})

export const importIndexAction = action<ImportedIndex>(async (actor, form) => {
  const file = form.get('file')
  const imported = await importIndex(actor, {
    ...textFields(form, ['base', 'title', 'titleEn', 'document']),
    bytes: file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
    isTrial: form.get('trial') === '1',
  })
  if (!imported.isTrial) revalidatePath('/definitions', 'layout')
  return imported
})
