/** What devices signed, in the record: rows that nobody signed spoil nothing, and the offline verifier names every forgery. */
import { describe, expect, it } from 'vitest'
import { RecordWatch } from '../../src/jobs/watchRecord.ts'
import { canonicalText, type Json } from '../../src/policy/gate/fingerprint.ts'
import { signText } from '../../src/record/keys/signature.ts'
import { phone, type Phone } from '../support/authenticator.ts'
import { ANSWERS, devicesIn, touched } from '../support/deviceSigning.ts'
import { atTheGate, stateOf } from '../support/gate.ts'
import { exported, rewrite, runVerifier, schoolKey, type Line } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool()
const { at, register, atConsole, vouch } = devicesIn(school)
const [principal, deputy] = [phone(), phone('school.test', 'ed25519')] as [Phone, Phone]

it('two phones are known, and the deputy’s signs two verdicts', async () => {
  await register('hieutruong', principal)
  await atConsole(principal.ma)
  await register('phohieutruong', deputy)
  await vouch('hieutruong', principal, deputy.ma)
  const desk = await at('phohieutruong')
  for (let nth = 0; nth < 2; nth += 1) {
    const { id, banTrinh } = await atTheGate(school)
    const page = await desk.post(`/lam-viec/doc/${banTrinh}`, { viec: 'duyet', ...ANSWERS })
    await desk.fill(page, touched(page, deputy))
    expect(await stateOf(school, id)).toBe('daDang')
  }
})

describe('a row that nobody signed', () => {
  it('spoils no page and no review', async () => {
    const live = (
      await school.sql.query(`select tai_lieu::int as id from nhat_ky where chi_tiet like '%"thietBi":%' and hanh_dong = 'duyet' order by so desc limit 1`)
    ).rows[0].id as number
    await school.sql.query(
      `insert into nhat_ky (hanh_dong, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ('bao-cao', '', 'tin-bai', $1, '{"phieu":"abc","thietBi":{}}')`,
      [live],
    )
    const found: string[] = []
    await new RecordWatch(school.payload, (text) => found.push(text)).look()
    expect([
      found,
      (await school.sql.query(`select an_den from ban_dang where tai_lieu = $1 and bo_suu_tap = 'tin-bai' and ket_thuc_luc is null`, [live])).rows,
    ]).toEqual([[], [{ an_den: null }]])
  })
})

describe('the offline verifier', () => {
  it('checks every device’s signature with Node’s own modules, and names what was forged by the owner of server and key', async () => {
    // The row that nobody signed is named, as it should be; the forgeries are looked for beside it.
    const { lines } = await exported(school)
    const unsigned = lines.findIndex((line) => line.kieu === 'nhat-ky' && line.hanhDong === 'bao-cao')
    const key = schoolKey(school)
    const sound = rewrite(
      lines.filter((_, i) => i !== unsigned),
      0,
      key,
    )
    const said = await runVerifier(school, sound)
    expect([said.code, said.text]).toEqual([0, expect.stringMatching(/bằng thiết bị của người duyệt: 2; bằng mã: 0[\s\S]*Khoá của người \d+: [0-9a-f]{16}/)])
    const verdict = sound.findLastIndex((line) => line.kieu === 'phieu-duyet' && String(line.noiDungKy).includes('"thietBi"'))
    const row = sound.findIndex((line, i) => i > verdict && line.kieu === 'nhat-ky')
    const keyRow = sound.findLastIndex((line) => line.kieu === 'nhat-ky' && line.hanhDong === 'them-khoa')
    /** One verdict signed anew by the school, as the owner of its key could. */
    const anew = (change: (text: Record<string, unknown>) => void, detail: (ct: Record<string, unknown>) => void = () => undefined): Line[] => {
      const copy = sound.map((line) => ({ ...line }))
      const text = JSON.parse(copy[verdict]!.noiDungKy as string) as Record<string, unknown>
      change(text)
      const { v: _v, cachKy: _c, sau: _s, henGio: _h, ...columns } = text
      Object.assign(copy[verdict]!, columns, { noiDungKy: canonicalText(text as Json), chuKy: signText(canonicalText(text as Json), key) })
      const ct = JSON.parse(copy[row]!.chiTiet as string) as Record<string, unknown>
      detail(ct)
      copy[row]!.chiTiet = canonicalText(ct as Json)
      return rewrite(copy, 0, key)
    }
    const drop = (ct: Record<string, unknown>): void => void delete ct.thietBi
    const forged: [string, Line[]][] = [
      ['other words', anew((t) => void (t.lyDo = 'Chữ khác'))],
      ['by a code', anew((t) => void (t.cachKy = 'ma'), drop)],
      ['by the school alone', anew((t) => { t.v = 2; delete t.cachKy; delete t.sau }, drop)], // prettier-ignore
      [
        'another’s signature',
        anew(
          () => undefined,
          (ct) => void ((ct.thietBi as { khoa: string }).khoa = principal.ma),
        ),
      ],
      ['after a row that is not here', anew((t) => void (t.sau = { so: 3, bam: '0'.repeat(64) }))],
      ['a key that the console adds beside another', rewrite(sound.map((line, i) => (i === keyRow ? { ...line, nguoi: null, tenNguoi: 'Hệ thống', chiTiet: line.chiTiet.replace('"cach":"dau"', '"cach":"them"').replace(/"baoLanh":\[.*?\],"cach"/, '"baoLanh":[],"cach"') } : line)), 0, key)], // prettier-ignore
    ]
    for (const [what, copy] of forged) expect([what, (await runVerifier(school, copy)).code]).toEqual([what, 1])
  })
})
