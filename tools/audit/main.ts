/** What `npm run audit:export` does at the console: finds database and key, writes the file, says how to check it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readEnv, type Env } from '../../src/env.ts'
import { exportLog, type Exported } from './export.ts'
import { keysAt } from './keys.ts'
import { writeLines } from './sideFile.ts'

const OPTIONS = { out: { type: 'string' }, 'kem-bang-chung': { type: 'boolean' } } as const
const USAGE = 'npm run audit:export -- --out so-duyet.jsonl [--kem-bang-chung]'

function urlOf(env: Env): string {
  const file = join(env.dataDir, 'database.url')
  if (env.databaseUrl) return env.databaseUrl
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new Error(`chưa biết cơ sở dữ liệu ở đâu: hãy đặt DATABASE_URL, hoặc đặt DATA_DIR tới thư mục dữ liệu của trang (đang là ${env.dataDir}).`)
}

async function connect(env: Env): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(env), connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return client
  } catch (error) {
    const next = env.databaseUrl
      ? 'Hãy kiểm tra DATABASE_URL và PostgreSQL.'
      : 'Trang đang dừng thì cơ sở dữ liệu kèm theo cũng dừng: hãy chạy npm start ở cửa sổ khác rồi chạy lại lệnh này.'
    throw new Error(`không nối được tới cơ sở dữ liệu. ${next}`, { cause: error })
  }
}

const number = new Intl.NumberFormat('vi-VN')
function progress(): (done: number, all: number) => void {
  let shown = Date.now()
  return (done, all) => {
    if (Date.now() - shown < 2000) return
    shown = Date.now()
    process.stderr.write(`    … nhật ký ${number.format(done)}/${number.format(all)}\n`)
  }
}

const said = (out: string, lines: number, bytes: number, { so, bam, khoa }: Exported): string => `Đã xuất sổ duyệt ra ${out}
${number.format(lines)} dòng, ${number.format(Math.ceil(bytes / 1024))} kB. Tệp có cả bản trình chưa đăng: chỉ giao cho người được kiểm tra.
Dòng cuối: số ${so}, mã ${bam}
Khoá ký: ${khoa} (so với khoá công khai của trường)
Kiểm tra trên máy bất kỳ có Node.js: node audit-verify.mjs ${out} --dau ${so}:${bam}
`

export async function main(args: string[], write: (text: string) => void): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS })
  if (!values.out) throw new Error(`chưa có tên tệp. Cách dùng: ${USAGE}`)
  const out = values.out
  const env = readEnv()
  const keys = keysAt(env.signingKeyFile, new Date().toISOString())
  const client = await connect(env)
  try {
    let done = ''
    await writeLines(out, async (file) => {
      const exported = await exportLog(client, keys, file, { withEvidence: values['kem-bang-chung'] === true, progress: progress() })
      done = said(out, file.lines(), file.bytes(), exported)
    })
    write(done)
  } finally {
    await client.end()
  }
}
