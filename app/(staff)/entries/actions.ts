'use server'
// Saves an entry sheet. Fields are called value:<criterion> and note:<criterion>.
import { revalidatePath } from 'next/cache'
import { saveEntries } from '#lib/flows/save-entries'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export const saveEntriesAction = action<number>(async (actor, form) => {
  const place = textFields(form, ['slug', 'version', 'unitId', 'year'])
  const codes = [...form.keys()]
    .filter((key) => key.startsWith('value:'))
    .map((key) => key.slice('value:'.length))
  const figures = Object.fromEntries(
    codes.map((code) => {
      const fields = textFields(form, [`value:${code}`, `note:${code}`])
      return [code, { value: fields[`value:${code}`]!, note: fields[`note:${code}`]! }]
    }),
  )
  const changed = await saveEntries(actor, { ...place, figures })
  revalidatePath('/entries')
  return changed
})
