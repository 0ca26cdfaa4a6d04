/** Mutation tests of the authority engine (Stryker): `npm run mutation`. What survives and why is told in docs/mutation.md. */
export default {
  plugins: ['@stryker-mutator/vitest-runner', '@stryker-mutator/typescript-checker'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts' },
  // A change that does not compile could never be made: it counts neither way.
  checkers: ['typescript'],
  tsconfigFile: 'scripts/mutation/tsconfig.json',
  coverageAnalysis: 'perTest',
  mutate: ['kernel/authority/**/*.ts', '!kernel/authority/proof/**', '!kernel/authority/**/*.test.ts', '!kernel/authority/**/*.cases.ts'],
  // The sandbox needs the kernel and the settings of the tools only.
  ignorePatterns: [
    '/bench', '/cli', '/composition', '/docs', '/e2e', '/modules', '/platform', '/web',
    '/dist', '/.cache', '/test-results', '/coverage', '/.mandate',
  ],
  tempDirName: '.cache/stryker',
  incrementalFile: '.cache/stryker-incremental.json',
  reporters: ['progress-append-only', 'json', 'clear-text', 'html'],
  jsonReporter: { fileName: 'test-results/mutation/mutation.json' },
  htmlReporter: { fileName: 'test-results/mutation/index.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  allowConsoleColors: false,
  thresholds: { high: 95, low: 90, break: 90 },
  timeoutMS: 20_000,
  timeoutFactor: 3,
}
