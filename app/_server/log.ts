// The log of the pages and of the server: one JSON line per event on standard output. Never put answers, passwords or
// addresses in it. An error comes as `err`, and of it only what error-for-log.ts lets through.
import pino from 'pino'
import { env } from '#lib/env'
import { errorForLog } from './error-for-log'

export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  redact: ['password', '*.password', '*.passwordHash', '*.token', '*.answers', '*.address'],
  serializers: { err: (error: unknown) => errorForLog(error) },
})
