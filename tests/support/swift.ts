/** A real store that speaks S3: OpenStack Swift from Debian, its four programs on the loopback, in a folder of its own. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { S3Settings } from '../../src/media/remote/shelf.ts'
import { freePort } from './freePort.ts'

export const hasSwift =
  ['proxy', 'account', 'container', 'object'].every((name) => existsSync(`/usr/bin/swift-${name}-server`)) && existsSync('/etc/swift/swift.conf')

export type Swift = { settings: S3Settings; pause: () => void; resume: () => void; stop: () => void }

const PARTS = ['account', 'container', 'object'] as const

export async function startSwift(bucket: string): Promise<Swift> {
  const folder = mkdtempSync(join(tmpdir(), 'swift-'))
  mkdirSync(join(folder, 'node/d1'), { recursive: true })
  const own = (name: string, port: number, rest: string): void =>
    writeFileSync(
      join(folder, `${name}.conf`),
      `[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = ${port}\nswift_dir = ${folder}\ndevices = ${folder}/node\nmount_check = false\ndisable_fallocate = true\nworkers = 0\nuser = ${process.env.USER ?? 'root'}\n${rest}`,
    )
  for (const name of PARTS) {
    const port = await freePort()
    const builder = join(folder, `${name}.builder`)
    execFileSync('/usr/bin/swift-ring-builder', [builder, 'create', '2', '1', '0'])
    execFileSync('/usr/bin/swift-ring-builder', [builder, 'add', `r1z1-127.0.0.1:${port}/d1`, '1'])
    execFileSync('/usr/bin/swift-ring-builder', [builder, 'rebalance'])
    own(name, port, `[pipeline:main]\npipeline = ${name}-server\n[app:${name}-server]\nuse = egg:swift#${name}\n`)
  }
  const port = await freePort()
  own(
    'proxy',
    port,
    '[pipeline:main]\npipeline = catch_errors cache s3api tempauth proxy-server\n[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\n[filter:catch_errors]\nuse = egg:swift#catch_errors\n[filter:cache]\nuse = egg:swift#memcache\nmemcache_servers = 127.0.0.1:1\n[filter:s3api]\nuse = egg:swift#s3api\nlocation = us-east-1\n[filter:tempauth]\nuse = egg:swift#tempauth\nuser_test_tester = testing .admin\n',
  )
  const programs: ChildProcess[] = [...PARTS, 'proxy'].map((name) =>
    spawn(`/usr/bin/swift-${name}-server`, [join(folder, `${name}.conf`)], { stdio: 'ignore' }),
  )
  const signal = (which: NodeJS.Signals): void => programs.forEach((one) => one.kill(which))
  const endpoint = `http://127.0.0.1:${port}`
  const settings = { endpoint, bucket, region: 'us-east-1', accessKeyId: 'test:tester', secretAccessKey: 'testing', prefix: 'truong/' }
  for (let tries = 0; ; tries += 1) {
    const up = await fetch(`${endpoint}/info`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) break
    if (tries === 100) throw new Error('startSwift: it did not come up')
    await pause(200)
  }
  return {
    settings,
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    stop: () => {
      signal('SIGCONT')
      signal('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
