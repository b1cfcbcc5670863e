// The page around every page: language, palette, and the texts that the error page needs. The component library is
// added in (staff)/layout.tsx only, so that public pages stay light. The scheme attribute is for it.
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import './_ui/tokens.css'
import './_ui/base.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('product')
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('tagline') }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0f6478' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { product, states } = await getMessages()
  return (
    <html lang={await getLocale()} data-mantine-color-scheme="light">
      <body>
        <NextIntlClientProvider messages={{ product, states }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
