// The only reader of process.env: what can be configured, with its default, checked once at the first use.
import { z } from 'zod'

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

const shape = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** Absent: the embedded PostgreSQL in DATA_DIR. */
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  DATA_DIR: z.string().default('.data'),
  /** Where people reach us, for QR codes and sign-in; absent: taken from the request or http://localhost:PORT. */
  PUBLIC_URL: z.url().optional(),
  /** Signs the session cookie; absent: made once and kept in DATA_DIR. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** Opens files of unsent answers; absent: made once and kept in DATA_DIR. */
  OFFLINE_KEY: z.string().min(100).optional(),
  /** Seals contacts, second factors and private ballot keys: the first seals, all open. Absent: made once, kept in DATA_DIR. */
  CONTACT_KEY: z
    .string()
    .regex(/^[\w-]{43}(,[\w-]{43})*$/, '32 bytes each, base64url (43 characters), parted by commas')
    .optional(),
  /** The codes of invitations follow from it. Absent: made once, kept in DATA_DIR. */
  INVITATION_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, '32 bytes, base64url (43 characters)')
    .optional(),
  /** Signs the heads of the public log (Ed25519, PKCS #8, base64url). Absent: made once, kept in DATA_DIR. */
  LEDGER_KEY: z.string().min(60).optional(),
  /** 1: the keys of before are lost for good; the service starts although it cannot open what they sealed. */
  KEYS_LOST: flag,
  /** The mail server, instead of the administrator's page; see lib/messages/smtp-settings.ts. */
  SMTP_URL: z.string().startsWith('smtp').optional(),
  /** 1: the message webhook may stand inside the own network, without https. */
  WEBHOOK_INSIDE: flag,
  /** 1: a reverse proxy stands in front; the last entry of its X-Forwarded-For is the client's address. */
  TRUST_PROXY: flag,
  /** Answers taken from one address in a minute: far above what a busy desk behind one Wi-Fi sends. */
  ANSWERS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  /** Sample log-ins work on loopback only, unless this is 1. */
  SAMPLE_LOGINS_ANYWHERE: flag,
  /** 1: start with an empty database instead of the sample data. */
  NO_SAMPLE_DATA: flag,
  /** Single sign-on of the province (OpenID Connect); absent: none is offered. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the button calls it. */
  OIDC_NAME: z.string().min(1).max(60).default('SSO'),
  /** The claim that names groups, and which group becomes what: {"cchc":"district","xa-a":"commune:<unit>"}. */
  OIDC_GROUP_CLAIM: z.string().min(1).default('groups'),
  OIDC_GROUPS: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Env = z.infer<typeof shape>
let checked: Env | undefined

/** The checked settings. Throws one sentence that names every wrong variable. */
export function env(): Env {
  if (checked) return checked
  const result = shape.safeParse(process.env)
  if (!result.success) {
    throw new Error(
      `Cấu hình sai / wrong settings: ${result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  }
  checked = result.data
  return checked
}

/** Fills in settings that the start has found or made itself; what the person has set stays. */
export function settle(found: Partial<Record<keyof Env | 'NEXT_TELEMETRY_DISABLED', string>>) {
  for (const [name, value] of Object.entries(found)) process.env[name] ??= value
  checked = undefined
}
