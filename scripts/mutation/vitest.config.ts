import { defineConfig } from 'vitest/config'

/** The kernel's own tests of authority and nothing else: what kills a mutant must stand beside the rules. */
export default defineConfig({
  test: { name: 'unit', include: ['kernel/authority/**/*.test.ts'], testTimeout: 60_000 },
})
