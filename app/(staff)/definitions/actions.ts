'use server'
// What officers add: words of published forms in further languages, recordings and pictures, index sets of their own.
import { revalidatePath } from 'next/cache'
import { attachMedia } from '#lib/flows/attach-media'
import { type ImportedIndex, importIndex } from '#lib/flows/import-index'
import { importTranslation } from '#lib/flows/import-translation'
import { action } from '../../_server/action'
import { sentFileOrEmpty, sentText } from '../../_server/sent-file'
import { textFields } from '../../_server/text-fields'

export const importTranslationAction = action<{ count: number; asked: number }>(async (actor, form) => {
  const fields = textFields(form, ['slug', 'version', 'language', 'review', 'note'])
  const taken = await importTranslation(actor, {
    ...fields,
    review: fields.review as 'draft',
    file: await sentText(form),
  })
  revalidatePath('/definitions', 'layout')
  return taken
})

export const attachMediaAction = action<undefined>(async (actor, form) => {
  const fields = textFields(form, ['slug', 'version', 'owner', 'language', 'kind', 'source'])
  const isRemoved = form.get('remove') === 'on'
  const { bytes } = await sentFileOrEmpty(form)
  await attachMedia(actor, {
    ...fields,
    kind: fields.kind as 'audio',
    bytes: isRemoved ? undefined : bytes,
  })
  revalidatePath('/definitions', 'layout')
})

export const importIndexAction = action<ImportedIndex>(async (actor, form) => {
  const { bytes } = await sentFileOrEmpty(form)
  const imported = await importIndex(actor, {
    ...textFields(form, ['base', 'title', 'titleEn', 'document']),
    bytes,
    isTrial: form.get('trial') === '1',
  })
  if (!imported.isTrial) revalidatePath('/definitions', 'layout')
  return imported
})
