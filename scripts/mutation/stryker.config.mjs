/** Mutation tests of the authority engine (Stryker): `npm run mutation`. What survives and why is told in docs/mutation.md. */
export default {
  plugins: ['./scripts/mutation/test-runner.mjs', './scripts/mutation/compile-checker.mjs'],
  testRunner: 'authority',
  // A change that does not compile could never be made: it counts neither way.
  checkers: ['compile'],
  coverageAnalysis: 'perTest',
  // The sandbox needs the kernel and the settings of the tools only.
  ignorePatterns: [
    '/bench', '/cli', '/composition', '/demo', '/docs', '/e2e', '/modules', '/platform', '/web',
    '/dist', '/.cache', '/test-results', '/coverage', '/.mandate',
  ],
  tempDirName: '.cache/stryker',
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: 'test-results/mutation/mutation.json' },
  htmlReporter: { fileName: 'test-results/mutation/index.html' },
  allowConsoleColors: false,
  // Endless loops stop at a number of rounds. A busy machine must not count as a change that was noticed.
  timeoutMS: 180_000,
  timeoutFactor: 5,
}
