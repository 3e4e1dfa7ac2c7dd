/** The service: Payload, the interface, the site and what runs by itself; then the port. The panel is a process of its own (`panel.ts`), started by whoever asks for it. */
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import config from '@payload-config'
import { createLocalReq, getPayload, type Payload } from 'payload'
import { migrations } from '../../migrations/index.ts'
import { niemPhong } from '../actions/niemPhong.ts'
import { niemPhongThanhVien } from '../actions/thanhVien.ts'
import { keepIdentity } from '../record/danhTinh.ts'
import { needsSeal, readStanding } from '../record/authority/seal.ts'
import { reservedTaken } from '../record/reservedTaken.ts'
import { runtimeOf } from '../runtime.ts'
import { watchSchedule } from '../jobs/schedule.ts'
import { tellAlarms } from '../jobs/tellAlarms.ts'
import { keepCarrying } from '../jobs/carryFiles.ts'
import { keepMaking } from '../jobs/makeFiles.ts'
import { keepRemoving } from '../jobs/removeBytes.ts'
import { watchReminders } from '../jobs/remind.ts'
import { tellNotices } from '../jobs/tellNotices.ts'
import { watchRecord } from '../jobs/watchRecord.ts'
import { createApp } from '../server/app.ts'
import { limitSilence } from '../server/limits.ts'
import { panel, PanelProcess, passOn } from '../server/panel/index.ts'
import { seedDemo } from '../demo/seed.ts'
import { readEnv } from '../env.ts'
import { takeConsole } from '../log/console.ts'
import { wallGaps } from '../database/grants.ts'

const env = readEnv()
const tell = (type: string, text = ''): void => void process.send?.({ type, text })

async function main(): Promise<void> {
  const payload = await getPayload({ config, cron: true })
  const { failures, guard } = runtimeOf(payload)
  takeConsole(failures)
  // What nobody caught ends the service, as it does by itself; but not with people's words on the screen.
  process.on('uncaughtException', (error) => {
    failures.failed(error, { where: 'process' })
    process.exit(1)
  })
  await sayWhatIsOnlyAPromise(payload)
  // The demo confirms itself what a real school confirms at the console.
  if (!env.production) await sealDemo(payload)
  sayWhatTheAddressIs()
  await sayWhichAddressesAreTaken(payload)
  // The demo moves about and is nobody's.
  if (env.production) await keepIdentity(payload, env.siteUrl)
  await niemPhongThanhVien(payload)
  const demo = env.production ? null : await seedDemo(payload, { dataDir: env.dataDir, password: env.demoPassword, tell: (text) => tell('progress', text) })

  const siteUrl = env.siteUrl ?? `http://localhost:${env.port}`
  const entry = join(dirname(fileURLToPath(import.meta.url)), 'panel.mjs')
  const beside = new PanelProcess({ entry, idleMs: env.panelIdleMs, failures, guard })
  const app = createApp({
    payload,
    siteUrl,
    migrations: migrations.map((m) => m.name),
    metricsToken: env.metricsToken,
    panel: panel(passOn({ panel: beside, siteUrl, failures })),
    cdnSeconds: env.cdnSeconds,
    trustedProxies: env.trustProxy,
  })
  const server = limitSilence(createServer(app.options, app.handle))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.port, resolve)
  })
  const stopSchedule = watchSchedule(payload)
  const stopTelling = tellAlarms(payload)
  const stopNotices = tellNotices(payload)
  const stopReminders = watchReminders(payload)
  const stopRemoving = keepRemoving(payload)
  const stopCarrying = keepCarrying(payload)
  const stopMaking = keepMaking(payload)
  const stopWatch = watchRecord(payload, (text) => process.stderr.write(`\nCẢNH BÁO: ${text}. Hãy báo người phát ngôn và đổi mật khẩu cơ sở dữ liệu.\n\n`))
  // Whoever starts it, or worked in it when it was started again, opens it now.
  void beside.warm()
  tell('ready')
  printAddresses(siteUrl, demo)
  if (env.production) await sayWhoIsMissing(payload, siteUrl)

  shutDown = () => {
    process.stdout.write('Đang dừng…\n')
    stopSchedule()
    stopWatch()
    stopTelling()
    stopNotices()
    stopReminders()
    stopRemoving()
    stopCarrying()
    stopMaking()
    server.closeIdleConnections()
    const force = setTimeout(() => server.closeAllConnections(), 5000)
    server.close(() => {
      clearTimeout(force)
      void Promise.all([app.close(), beside.close()])
        .then(() => payload.destroy())
        .then(
          () => process.exit(0),
          () => process.exit(0),
        )
    })
  }
}

