/** The crash test at every step. */
import { env } from 'node:process'

env.CRASH_EVERY ??= '1'
env.CRASH_FROM ??= '0'
await import('../int/crash.int.test.ts')
