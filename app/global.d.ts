// Types that the build would otherwise only know after its first run, and the shape of our messages: a key that is
// missing in vi.json is a type error where it is used.
/// <reference types="next" />
/// <reference types="next/types/global" />

import type messages from './_messages/vi.json'
import type { formats } from './_ui/formats'
import type { Language } from './_ui/language'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof messages
    Formats: typeof formats
  }
}
