/** `npm test`: installs, checks, builds, then every test; ends with one line over all of them. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, checkNode, fail, install, progress, root } from './steps.mjs'

checkNode()
process.chdir(root)
try {
  await install({ withDev: true })
  const { checks } = await import('./check.mjs')
  await checks()
  await build()
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

const report = join(root, 'build', 'test-results.json')
rmSync(report, { force: true })
const run = await progress('Kiểm thử', async () =>
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test' },
  }),
)
if (!existsSync(report)) fail(`kiểm thử dừng giữa chừng (mã ${run.status}), chưa có kết quả.`)
const told = JSON.parse(readFileSync(report, 'utf8'))
const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests } = told
printLayers(told.testResults)
const skipped = numPendingTests + numTodoTests
// A file that cannot even be loaded has no failed test of its own; it still counts as one.
const failed = numFailedTests === 0 && (numFailedTestSuites > 0 || run.status !== 0) ? Math.max(1, numFailedTestSuites) : numFailedTests
process.stdout.write(`\n${numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`)
process.exit(failed === 0 && numPassedTests > 0 ? 0 : 1)

/** How long each layer took, from its first file's start to its last one's end, and its longest files. */
function printLayers(files) {
  const seconds = (ms) => `${(ms / 1000).toFixed(0)} s`
  for (const layer of ['unit', 'int', 'e2e']) {
    const of = files.filter(({ name }) => name.includes(`/tests/${layer}/`))
    if (of.length === 0) continue
    const wall = Math.max(...of.map((f) => f.endTime)) - Math.min(...of.map((f) => f.startTime))
    const longest = of.toSorted((a, b) => b.endTime - b.startTime - (a.endTime - a.startTime)).slice(0, 3)
    const named = longest.map((f) => `${f.name.split('/').at(-1)} ${seconds(f.endTime - f.startTime)}`).join(', ')
    process.stdout.write(`${layer}: ${seconds(wall)}, ${of.length} files; longest ${named}\n`)
  }
}
