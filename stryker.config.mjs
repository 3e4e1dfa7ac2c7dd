/** `npm run mutate`: are the guards guarded? Every survivor is killed by a test or explained in docs/dot-bien.md. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.stryker.config.ts', related: false },
  testRunnerNodeArgs: ['--conditions=production'],
  mutate: ['src/policy/**/*.ts'],
  ignorePatterns: ['.data', '.next', 'build', 'dist', 'coverage', 'tests/e2e', 'tests/fixtures'],
  // Instrumentation is Babel's; TypeScript 7 has no JavaScript interface for Stryker to rewrite tsconfig.json with.
  tsconfigFile: 'none.json',
  checkers: [],
  disableTypeChecks: false,
  concurrency: 2,
  // A busy machine must not pass a slow answer off as a killed mutant.
  timeoutMS: 30_000,
  coverageAnalysis: 'perTest',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  jsonReporter: { fileName: 'build/dot-bien.json' },
  htmlReporter: { fileName: 'build/dot-bien.html' },
  incremental: true,
  incrementalFile: 'build/dot-bien-incremental.json',
  tempDirName: 'build/stryker',
  thresholds: { high: 100, low: 98, break: 99 },
}
