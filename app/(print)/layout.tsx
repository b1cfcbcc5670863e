// Pages that are made to be printed: no navigation, nothing but the sheet.
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'

export default function PrintLayout({ children }: { children: ReactNode }) {
  return <NextIntlClientProvider>{children}</NextIntlClientProvider>
}
