/** `npm run admin:create`: makes the first two accounts by hand, at the console: the principal's and the technical administrator's. */
import { createInterface } from 'node:readline/promises'
import config from '@payload-config'
import { createLocalReq, getPayload, type Payload } from 'payload'
import { readQuyChe } from '../facts/quyChe.ts'
import { vi } from '../messages/vi.ts'
import { MIN_PASSWORD, passwordIssues } from '../policy/people/password.ts'
import { firstRegulation } from '../presets/regulationOf.ts'

const ACCOUNTS = [
  { ten: 'người phát ngôn (hiệu trưởng)', vaiTro: ['nguoiPhatNgon'], chucVu: 'Hiệu trưởng' },
  { ten: 'quản trị kỹ thuật', vaiTro: ['quanTriKyThuat'], chucVu: 'Quản trị kỹ thuật' },
] as const

async function make(payload: Payload, ask: (question: string) => Promise<string>, account: (typeof ACCOUNTS)[number]): Promise<void> {
  const there = await payload.count({ collection: 'nguoi-dung', where: { vaiTro: { in: [...account.vaiTro] } }, overrideAccess: true })
  if (there.totalDocs > 0) return void process.stdout.write(`Đã có tài khoản ${account.ten}, bỏ qua.\n`)
  const hoTen = await ask(`Họ và tên ${account.ten}: `)
  const email = await ask('Thư điện tử công vụ: ')
  const password = await ask(`Mật khẩu (ít nhất ${MIN_PASSWORD} ký tự, người đó tự gõ): `)
  const [weak] = passwordIssues(password, email)
  if (weak) throw new Error(`${vi.PASSWORD_WEAK(weak.detail ?? {}, '')} Chưa tạo tài khoản nào.`)
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

/** A new institution starts from the smallest regulation that works; its opening chooses a preset. */
async function writeFirstRegulation(payload: Payload): Promise<void> {
  const req = await createLocalReq({ context: { console: true } }, payload)
  if ((await readQuyChe(req)).buoc.length > 0) return
  // overrideAccess: the console sets the first regulation; there may be no spokesperson signed in yet.
  await payload.updateGlobal({
    slug: 'quy-che',
    data: firstRegulation() as never,
    overrideAccess: true,
    req,
  })
  process.stdout.write('Quy chế ban đầu có một bước: người phát ngôn duyệt. Mẫu của đơn vị được chọn khi khai trương.\n')
}

async function main(): Promise<void> {
  const payload = await getPayload({ config })
  const lines = createInterface({ input: process.stdin })
  const answers = lines[Symbol.asyncIterator]()
  // Answers may be typed or piped: each question takes the next line.
  const ask = async (question: string): Promise<string> => {
    process.stdout.write(question)
    const { value, done } = await answers.next()
    if (done) throw new Error('Chưa trả lời đủ câu hỏi. Chưa tạo thêm tài khoản nào.')
    return String(value).trim()
  }
  for (const account of ACCOUNTS) await make(payload, ask, account)
  await writeFirstRegulation(payload)
  lines.close()
  await payload.destroy()
  process.exit(0)
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
