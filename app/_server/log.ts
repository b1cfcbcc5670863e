// The log of the pages and of the server: one JSON line per event on standard output. Never put answers, passwords or
// addresses in it.
import pino from 'pino'
import { env } from '#lib/env'

export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  redact: ['password', '*.password', '*.passwordHash', '*.token', '*.answers', '*.address'],
})
