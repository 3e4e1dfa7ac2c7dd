/** Nobody’s words are lost, on a desk as on a phone. */
import { env } from 'node:process'

env.WHOLE_WALKS ??= 'yes'
await import('../e2e/words.e2e.test.ts')
