/** A Payload project outside the repository, made of the files that docs/mounting.md shows and the packed package. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const FLAGS = ['--conditions=production', '--import', 'tsx']
const UNREACHABLE = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOTCACHED|network/i

/** The named snippets of a page: "```ts server.ts". */
export const snippetsOf = (markdown: string): [name: string, text: string][] =>
  [...markdown.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(([, name, text]) => [name!, text!])

/** Builds the package and installs it with the others a project needs; answers why not where the registry is out of reach. */
export async function installPackage(folder: string): Promise<{ unreachable: string | null }> {
  const built = join(folder, 'package')
  await run(process.execPath, ['scripts/package.mjs', built])
  const { stdout } = await run('npm', ['pack', built, '--pack-destination', folder, '--silent'])
  const tarball = join(folder, stdout.trim().split('\n').at(-1)!)
  const { devDependencies, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'truong', private: true, type: 'module' }))
  for (const [name, text] of snippetsOf(readFileSync('docs/mounting.md', 'utf8'))) writeFileSync(join(folder, name), text)
  const wanted = [tarball, `pg@${dependencies!.pg}`, `tsx@${devDependencies!.tsx}`, `@types/node@${devDependencies!['@types/node']}`]
  try {
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries=0', ...wanted], { cwd: folder })
    return { unreachable: null }
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? error)
    if (!UNREACHABLE.test(said)) throw error
    return { unreachable: said.slice(0, 400) }
  }
}

export type Environment = Record<string, string>

/** Runs one of the project's files to its end. */
export const runFile = (folder: string, file: string, env: Environment): Promise<unknown> =>
  run(process.execPath, [...FLAGS, file], { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env } })

/** Starts one of the project's files and waits until it says that it listens. */
export async function startFile(folder: string, file: string, env: Environment): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...FLAGS, file], { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env } })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (output.includes('listening on')) resolve()
      })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}:\n${output}`)))
  })
  return child
}

/** The import map as Payload's own generator writes it into a project. */
export async function importMapOf(folder: string, env: Environment): Promise<[module: string, name: string][]> {
  const file = join(folder, 'app/(payload)/admin/importMap.js')
  mkdirSync(dirname(file), { recursive: true })
  await run(process.execPath, ['--conditions=production', 'node_modules/payload/bin.js', 'generate:importmap'], {
    cwd: folder,
    env: { ...process.env, ...env },
  })
  return [...readFileSync(file, 'utf8').matchAll(/"([^"#]+)#([^"]+)":/g)].map(([, module, name]) => [module!, name!])
}
