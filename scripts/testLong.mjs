/** `npm run test:long`: builds, then what takes longer than every change can wait for: drills, real installs, school years. */
import { spawnSync } from 'node:child_process'
import { build, checkNode, fail, install, root } from './steps.mjs'

checkNode()
process.chdir(root)
try {
  await install({ withDev: true })
  await build()
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'long', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test' },
})
process.exit(run.status ?? 1)
