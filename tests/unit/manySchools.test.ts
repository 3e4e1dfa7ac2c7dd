/** One process may serve many schools: nothing in a module remembers one of them, and nothing leads to whichever came first. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = (folder: string): { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
const SRC = sources('src')
const found = (of: typeof SRC, pattern: RegExp): string[] =>
  of.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([line]) => `${path}: ${line.trim()}`))

/** What stands outside every function and can be written to; each with what it is keyed by. */
const HARMLESS: Record<string, string> = {
  'src/database/steadyPg.ts: const working = new WeakMap': 'a connection, an object of one school',
  'src/policy/text/searchFold.ts: const known = new Map': 'a word; its folding is the same everywhere',
  'src/policy/text/ourLetters.ts: const DRAWN_AS = new Map': 'a table',
  'src/policy/text/ourLetters.ts: const DRAWN_LIKE = new Map': 'a table',
  'src/policy/text/oldFonts/tables.ts: export const TCVN3 = new Map': 'a table',
  'src/policy/text/oldFonts/tables.ts: export const VNI = new Map': 'a table',
  'src/policy/text/paste/inline.ts: const NO_STYLE: Style = new Map': 'empty, and never added to',
  'src/log/requestId.ts: const known = new WeakMap': 'a request, an object of one school',
  'src/theme/draw/textWall.ts: const known = new WeakMap': 'a function, an object of one site',
  'src/theme/cache/encoding.ts: const known = new Map': 'a header; what it means is the same everywhere',
  'src/theme/style/index.ts: const made = new Map': 'the colours themselves; the style of equal colours is equal',
  'src/theme/queries/db.ts: const names = new Map': 'a statement’s text; its name is the same everywhere',
  'src/record/banDang.ts: const touched = new WeakMap': 'a request, an object of one school',
}
/** Programs: one process, one school, until the many are opened. */
const isProgram = (line: string): boolean => line.startsWith('src/bin/')

describe('state outside every function', () => {
  it('is keyed by nothing that two schools may both have', () => {
    const state = found(SRC, /^(?:export )?(?:let \w+|const \w+(?:: [^=]+)? = new (?:Map|Set|WeakMap|WeakSet|LRUCache|RateLimiterMemory)\b(?!.*readonly))/gm)
      .filter((line) => !isProgram(line) && !line.endsWith('new Set'))
      .map((line) => line.replace(/: (?:Map|WeakMap)<[^=]*> =/, ' ='))
    expect(state.sort()).toEqual(Object.keys(HARMLESS).sort())
  })

  it('that is a set is never added to', () => {
    for (const { path, text } of SRC)
      for (const [, name] of text.matchAll(/^(?:export )?const (\w+)(?:: [^=]+)? = new Set\b/gm))
        expect([path, new RegExp(`\\b${name}\\.(add|delete|clear)\\(`).test(text)]).toEqual([path, false])
  })
})

describe('nothing leads to whichever school came first', () => {
  it('no Payload is looked up outside the programs', () => {
    // The panel's process opens one school, and its library hands a page's title no request.
    const looked = found(SRC, /(?:await|return|=) getPayload\(.*/g).filter((line) => !isProgram(line))
    expect(looked).toEqual(['src/admin/metadata.ts: await getPayload({ config })'])
    expect(found(SRC, /from '@payload-config'|from '.*payload\.config(?:\.ts)?'/g).filter((line) => !isProgram(line) && !line.startsWith('src/app/'))).toEqual(
      [],
    )
  })

  it('the environment is read in one place', () => {
    const read = found(SRC, /process\.env\b.*/g).filter((line) => !isProgram(line) && !line.startsWith('src/env.ts'))
    // A test's tool, which no release holds.
    expect(read.filter((line) => !line.startsWith('src/failpoint.ts'))).toEqual([])
  })

  it('no statement of the service or of a new migration names a schema or another database', () => {
    const isNew = ({ path }: { path: string }): boolean => /migrations\/2026112[6-9]|migrations\/20261[2-9]|migrations\/202[7-9]/.test(path)
    expect(found([...SRC, ...sources('migrations').filter(isNew)], /(?:from|join|into|update|table|function|on) "?public"?\.\S+/gi)).toEqual([])
  })

  it('every clock that ticks can be stopped', () => {
    for (const { path, text } of SRC.filter(({ text }) => text.includes('setInterval(')))
      expect([path, /clearInterval\(|setInterval\([^\n]*\.unref\(\)/.test(text)]).toEqual([path, true])
  })
})
