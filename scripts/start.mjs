/** `npm start`: from a fresh clone to a running site. Checks first what would fail last. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { stopWithNpm } from './parent.mjs'
import { build, checkNode, fail, install, progress, root } from './steps.mjs'

checkNode()
process.chdir(root)
stopWithNpm()
const dataDir = resolve(process.env.DATA_DIR ?? '.data')
const port = Number(process.env.PORT ?? 3000)

const portIsFree = () =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, () => server.close(() => done(true)))
  })

function takeDataDir() {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    writeFileSync(join(dataDir, '.ghi-thu'), '')
    rmSync(join(dataDir, '.ghi-thu'))
  } catch {
    fail(`không ghi được vào thư mục dữ liệu ${dataDir}. Hãy sửa quyền hoặc đặt DATA_DIR tới thư mục khác.`)
  }
  const file = join(dataDir, 'chay.pid')
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (other && other !== process.pid && isOurs(other))
    fail(`thư mục dữ liệu ${dataDir} đang được tiến trình ${other} dùng. Hãy dừng tiến trình đó, hoặc đặt DATA_DIR khác.`)
  writeFileSync(file, String(process.pid))
  process.on('exit', () => rmSync(file, { force: true }))
}

function isOurs(pid) {
  try {
    process.kill(pid, 0)
    const cmdline = `/proc/${pid}/cmdline`
    return !existsSync('/proc/self') || readFileSync(cmdline, 'utf8').includes('start.mjs')
  } catch {
    return false
  }
}

if (!Number.isInteger(port) || port < 1 || port > 65535) fail(`PORT phải là số từ 1 đến 65535, đang là “${process.env.PORT}”.`)
if (!(await portIsFree())) fail(`cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chạy với PORT khác, ví dụ PORT=3001 npm start.`)
takeDataDir()

try {
  await install({ withDev: false })
  await build()
  const { supervise } = await import(new URL('../build/supervise.mjs', import.meta.url).href)
  await supervise(progress)
  process.exit(0)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
