/** The panel as each role meets it. */
import { env } from 'node:process'

env.WHOLE_WALKS ??= 'yes'
await import('../e2e/panel.e2e.test.ts')
