/** Every place that sends a reader elsewhere, and with which answer: a new one is written down here first. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Calls that redirect, by file. Only what can never change is permanent, and no answer leaves it to caches how long it stands. */
const KNOWN: Record<string, string[]> = {
  // Post, then redirect: no answer to a form is kept.
  'src/forms/answer.ts': ['status(303'],
  'src/server/begin.ts': ["res.set('Cache-Control', 'private, no-store').redirect(303"],
  'src/theme/http/redirect.ts': ["res.set('Cache-Control', 'no-cache').redirect(302", "res.set('Cache-Control', `public, max-age=${A_DAY}`).redirect(301"],
  'src/theme/http/lookup.ts': ['standsNowAt('],
  'src/theme/routes/oneAddress.ts': ['writtenAs('],
  'src/theme/routes/crawlers.ts': ['writtenAs('],
  'src/theme/routes/display.ts': ["res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }).redirect(303"],
}
const CALL =
  /res\.set\([^;\n]*\)\.redirect\(\s*\d*|\.redirect\(\s*\d*|Response\.redirect\(|\bstandsNowAt\(|\bwrittenAs\(|(?:status|writeHead)\(\s*30[12378]|['"]?[Ll]ocation['"]?\s*[:,]\s*(?=[`'"]\/)/g

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && name !== 'payload-types.ts')

it('is in the table', () => {
  const found = files.flatMap((name) => {
    const calls = readFileSync(join('src', name), 'utf8').match(CALL) ?? []
    return calls.length > 0 ? [[join('src', name), calls] as const] : []
  })
  expect(Object.fromEntries(found)).toEqual(KNOWN)
})
