/** `npm run check`: formatting, lint, types, generated files and the database schema, which must be up to date. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fail, install, progress, quietly } from './steps.mjs'

const node = (script, ...args) => quietly(process.execPath, [script, ...args])
const GENERATED = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js']

async function generatedFilesAreCurrent() {
  const env = { DATABASE_URL: 'postgres://check@127.0.0.1:1/check', PAYLOAD_SECRET: 'check', NODE_OPTIONS: '--conditions=production' }
  const before = GENERATED.map((file) => readFileSync(file, 'utf8'))
  await quietly(process.execPath, ['node_modules/payload/bin.js', 'generate:types'], env)
  await quietly(process.execPath, ['node_modules/payload/bin.js', 'generate:importmap'], env)
  const stale = GENERATED.filter((file, i) => readFileSync(file, 'utf8') !== before[i])
  if (stale.length > 0) throw new Error(`tệp sinh tự động đã cũ và vừa được sinh lại: ${stale.join(', ')}. Hãy đưa vào commit.`)
}

export async function checks() {
  await progress('Kiểm tra định dạng', () => node('node_modules/prettier/bin/prettier.cjs', '--check', '.'))
  await progress('Kiểm tra mã (lint)', () => node('node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'))
  await progress('Kiểm tra kiểu', () => node('node_modules/typescript/bin/tsc'))
  // As a project that mounts the package sees it, without this project's generated types.
  await progress('Kiểm tra kiểu của gói', () => node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json', '--noEmit'))
  await progress('Kiểm tra tệp sinh tự động', generatedFilesAreCurrent)
  await progress('Kiểm tra lược đồ cơ sở dữ liệu', () => node('--conditions=production', '--import', 'tsx', 'tools/schema/main.ts', '--check'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await install({ withDev: true })
    await checks()
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}
