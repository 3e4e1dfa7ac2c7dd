/** What a month still wants: quotas that are short, rows of the plan of which readers have nothing; and who is in charge of whom. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { quotaInWords } from '../messages/quotas.ts'
import { isDue, periodsOf, stateOf, type ChiTieu } from '../policy/ledger/quota.ts'
import type { No, Whom } from '../policy/reminders/steps.ts'
import { countIn, countsOf } from './counted.ts'
import { subjectsOf } from './subjects.ts'

/** Only quotas whose period ends with this month; of the whole institution it is the office's to see to. */
export async function owedByQuota(req: PayloadRequest, rules: readonly ChiTieu[], month: string): Promise<No[]> {
  const owed: No[] = []
  for (const rule of rules) {
    const [ky] = periodsOf(rule.kyHan, [month])
    if (!ky || ky.den !== month) continue
    const counts = await countsOf(req, rule, ky)
    for (const subject of await subjectsOf(req, rule)) {
      const count = countIn(counts, subject.id, ky)
      if (!isDue(rule, subject, ky) || stateOf(rule, subject, ky, count, month) === 'dat') continue
      const whose = { truong: {}, donVi: { donVi: [subject.id] }, lop: { donVi: [subject.id] }, caNhan: { nguoi: [subject.id] } }[rule.doiTuong]
      const chu = `${rule.doiTuong === 'truong' ? '' : `${subject.ten}: `}đã có ${count} trên ${rule.soLuong}, ${quotaInWords(rule)}`
      owed.push({ khoa: `${rule.ma}/${subject.id}`, loai: 'nhacChiTieu', chu, dan: '/lam-viec/chi-tieu', nguoi: [], donVi: [], ...whose })
    }
  }
  return owed
}

/** Whoever is in charge of a unit, its members where nobody is; the office, and where there is none whoever speaks for the school. */
export async function whomToRemind(req: PayloadRequest): Promise<Whom> {
  const rows = await query<{ don_vi: unknown; nguoi: unknown; truong: boolean }>(
    req,
    sql`select d.id as don_vi, d.phu_trach_id as nguoi, true as truong from don_vi d join nguoi_dung n on n.id = d.phu_trach_id and n.kich_hoat
        union all select t.don_vi_id, t.nguoi_id, t.vai = 'truong' from thanh_vien t join nguoi_dung n on n.id = t.nguoi_id and n.kich_hoat where t.den is null`,
  )
  const roles = await query<{ nguoi: unknown; vai: string }>(
    req,
    sql`select v.parent_id as nguoi, v.value::text as vai from nguoi_dung_vai_tro v join nguoi_dung n on n.id = v.parent_id and n.kich_hoat where v.value::text in ('bienTapVien', 'nguoiPhatNgon') order by v.parent_id`,
  )
  const all = rows.map(({ don_vi, nguoi, truong }) => ({ donVi: Number(don_vi), nguoi: Number(nguoi), truong }))
  const of = (donVi: number): number[] => {
    const mine = all.filter((one) => one.donVi === donVi)
    const heads = mine.filter(({ truong }) => truong)
    return [...new Set((heads.length > 0 ? heads : mine).map(({ nguoi }) => nguoi))]
  }
  const holders = (role: string): number[] => roles.filter(({ vai }) => vai === role).map(({ nguoi }) => Number(nguoi))
  const office = holders('bienTapVien')
  return { heads: of, unitOf: (nguoi) => all.find((one) => one.nguoi === nguoi)?.donVi ?? null, office: office.length > 0 ? office : holders('nguoiPhatNgon') }
}
