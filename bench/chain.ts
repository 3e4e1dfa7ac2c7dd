/** The log of a filled school, row after row, and the phones whose keys stand in it. */
import type { KeyObject } from 'node:crypto'
import { canonicalText, sha256, type Json } from '../src/policy/gate/fingerprint.ts'
import { registrationText } from '../src/policy/keys/texts.ts'
import { keyId, signText } from '../src/record/keys/signature.ts'
import { signedRowText } from '../src/record/nhatKy.ts'
import { phone, type Phone } from '../tests/support/authenticator.ts'
import type { Rows } from './rows.ts'

export type Person = { id: number; hoTen: string; chucVu: string }

export type Log = {
  write: (at: Date, hanhDong: string, who: Person | null, boSuuTap: string, taiLieu: number, chiTiet: Record<string, Json>) => void
  head: () => { so: number; bam: string }
}

/** The chain of the log, one signed row after the other from the one that is there. */
export function chainFrom(head: { so: number; bam: string; id: number }, out: Rows, key: KeyObject): Log {
  let { so, bam, id } = head
  const khoa = keyId(key)
  const write: Log['write'] = (at, hanhDong, who, boSuuTap, taiLieu, chiTiet) => {
    const luc = at.toISOString()
    const truoc = bam
    const [nguoi, tenNguoi] = [who?.id ?? null, who?.hoTen ?? 'Hệ thống']
    so += 1
    id += 1
    const signed = signedRowText({ so, truoc }, { hanhDong, nguoi, tenNguoi, boSuuTap, taiLieu, chiTiet })
    const text = canonicalText({ ...chiTiet, ky: { v: 1, cach: 'truong', khoa, chuKy: signText(signed, key) } })
    bam = sha256([so, luc, hanhDong, nguoi ?? '', tenNguoi, boSuuTap, taiLieu, truoc, text].join('\n'))
    out.add(id, so, luc, hanhDong, nguoi, tenNguoi, boSuuTap, taiLieu, text, truoc, bam, luc, luc)
  }
  return { write, head: () => ({ so, bam }) }
}

/** A phone for everybody who reviews, each key shown by itself and confirmed at the console. */
export function phonesFor(reviewers: readonly Person[], at: Date, log: Log): Map<number, Phone> {
  return new Map(
    [...new Map(reviewers.map((one) => [one.id, one])).values()].map(({ id }) => {
      const own = phone()
      const made = { ma: own.ma, spki: own.spki, rpId: own.rpId, luc: at.toISOString() }
      log.write(at, 'them-khoa', null, 'nguoi-dung', id, {
        ...made,
        cach: 'dau',
        hieuLuc: made.luc,
        tuKy: own.signs(registrationText({ nguoi: id, ...made })),
        baoLanh: [],
      })
      return [id, own]
    }),
  )
}
