import { defineConfig } from 'vitest/config'

/** `npm test` runs all projects; `npx vitest run kernel/authority` runs one folder. Tests that need PostgreSQL read MANDATE_TEST_POSTGRES. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{kernel,platform,modules,composition,cli,demo,web}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'architecture', include: ['scripts/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'browser', include: ['e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
})
