'use server'
// What officers do on the page of the invitations of a wave. The flows decide who may and what is right.
import { revalidatePath } from 'next/cache'
import { cancelMailing } from '#lib/flows/cancel-mailing'
import { planMailing } from '#lib/flows/plan-mailing'
import { saveLateAlert } from '#lib/flows/save-late-alert'
import { saveMessageWords } from '#lib/flows/save-message-words'
import { setInvitationExpiry } from '#lib/flows/set-invitation-expiry'
import { type TakenBounce, takeBounce } from '#lib/flows/take-bounce'
import { action } from '../../../../_server/action'
import { textFields } from '../../../../_server/text-fields'

const show = () => revalidatePath('/waves', 'layout')

export const planMailingAction = action<undefined>(async (actor, form) => {
  const { kind, channel, ...rest } = textFields(form, ['wave', 'kind', 'channel', 'day', 'hour'])
  await planMailing(actor, { ...rest, kind: kind as 'reminder', channel: channel as 'email' })
  show()
})

export const cancelMailingAction = action<undefined>(async (actor, form) => {
  await cancelMailing(actor, textFields(form, ['wave', 'mailing']))
  show()
})

export const saveWordsAction = action<undefined>(async (actor, form) => {
  const { wave, kind, channel } = textFields(form, ['wave', 'kind', 'channel'])
  const words = textFields(form, ['vi.subject', 'vi.body', 'en.subject', 'en.body'])
  const inLanguage = (language: 'vi' | 'en') => ({
    subject: words[`${language}.subject`],
    body: words[`${language}.body`].replaceAll('\r\n', '\n'),
  })
  const texts = { vi: inLanguage('vi'), en: inLanguage('en') }
  await saveMessageWords(actor, { wave, kind: kind as 'reminder', channel: channel as 'email', texts })
  show()
})

export const takeBounceAction = action<TakenBounce>(async (actor, form) => {
  const taken = await takeBounce(actor, textFields(form, ['wave', 'source']))
  show()
  return taken
})

export const setExpiryAction = action<undefined>(async (actor, form) => {
  await setInvitationExpiry(actor, textFields(form, ['wave', 'lastDay']))
  show()
})

export const saveAlertAction = action<undefined>(async (actor, form) => {
  await saveLateAlert(actor, textFields(form, ['wave', 'daysBefore', 'recipients']))
  show()
})
