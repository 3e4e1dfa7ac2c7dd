/** Decisions at the same moment, hammered five times as long. */
import { env } from 'node:process'

env.RACE_ROUNDS ??= '50'
await import('../int/races.int.test.ts')
