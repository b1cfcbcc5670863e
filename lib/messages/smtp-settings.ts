// How the mail server is reached. The same shape comes from the page of the administrator or from SMTP_URL.
import { z } from 'zod'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })
const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\r\n]*$/)

/** "Name <address>" or an address alone. */
const mailbox = oneLine(200).regex(
  /^(?:[^<>@]* <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
  says(
    'Địa chỉ có dạng ten@co-quan.vn hoặc Tên cơ quan <ten@co-quan.vn>.',
    'Write name@office.vn or Office <name@office.vn>.',
  ),
)

export const smtpShape = z.object({
  host: oneLine(200).min(1, says('Hãy nhập tên máy chủ thư.', 'Enter the host name of the mail server.')),
  port: z.coerce.number().int().min(1).max(65535),
  /** `tls` from the first byte (465), `starttls` required (587), `none` only inside an office's own network. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: oneLine(200).default(''),
  from: mailbox,
  replyTo: z.union([z.literal(''), mailbox]).default(''),
  /** What the server allows us, kept over all our processes. */
  perMinute: z.coerce.number().int().min(1).max(1000).default(60),
  perDay: z.coerce.number().int().min(1).max(1_000_000).default(2000),
})
export type SmtpSettings = z.output<typeof smtpShape>

export type SmtpAccess = SmtpSettings & { password: string }

/**
 * The settings of an address such as smtp://user:password@host:587?from=Office%20%3Ca%40b.vn%3E&security=none; smtps:// is
 * TLS from the first byte. Throws RangeError for anything else.
 */
export function smtpOfUrl(text: string): SmtpAccess {
  const url = new URL(text)
  if (!['smtp:', 'smtps:'].includes(url.protocol))
    throw new RangeError('SMTP_URL begins with smtp:// or smtps://')
  const isTls = url.protocol === 'smtps:'
  const given = Object.fromEntries(url.searchParams)
  const settings = smtpShape.safeParse({
    security: isTls ? 'tls' : 'starttls',
    port: url.port || (isTls ? 465 : 587),
    ...given,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    user: decodeURIComponent(url.username),
  })
  if (!settings.success)
    throw new RangeError(`SMTP_URL: ${settings.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
  return { ...settings.data, password: decodeURIComponent(url.password) }
}
