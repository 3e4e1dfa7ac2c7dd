/** Installs and builds without starting; what a container image does once. */
import { build, checkNode, fail, install, root } from './steps.mjs'

checkNode()
process.chdir(root)
try {
  await install({ withDev: false })
  await build()
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
