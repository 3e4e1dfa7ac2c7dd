/** `npm run soak`: the model of the gate for hours, crashes included. `SOAK_HOURS` (default 1), `MODEL_SEED` to begin somewhere else. */
import { spawnSync } from 'node:child_process'
import { checkNode, fail, install, root } from './steps.mjs'

checkNode()
process.chdir(root)
try {
  await install({ withDev: true })
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'soak', '--reporter', 'default'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test' },
})
process.exit(run.status ?? 1)
