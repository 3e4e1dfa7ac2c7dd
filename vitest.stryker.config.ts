/** For `npm run mutate` only: the unit tests, in one process a worker, as Stryker wants them. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'mutate', environment: 'node', execArgv: ['--conditions=production'], include: ['tests/unit/**/*.test.ts'] },
})
