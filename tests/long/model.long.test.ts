/** The model of the gate, ten times as long as with every change, and killed eight times as often. */
import { env } from 'node:process'

env.MODEL_RUNS ??= '400'
env.MODEL_CRASHED_RUNS ??= '40'
await import('../int/model.int.test.ts')
