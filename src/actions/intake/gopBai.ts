/** gop-bai and khong-dung: two that tell of one deed become one, with the words and pictures of both; or it is not used, and the class is told why. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { itemById } from '../../facts/intake/items.ts'
import { refuse } from '../../messages/refusal.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { refusedOnly } from '../../policy/failures/kind.ts'
import { idsOf } from '../../policy/ids.ts'
import { issue } from '../../policy/issues.ts'
import type { Actor } from '../../policy/people/roles.ts'
import { lockHoSo, saveHoSo, type HoSo } from '../../record/hoSo.ts'
import { insertNhatKy } from '../../record/nhatKy.ts'
import { parseId } from '../case.ts'
import { inTransaction } from '../transaction.ts'
import { reasonOf } from '../verdict.ts'
import { openItem } from './receiver.ts'

type Doc = { anhBia?: unknown; tuLieu?: unknown; noiDung?: { root?: { children?: unknown[] } } | null }

const storyOf = async (req: PayloadRequest, id: number): Promise<{ anhBia: number | null; all: number[]; noiDung: Doc['noiDung'] }> => {
  // overrideAccess: both stories wait for this person, as was judged above.
  const doc = (await req.payload.findByID({ collection: 'tin-bai', id, depth: 0, overrideAccess: true, req })) as Doc
  const anhBia = idsOf(doc.anhBia ?? null)[0] ?? null
  return { anhBia, all: [...new Set([...(anhBia === null ? [] : [anhBia]), ...idsOf(doc.tuLieu ?? null)])], noiDung: doc.noiDung }
}

async function closed(
  req: PayloadRequest,
  actor: Actor,
  hoSo: HoSo,
  hanhDong: 'gop-bai' | 'khong-dung',
  more: Record<string, number | string>,
): Promise<string> {
  await saveHoSo(req, { ...hoSo, trangThai: 'tuChoi' }, null)
  const chiTiet = { tu: hoSo.trangThai, den: 'tuChoi', ...more }
  return insertNhatKy(req, { hanhDong, nguoi: actor, boSuuTap: 'tin-bai', taiLieu: hoSo.taiLieu, chiTiet })
}

/** Rule: what a teacher said was said of other words than those of both: a "no" is carried over, a "yes" and its link hold no more. */
async function carryConfirmation(req: PayloadRequest, from: number, into: number): Promise<void> {
  await query(
    req,
    sql`update bai_gui t set noi_truoc = left(concat_ws(E'\n', nullif(t.noi_truoc, ''), nullif(f.noi_truoc, '')), 8000), xac_nhan_han = least(t.xac_nhan_han, ct_nay()),
          xac_nhan_luc = case when coalesce(t.xac_nhan_khong, f.xac_nhan_khong) is not null then coalesce(case when t.xac_nhan_khong is not null then t.xac_nhan_luc end, f.xac_nhan_luc) end,
          xac_nhan_ten = case when coalesce(t.xac_nhan_khong, f.xac_nhan_khong) is not null then coalesce(case when t.xac_nhan_khong is not null then t.xac_nhan_ten end, f.xac_nhan_ten) end,
          xac_nhan_khong = nullif(left(concat_ws(E'\n', t.xac_nhan_khong, f.xac_nhan_khong), 2000), '')
        from bai_gui f where t.id = ${into} and f.id = ${from}`,
  )
}

/** `rawInto`: the item that stays. */
export const gopBai = (req: PayloadRequest, rawId: unknown, rawInto: unknown): Promise<null> =>
  inTransaction(req, async () => {
    const into = parseId(rawInto)
    const target = into === null ? null : await itemById(req, into)
    if (!target || into === parseId(rawId)) throw refuse(issue('MERGE_UNFIT', 'vao'))
    // Both files in the order of their numbers, so that two who merge crosswise do not wait for each other.
    const other = await itemById(req, parseId(rawId) ?? 0)
    for (const id of [target.tinBai, other?.tinBai ?? target.tinBai].toSorted((a, b) => a - b)) await lockHoSo(req, 'tin-bai', id)
    const { actor, item, hoSo } = await openItem(req, rawId)
    const stays = await openItem(req, target.id).catch(refusedOnly)
    if (!stays) throw refuse(issue('MERGE_UNFIT', 'vao'))
    const [from, to] = [await storyOf(req, item.tinBai), await storyOf(req, target.tinBai)]
    const all = [...new Set([...to.all, ...from.all])]
    const anhBia = to.anhBia ?? all[0] ?? null
    // The words of both, one after the other: whoever takes it up makes one text of them.
    const children = [...(to.noiDung?.root?.children ?? []), ...(from.noiDung?.root?.children ?? [])]
    const noiDung = { ...to.noiDung, root: { ...to.noiDung?.root, children } }
    const data = { anhBia, tuLieu: all.filter((id) => id !== anhBia), noiDung } as never
    await req.payload.update({ collection: 'tin-bai', id: target.tinBai, data, depth: 0, overrideAccess: true, disableTransaction: true, req })
    await query(req, sql`update bai_gui set gop_vao = ${target.id} where id = ${item.id}`)
    await carryConfirmation(req, item.id, target.id)
    return { answer: null, bam: await closed(req, actor, hoSo, 'gop-bai', { vao: target.tinBai }) }
  })

export const khongDung = (req: PayloadRequest, rawId: unknown, body: { lyDo?: unknown }): Promise<null> =>
  inTransaction(req, async () => {
    const { actor, item, hoSo } = await openItem(req, rawId)
    const lyDo = reasonOf(body)
    const wrong = textIssues(lyDo, 'lyDo')
    if (wrong.length > 0) throw refuse(...wrong)
    await query(req, sql`update bai_gui set khong_dung = ${lyDo} where id = ${item.id}`)
    return { answer: null, bam: await closed(req, actor, hoSo, 'khong-dung', {}) }
  })
