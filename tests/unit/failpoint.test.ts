/** Failpoints are a test's tool: nothing of them is left in what a school runs. */
import { build, type BuildOptions } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { BUNDLE } from '../support/bundle.ts'

async function bundled(more: BuildOptions): Promise<string> {
  const made = await build({
    ...BUNDLE,
    ...more,
    entryPoints: { server: 'src/bin/server.ts', schedule: 'src/jobs/schedule.ts' },
    outdir: 'build',
    write: false,
  })
  return made.outputFiles!.map((f) => f.text).join('\n')
}

describe('a bundle', () => {
  it('for production has no failpoint, by name, by call or by variable', async () => {
    const text = await bundled({ define: { CONG_TRUONG_FAILPOINTS: 'false' } })
    expect(text).toContain('/readyz')
    expect(text.match(/failpoint/gi)).toBeNull()
  })

  it('for the tests of crashes has every one', async () => {
    const text = await bundled({ define: { CONG_TRUONG_FAILPOINTS: 'true' } })
    const steps = readFileSync('src/failpoint.ts', 'utf8')
      .match(/^ {2}\| '[a-z-]+'/gm)!
      .map((line) => line.slice(5, -1))
    expect(steps.length).toBeGreaterThan(12)
    for (const step of steps) expect(text).toContain(`failpoint("failpoint:${step}")`)
  })

  it('is made for production with the same switch', () => {
    expect(readFileSync('scripts/bundle.mjs', 'utf8')).toMatch(/minifySyntax: true,\s+define: \{ CONG_TRUONG_FAILPOINTS: 'false' \}/)
  })
})
