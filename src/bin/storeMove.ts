/**
 * `npm run store:move -- --den s3` (or `may`): copies every kept file to the store elsewhere, or back to this machine. `--don`: what was
 * seen whole at the other end is removed at this one. Stopped and run again, it goes on.
 */
import { parseArgs } from 'node:util'
import { moveIn, moveOut } from '../media/remote/move.ts'
import { withRemote } from '../media/remote/store.ts'
import { s3Shelf } from '../media/remote/s3.ts'
import { fileStore } from '../media/store.ts'
import { join } from 'node:path'
import { readEnv } from '../env.ts'

const { values } = parseArgs({ options: { den: { type: 'string' }, don: { type: 'boolean', default: false } } })
const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function move(): Promise<number> {
  const { s3, dataDir } = readEnv()
  if (values.den !== 's3' && values.den !== 'may') throw new Error('Hãy ghi nơi đến: --den s3 (đưa lên kho S3) hoặc --den may (đưa về máy này).')
  if (s3 === null) throw new Error('Chưa có kho S3: hãy đặt S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY.')
  const store = withRemote(fileStore(join(dataDir, 'kho-tep')), s3Shelf(s3))
  let told = 0
  const tell = (done: number, all: number): void => {
    if (Date.now() - told < 2000 && done !== all) return
    told = Date.now()
    say(values.den === 's3' ? `  ${done} trên ${all} tệp` : `  ${done} tệp`)
  }
  const { moved, there, damaged } = await (values.den === 's3' ? moveOut : moveIn)(store, values.don, tell)
  say(`Đã chuyển ${moved} tệp; ${there} tệp đã có sẵn ở đó.`)
  for (const hash of damaged) say(`KHÔNG chuyển được ${hash}: nội dung không còn đúng tên.`)
  return damaged.length > 0 ? 1 : 0
}

move().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  },
)
