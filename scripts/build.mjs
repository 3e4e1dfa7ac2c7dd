/** Builds the panel and the service; what a container image does once. */
import { build, fail, root } from './steps.mjs'

process.chdir(root)
await build().catch((error) => fail(error.message))
