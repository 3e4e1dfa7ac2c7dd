/** xac-nhan: the form teacher says that it is true, by a link made for this one story as it stood then; the link is told once and kept as its hash. */
import { createHash, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { itemOfLink, itemToConfirm } from '../../facts/intake/items.ts'
import { refuse } from '../../messages/refusal.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { issue } from '../../policy/issues.ts'
import { writeStory } from '../../policy/text/plainStory/write.ts'
import { headOfLog, insertNhatKy } from '../../record/nhatKy.ts'
import { inTransaction } from '../transaction.ts'
import { openItem } from './receiver.ts'

const DAYS = 14
const MOST_NAME = 100
const MOST_REASON = 1000

export const hashOf = (secret: string): string => createHash('sha256').update(`ct:xac-nhan:${secret}`).digest('hex')

/** Answers the secret of the link; one made before it holds no more. A "no" that was said stays, whatever is said next. */
export const nhoXacNhan = (req: PayloadRequest, rawId: unknown): Promise<{ secret: string }> =>
  inTransaction(req, async () => {
    const { item } = await openItem(req, rawId)
    // overrideAccess: the story waits for this person, as was judged one line above.
    const doc = await req.payload.findByID({ collection: 'tin-bai', id: item.tinBai, depth: 0, select: { noiDung: true }, overrideAccess: true, req })
    const secret = randomBytes(24).toString('base64url')
    await query(
      req,
      sql`update bai_gui set xac_nhan_ma = ${hashOf(secret)}, xac_nhan_loi = ${writeStory(doc.noiDung).text}, xac_nhan_han = ct_nay() + ${`${DAYS} days`}::interval, noi_truoc = case when xac_nhan_khong is null then noi_truoc else left(concat_ws(E'\n', nullif(noi_truoc, ''), xac_nhan_ten || ': ' || xac_nhan_khong), 8000) end, xac_nhan_luc = null, xac_nhan_ten = null, xac_nhan_khong = null where id = ${item.id}`,
    )
    return { answer: { secret }, bam: (await headOfLog(req)).bam }
  })

/** `khong`: why it is not so, which is heard however late, and after a "yes" too; null where it is. */
export const xacNhanBai = (req: PayloadRequest, secret: string, hoTen: string, khong: string | null = null): Promise<{ so: string }> =>
  inTransaction(req, async () => {
    const item = khong === null ? (await itemToConfirm(req, hashOf(secret)))?.item : await itemOfLink(req, hashOf(secret))
    if (!item) throw refuse(issue('LINK_EXPIRED'))
    const name = hoTen.trim()
    if (name === '') throw refuse(issue('MISSING_FIELD', 'hoTen'))
    if ([...name].length > MOST_NAME) throw refuse(issue('TOO_LONG', 'hoTen', { max: MOST_NAME }))
    if (khong?.trim() === '') throw refuse(issue('MISSING_FIELD', 'lyDo'))
    if (khong !== null && [...khong].length > MOST_REASON) throw refuse(issue('TOO_LONG', 'lyDo', { max: MOST_REASON }))
    const wrong = [...textIssues(name, 'hoTen'), ...(khong === null ? [] : textIssues(khong, 'lyDo'))]
    if (wrong.length > 0) throw refuse(...wrong)
    const rows = await query(
      req,
      sql`update bai_gui set xac_nhan_luc = ct_nay(), xac_nhan_ten = ${name}, xac_nhan_khong = ${khong?.trim() ?? null} where id = ${item.id} and (xac_nhan_luc is null or (${khong !== null} and xac_nhan_khong is null)) returning id`,
    )
    if (rows.length === 0) throw refuse(issue('WRONG_STATE', undefined, { trangThai: item.standing.trangThai }))
    // Who the confirming person is, is known by the link alone: the log says that it was used.
    const bam = await insertNhatKy(req, {
      hanhDong: 'xac-nhan-bai',
      nguoi: null,
      boSuuTap: 'tin-bai',
      taiLieu: item.tinBai,
      chiTiet: khong === null ? {} : { dung: false },
    })
    return { answer: { so: item.so }, bam }
  })
