/** Where the child's program lies: beside the bundle, in the package, or among the sources. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAMES = ['media-child.mjs', 'main.js', 'main.ts']

export function childEntry(): { path: string; flags: string[] } {
  const here = dirname(fileURLToPath(import.meta.url))
  const path = NAMES.map((name) => join(here, name)).find(existsSync)
  if (path === undefined) throw new Error('childEntry: expected the media child beside the service, found none; build it (scripts/bundle.mjs)')
  return { path, flags: path.endsWith('.ts') ? ['--conditions=production', '--import', 'tsx'] : [] }
}
