'use server'
// Changes the language of the pages. A cookie, so it needs no account; setting it draws the current page again.
import { cookies } from 'next/headers'
import { readLanguage } from '../_ui/language'

export async function setLanguage(form: FormData): Promise<void> {
  const language = readLanguage(String(form.get('language')))
  const year = 365 * 24 * 60 * 60
  ;(await cookies()).set('lang', language, { maxAge: year, path: '/', sameSite: 'lax' })
}
