'use server'
// Removes the sample data after the word of confirmation was typed.
import { revalidatePath } from 'next/cache'
import { removeSampleData } from '#lib/flows/remove-sample-data'
import { type Fault, problems } from '#lib/problem'
import { action } from '../../../_server/action'
import { textFields } from '../../../_server/text-fields'

export const removeSample = action<number>(async (actor, form) => {
  const { word } = textFields(form, ['word'])
  if (!['XOA', 'XÓA', 'REMOVE'].includes(word.trim().normalize('NFC').toUpperCase()))
    throw problems.invalidInput({ faults: [wrongWord] })
  const { responses } = await removeSampleData(actor)
  revalidatePath('/', 'layout')
  return responses
})

const wrongWord: Fault = {
  question: 'word',
  code: 'wrong_word',
  vi: 'Hãy gõ đúng chữ XOA để xác nhận.',
  en: 'Type the word REMOVE to confirm.',
}
