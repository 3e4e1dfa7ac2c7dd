import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longestFirst.ts'

/** A machine with other work takes longer; what waits here is never a measure of speed. */
const PATIENT = { poll: { timeout: 20_000 } }
const shared = { expect: PATIENT, execArgv: ['--conditions=production'], pool: 'forks' as const, environment: 'node' as const }

export default defineConfig({
  resolve: { alias: { '@payload-config': resolve('payload.config.ts') } },
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', 'json'],
    outputFile: { json: 'build/test-results.json' },
    projects: [
      { extends: true, test: { ...shared, name: 'unit', isolate: false, sequence: { groupOrder: 0 }, include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'int',
          isolate: false,
          setupFiles: 'tests/support/ownEnvironment.ts',
          sequence: { groupOrder: 1 },
          include: ['tests/int/**/*.test.ts'],
          globalSetup: 'tests/support/database.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      // By `npm run test:long` alone.
      ...(process.argv.includes('long')
        ? [
            {
              extends: true as const,
              test: {
                ...shared,
                name: 'long',
                include: ['tests/long/**/*.test.ts'],
                globalSetup: ['tests/support/database.ts', 'tests/support/seededSite.ts'],
                testTimeout: 600_000,
                hookTimeout: 240_000,
                maxWorkers: 1,
              },
            },
          ]
        : []),
      // By `npm run soak` alone.
      ...(process.argv.includes('soak')
        ? [
            {
              extends: true as const,
              test: { ...shared, name: 'soak', include: ['tests/soak/**/*.test.ts'], globalSetup: 'tests/support/database.ts', hookTimeout: 120_000 },
            },
          ]
        : []),
      {
        extends: true,
        test: {
          ...shared,
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/seededSite.ts',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
