// One runner for everything except the browser stories, which have their own project because they need a built server.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'tests/{stats,scoring,surveys,secrecy,charts,exports,imports,definitions,golden,house}/**/*.test.ts',
          ],
        },
      },
    ],
  },
})