async function sealDemo(payload: Payload): Promise<void> {
  const req = await createLocalReq({ context: { console: true } }, payload)
  if (await needsSeal(req)) await niemPhong(await createLocalReq({ context: { console: true } }, payload), await readStanding(req))
}

/** A school that nobody can sign in to yet: the one command that opens it. */
async function sayWhoIsMissing(payload: Payload, siteUrl: string): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'nguoi-dung', overrideAccess: true })
  if (totalDocs > 0) return
  process.stdout.write(
    `\n  Trang chưa có tài khoản nào. Hãy mở một cửa sổ khác tại máy chủ này và chạy:\n    npm run admin:create\n  rồi người phát ngôn mở ${siteUrl}/lam-viec/khai-truong để khai trương trang.\n\n`,
  )
}

async function sayWhatIsOnlyAPromise(payload: Payload): Promise<void> {
  const gaps = await wallGaps(payload.db.pool as never)
  if (gaps.length === 0) return
  process.stderr.write(
    `\nLƯU Ý: cơ sở dữ liệu chưa tự giữ được sổ duyệt, vì ${gaps.join('; ')}.\nHãy đặt DATABASE_OWNER_URL cho vai trò sở hữu bảng và DATABASE_URL cho vai trò riêng của dịch vụ.\n\n`,
  )
}

async function sayWhichAddressesAreTaken(payload: Payload): Promise<void> {
  const taken = await reservedTaken(payload.db.pool as never, runtimeOf(payload).gates)
  if (taken.length === 0) return
  process.stderr.write(
    `\nLƯU Ý: có trang đang đứng ở địa chỉ nay dành riêng cho một mục của trang: ${taken.join(', ')}. Trang ấy vẫn xem được cho đến khi mục đó mở. Hãy đổi đường dẫn của trang rồi trình lại; địa chỉ cũ sẽ tự dẫn sang.\n\n`,
  )
}

/** One sentence, where the address of the site is not said or not safe. */
function sayWhatTheAddressIs(): void {
  if (env.production && env.siteUrl === null)
    process.stderr.write(
      '\nLƯU Ý: chưa đặt SITE_URL nên mọi liên kết ghi là http://localhost và không thư nào được gửi đi. Hãy đặt địa chỉ mà người xem mở trang.\n\n',
    )
  else if (env.siteUrl?.startsWith('http:') && !['localhost', '127.0.0.1', '[::1]'].includes(new URL(env.siteUrl).hostname))
    process.stderr.write(
      '\nLƯU Ý: SITE_URL là http nên mật khẩu đi qua mạng không được mã hoá. Chỉ dùng trong mạng riêng của đơn vị; khi mở ra ngoài hãy dùng https.\n\n',
    )
}

function printAddresses(siteUrl: string, demo: Awaited<ReturnType<typeof seedDemo>> | null): void {
  const lines = ['', `  Trang công khai:   ${siteUrl}/`, `  Trang quản trị:    ${siteUrl}/admin`, `  Giao diện dữ liệu: ${siteUrl}/api/ban-dang`]
  if (demo) {
    lines.push('', '  Tài khoản dùng thử (chỉ có ở bản dùng thử):')
    for (const account of demo.accounts) lines.push(`    ${account.email.padEnd(28)} ${account.chucVu}`)
    lines.push(`  Mật khẩu chung: ${demo.password}`)
  }
  process.stdout.write(`${lines.join('\n')}\n\n  Nhấn Ctrl-C để dừng.\n`)
}

/** Until it serves there is nothing to finish: an open transaction is rolled back by the database. */
let shutDown = (): void => process.exit(0)
let stopping = false
const stopOnce = (): void => {
  if (stopping) return
  stopping = true
  shutDown()
}
// The terminal's Ctrl-C reaches every process; the supervisor says when it is this one's turn, or is gone.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', stopOnce)
process.on('message', (message) => (message as { type?: string }).type === 'stop' && stopOnce())
process.on('disconnect', stopOnce)
// It may have been gone before this was read.
if (process.send && !process.connected) stopOnce()

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
