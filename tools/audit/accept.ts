/**
 * `npm run audit:accept -- so-duyet.jsonl --dong 120,121 --ly-do "…" --out ngoai-le.json`: a dated list, signed with the school's
 * key, of broken rows that were looked into. Each is pinned whole: changed once more, it is broken again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readEnv } from '../../src/env.ts'
import { canonicalText, sha256, type Json } from '../../src/policy/gate/fingerprint.ts'
import { keyId, signText } from '../../src/record/keys/signature.ts'
import { keysAt } from './keys.ts'

const OPTIONS = { dong: { type: 'string' }, 'ly-do': { type: 'string' }, out: { type: 'string' } } as const
const USAGE = 'npm run audit:accept -- so-duyet.jsonl --dong 120,121 --ly-do "…" --out ngoai-le.json'

export function main(args: string[], write: (text: string) => void): void {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const wanted = (values.dong ?? '').split(',').map(Number)
  const reason = values['ly-do']?.trim()
  if (positionals.length !== 1 || !values.out || !reason || wanted.some((n) => !Number.isInteger(n) || n < 1)) throw new Error(`cách dùng: ${USAGE}`)
  if (existsSync(values.out)) throw new Error(`đã có tệp ${values.out}. Hãy đặt tên khác sau --out.`)
  const lines = readFileSync(positionals[0]!, 'utf8').split('\n')
  const rows = wanted.map((dong) => {
    const line = lines[dong - 1]
    if (!line) throw new Error(`tệp không có dòng ${dong}.`)
    return { dong, ma: sha256(line) }
  })
  const luc = new Date().toISOString()
  const { key } = keysAt(readEnv().signingKeyFile, luc)
  const list = { loai: 'ngoai-le', v: 1, luc, khoa: keyId(key), lyDo: reason.normalize('NFC'), dong: rows } satisfies Json
  writeFileSync(values.out, `${JSON.stringify({ ...list, chuKy: signText(canonicalText(list), key) }, null, 2)}\n`)
  write(`Đã ghi ${rows.length} dòng vào ${values.out}, ký bằng khoá ${keyId(key)}. Kiểm tra cùng danh sách này: --ngoai-le ${values.out}\n`)
}
