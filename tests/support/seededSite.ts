/** The demo school, seeded once for the browser tests; each test file runs a copy of its folder. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    seededSite: string
  }
}

/** A folder of one's own; who owns its files, and when they were made, is as before: PostgreSQL asks. */
export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  execFileSync('cp', ['-a', `${folder}/.`, copy])
  return copy
}

export default async function setup(project: TestProject): Promise<() => void> {
  const site = await startSite()
  await site.stop()
  project.provide('seededSite', site.dataDir)
  return () => rmSync(site.dataDir, { recursive: true, force: true })
}
