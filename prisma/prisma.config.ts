// For the Prisma command line where its native engine can be had: `npx prisma migrate deploy --config prisma/prisma.config.ts`.
// Our own start does not need it (see migrate.ts).
import { defineConfig } from 'prisma/config'
import { env } from '../lib/env'

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  datasource: { url: env().DATABASE_URL ?? '' },
})
