// What next-intl asks for on each request: the language of the cookie `lang` and its messages. No language in the URL:
// links are shared between people who read different languages.
import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import en from '../_messages/en.json'
import vi from '../_messages/vi.json'
import { formats } from '../_ui/formats'
import { readLanguage } from '../_ui/language'

const messages = { vi, en }

export default getRequestConfig(async () => {
  const language = readLanguage((await cookies()).get('lang')?.value)
  return { locale: language, messages: messages[language], formats, timeZone: 'Asia/Ho_Chi_Minh' }
})
