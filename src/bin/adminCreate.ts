/** `npm run admin:create`: makes the first two accounts by hand, at the console: the principal's and the technical administrator's. */
import config from '@payload-config'
import { createLocalReq, getPayload, type Payload } from 'payload'
import pg from 'pg'
import { readEnv } from '../env.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { vi } from '../messages/vi.ts'
import { inviteeOf } from '../policy/people/invitation.ts'
import { MIN_PASSWORD, passwordIssues } from '../policy/people/password.ts'
import { tuNguOf } from '../presets/words.ts'
import { firstRegulation } from '../presets/regulationOf.ts'
import { askingAt, type Asking } from './asking.ts'

const env = readEnv()

const ACCOUNTS = [
  { ten: 'người phát ngôn (người đứng đầu)', vaiTro: ['nguoiPhatNgon'], chucVu: tuNguOf(null).dungDau },
  { ten: 'quản trị kỹ thuật', vaiTro: ['quanTriKyThuat'], chucVu: 'Quản trị kỹ thuật' },
] as const

async function passwordFor({ askSecret }: Asking, email: string): Promise<string> {
  for (;;) {
    const password = await askSecret(`Mật khẩu (ít nhất ${MIN_PASSWORD} ký tự, người đó tự gõ; khi gõ không hiện gì): `)
    const [weak] = passwordIssues(password, email)
    if (!weak) return password
    process.stdout.write(`${vi.PASSWORD_WEAK(weak.detail ?? {}, '')}\n`)
  }
}

async function isTaken(payload: Payload, email: string): Promise<boolean> {
  // overrideAccess: asked at the console of the server, before anybody can sign in.
  return (await payload.count({ collection: 'nguoi-dung', where: { email: { equals: email } }, overrideAccess: true })).totalDocs > 0
}

async function addressFor(payload: Payload, { ask }: Asking): Promise<string> {
  for (;;) {
    const email = (await ask('Thư điện tử công vụ: ')).toLowerCase()
    const wrong = inviteeOf({ hoTen: 'x', email }).issues.find((one) => one.field === 'email')
    if (!wrong && !(await isTaken(payload, email))) return email
    if (!wrong) {
      process.stdout.write('Thư điện tử này đã có tài khoản khác. Mỗi người dùng một địa chỉ riêng; hãy gõ địa chỉ khác.\n')
      continue
    }
    process.stdout.write(`${vi[wrong.code](wrong.detail ?? {}, 'thư điện tử')}\n`)
  }
}

async function make(payload: Payload, asking: Asking, account: (typeof ACCOUNTS)[number]): Promise<void> {
  const there = await payload.count({ collection: 'nguoi-dung', where: { vaiTro: { in: [...account.vaiTro] } }, overrideAccess: true })
  if (there.totalDocs > 0) return void process.stdout.write(`Đã có tài khoản ${account.ten}, bỏ qua.\n`)
  const hoTen = await asking.ask(`Họ và tên ${account.ten}: `)
  const email = await addressFor(payload, asking)
  const password = await passwordFor(asking, email)
  const req = await createLocalReq({ context: { console: true } }, payload)
  // overrideAccess: whoever sits at the console of the server makes the first accounts; there is nobody to ask yet.
  await payload.create({
    collection: 'nguoi-dung',
    data: { hoTen, email, password, chucVu: account.chucVu, vaiTro: [...account.vaiTro], kichHoat: true } as never,
    overrideAccess: true,
    req,
  })
  process.stdout.write(`Đã tạo tài khoản ${account.ten}.\n`)
}

/** So long a new institution may approve without a second factor; its spokesperson may say otherwise. */
const FIRST_DAYS = 30

/** A new institution starts from the smallest regulation that works; its opening chooses a preset. */
async function writeFirstRegulation(payload: Payload): Promise<void> {
  const req = await createLocalReq({ context: { console: true } }, payload)
  if ((await readQuyChe(req)).buoc.length > 0) return
  // overrideAccess: the console sets the first regulation; there may be no spokesperson signed in yet.
  await payload.updateGlobal({
    slug: 'quy-che',
    data: { ...firstRegulation(), lopHaiTu: new Date(Date.now() + FIRST_DAYS * 86_400_000).toISOString() } as never,
    overrideAccess: true,
    req,
  })
  process.stdout.write('Quy chế ban đầu có một bước: người phát ngôn duyệt. Mẫu của đơn vị được chọn khi khai trương.\n')
}

/** Before the first start the database has no tables: one sentence, and not the database's own words. */
async function refuseUnprepared(): Promise<void> {
  const { databaseUrl } = env
  if (databaseUrl === '' || env.secret === '')
    throw new Error(
      'Chưa đặt DATABASE_URL và PAYLOAD_SECRET nên không biết tạo tài khoản ở đâu. Hãy đặt đúng hai biến mà “npm start” dùng rồi chạy lại lệnh này.',
    )
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  const ready = await client
    .connect()
    .then(() => client.query<{ co: boolean }>(`select to_regclass('public.loi_moi') is not null as co`))
    .then(
      ({ rows }) => rows[0]!.co,
      () => null,
    )
  await client.end().catch(() => undefined)
  if (ready === null) throw new Error('Không nối được tới cơ sở dữ liệu. Hãy kiểm tra DATABASE_URL và PostgreSQL rồi chạy lại lệnh này.')
  if (!ready)
    throw new Error(
      'Cơ sở dữ liệu chưa được chuẩn bị. Hãy chạy “npm start” một lần, chờ tới khi hiện địa chỉ của trang, rồi mở một cửa sổ khác và chạy lại “npm run admin:create”.',
    )
}

function sayWhatIsNext(): void {
  const site = env.siteUrl ?? `http://localhost:${env.port}`
  const lines = [
    '',
    'Việc tiếp theo:',
    '  1. Chạy “npm start” nếu trang chưa chạy.',
    `  2. Người phát ngôn mở ${site}/lam-viec/khai-truong, đăng nhập và khai trương trang.`,
    ...(env.siteUrl === null ? ['  3. Đặt SITE_URL (địa chỉ người xem mở trang): chưa có thì không thư nào được gửi.'] : []),
    ...(env.smtpUrl === null ? [`  ${env.siteUrl === null ? 4 : 3}. Đặt SMTP_URL để gửi thư mời; chưa có thì liên kết mời hiện một lần cho người mời.`] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function main(): Promise<void> {
  await refuseUnprepared()
  const payload = await getPayload({ config })
  const asking = askingAt(process.stdin, process.stdout, 'Chưa trả lời đủ câu hỏi. Chưa tạo thêm tài khoản nào.')
  for (const account of ACCOUNTS) await make(payload, asking, account)
  await writeFirstRegulation(payload)
  asking.close()
  sayWhatIsNext()
  await payload.destroy()
  process.exit(0)
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
