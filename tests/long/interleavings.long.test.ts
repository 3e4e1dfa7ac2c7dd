/** Two hundred interleavings, as the issue asks. */
import { env } from 'node:process'

env.INTERLEAVINGS ??= '200'
await import('../int/interleavings.int.test.ts')
