// One runner, three projects: pure functions; everything that needs the real PostgreSQL (one server for the run, one
// database per test file, cloned from a migrated and published template); and the browser stories on the built server.
import { defineConfig } from 'vitest/config'

const setup = (name: string) => new URL(`support/${name}`, import.meta.url).pathname
const withDatabase = 'db,flows,jobs,app,prisma'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } }, // how long something may take that is going to happen, on a busy machine
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [`tests/{${withDatabase},e2e}/**`],
          setupFiles: [setup('quiet-console.ts'), setup('fixed-seed.ts'), setup('test-keys.ts')],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`tests/{${withDatabase}}/**/*.test.{ts,tsx}`],
          globalSetup: [setup('database-server.ts')],
          setupFiles: [
            setup('quiet-console.ts'),
            setup('fixed-seed.ts'),
            setup('test-keys.ts'),
            setup('own-database.ts'),
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: [setup('built-server.ts')],
          setupFiles: [setup('quiet-console.ts'), setup('fixed-seed.ts'), setup('test-keys.ts')],
          fileParallelism: false,
          testTimeout: 180_000,
        },
      },
    ],
  },
})
