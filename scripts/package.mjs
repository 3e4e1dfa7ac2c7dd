/**
 * Builds the npm package into dist/: compiled modules, their types, and a manifest of its own. What the service alone
 * needs (the embedded database, the bundler, the panel's build) stays out; what must exist once in a project is a peer.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import { bundleSiteCheck } from './siteCheckBundle.mjs'
import { root } from './steps.mjs'

/** Two copies of one of these in a project would not know each other. */
const PEERS = /^(payload|@payloadcms\/.+|next|react|react-dom|express|sharp)$/

const IMPORT = /^\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm
const nameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

function importsOf(folder, endings) {
  const found = new Set()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !endings.test(entry.name)) continue
    for (const [, ...groups] of readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8').matchAll(IMPORT)) {
      const specifier = groups.find(Boolean)
      if (!specifier.startsWith('.') && !specifier.startsWith('node:') && !builtinModules.includes(specifier)) found.add(nameOf(specifier))
    }
  }
  return [...found]
}

/** Payload's parts must be the very release this was tested with; of the others any later minor release will do. */
const peerRange = (name, version) => (/^(payload|@payloadcms)/.test(name) ? version : `^${version}`)

export function manifestOf(all, code, types) {
  const dependencies = {}
  const peerDependencies = {}
  for (const name of [...new Set([...code, ...types])].sort((a, b) => (a < b ? -1 : 1))) {
    const version = all.dependencies[name]
    const typed = all.devDependencies[`@types/${name}`]
    if (!version) throw new Error(`the package imports "${name}", which is not among the dependencies`)
    if (PEERS.test(name)) peerDependencies[name] = peerRange(name, version)
    else dependencies[name] = version
    if (typed && types.includes(name) && !name.startsWith('react')) dependencies[`@types/${name}`] = typed
  }
  const { name, version, description, license, type, engines } = all
  const exports = JSON.parse(JSON.stringify(all.exports).replaceAll('./dist/', './'))
  return { name, version, description, license, type, engines, bin: { 'cong-truong-site-check': './site-check.mjs' }, exports, dependencies, peerDependencies }
}

process.chdir(root)
const out = resolve(process.argv[2] ?? 'dist')
rmSync(out, { recursive: true, force: true })
const built = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json', '--outDir', out], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)
const all = JSON.parse(readFileSync('package.json', 'utf8'))
const manifest = manifestOf(all, importsOf(out, /\.js$/), importsOf(out, /\.d\.ts$/))
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
await bundleSiteCheck(join(out, 'site-check.mjs'))
copyFileSync('src/app/(payload)/custom.css', join(out, 'admin.css'))
for (const file of ['LICENSE', 'CHANGELOG.md']) copyFileSync(file, join(out, file))
copyFileSync('docs/mounting.md', join(out, 'README.md'))
