/** Every public page in every look. */
import { env } from 'node:process'

env.WHOLE_WALKS ??= 'yes'
await import('../e2e/pages.e2e.test.ts')
