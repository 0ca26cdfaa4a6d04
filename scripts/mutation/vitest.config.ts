import { BaseSequencer } from 'vitest/node'
import { defineConfig } from 'vitest/config'

const drawsExamples = /\/(?:properties|laws|within)\.test\.ts$/

/** Tables of cases first: the run ends with the first test that fails, and what draws examples takes longest. */
class TablesFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]): ReturnType<BaseSequencer['sort']> {
    const draws = ({ moduleId }: (typeof files)[number]): boolean => drawsExamples.test(moduleId)
    return [...files.filter((file) => !draws(file)), ...files.filter(draws)]
  }
}

/** The kernel's own tests of authority and nothing else: what kills a mutant must stand beside the rules. */
export default defineConfig({
  test: {
    name: 'unit', include: ['kernel/authority/**/*.test.ts'],
    // It tests the keeping of counter-examples, which mutation tests go without.
    exclude: ['kernel/authority/proof/law.test.ts'],
    testTimeout: 60_000, sequence: { sequencer: TablesFirst },
  },
})
