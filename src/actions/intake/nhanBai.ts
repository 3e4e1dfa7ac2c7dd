/**
 * nhan-bai: what a class sent becomes a good-deed story that waits for the focal point, in the name of the class and of nobody
 * else. Pictures first, each made anew; the story, its file, the receipt and the log row in one transaction.
 */
import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { readReviewers } from '../../facts/people.ts'
import { receivingRole } from '../../policy/intake/receives.ts'
import { codeOf, todayOf, type MaGuiBai } from '../../facts/intake/codes.ts'
import { refuse } from '../../messages/refusal.ts'
import { fileKind } from '../../policy/gate/fileKind.ts'
import { RECEIPT_LENGTH, signsOf } from '../../policy/intake/code.ts'
import { overToday } from '../../policy/intake/limits.ts'
import { firstTitle, type Told } from '../../policy/intake/told.ts'
import { issue } from '../../policy/issues.ts'
import { readStory } from '../../policy/text/plainStory/read.ts'
import { lockHoSo, saveHoSo } from '../../record/hoSo.ts'
import { headOfLog, insertNhatKy } from '../../record/nhatKy.ts'
import { inTransaction } from '../transaction.ts'

/** In the context of a request: bytes of somebody who did not sign in, under a code. */
export const INTAKE_UPLOAD = 'congTruongGuiBai'

/** Read when its turn comes: a form of six is never in memory whole. */
export type SentPicture = { name: string; type: string; size: number; read: () => Promise<Buffer> }
type Kept = { id: number; isPicture: boolean }
export type Receipt = { so: string; taiLieu: number }

const ownReq = (payload: Payload): Promise<PayloadRequest> => createLocalReq({ context: { [INTAKE_UPLOAD]: true } }, payload)

/** Answers their ids; one that is refused takes those before it along. overrideAccess: nobody signed in, and the code was judged. */
export async function keepPictures(payload: Payload, donVi: number, pictures: readonly SentPicture[], words: { chuThich?: string } = {}): Promise<Kept[]> {
  const kept: Kept[] = []
  try {
    for (const { name, type, read } of pictures) {
      const bytes = await read()
      // A class sends what it saw; papers are not asked for.
      if (fileKind(bytes)?.loai === 'tep') throw refuse(issue('FILE_KIND', 'tep', { ten: name }))
      const made = await payload.create({
        collection: 'tu-lieu',
        data: { donVi, ...words } as never,
        file: { data: bytes, mimetype: type, name, size: bytes.length },
        depth: 0,
        overrideAccess: true,
        req: await ownReq(payload),
      })
      kept.push({ id: Number(made.id), isPicture: String(made.mimeType).startsWith('image/') })
    }
  } catch (error) {
    await dropPictures(payload, kept)
    throw error
  }
  return kept
}

export async function dropPictures(payload: Payload, kept: readonly Kept[]): Promise<void> {
  for (const { id } of kept) await payload.delete({ collection: 'tu-lieu', id, overrideAccess: true, req: await ownReq(payload) })
}

/** What the class said of those shown is said of these bytes, wherever they come to stand. */
export async function rememberSent(req: PayloadRequest, kept: readonly Kept[], dongY: string): Promise<void> {
  if (kept.length > 0)
    await query(
      req,
      sql`insert into tep_lop_gui (tu_lieu, sha256, dong_y) select id, sha256, ${dongY} from tu_lieu where id in ${kept.map(({ id }) => id)} and sha256 is not null on conflict do nothing`,
    )
}

/** Throws where this code takes no more. */
export async function mustTake(req: PayloadRequest, code: MaGuiBai | null, bytes: number): Promise<MaGuiBai> {
  if (!code) throw refuse(issue('CODE_UNKNOWN', 'ma'))
  if (code.state !== 'dung') throw refuse(issue('CODE_ENDED', 'ma'))
  const over = overToday(await todayOf(req, code), bytes)
  if (over) throw refuse(issue('INTAKE_TODAY', undefined, { vi: over }))
  return code
}

/** What this very form became, where it was sent before. */
export async function receiptOfForm(req: PayloadRequest, phieu: string): Promise<Receipt | null> {
  const rows = await query<{ so: string; tin_bai: unknown }>(req, sql`select so, tin_bai from bai_gui where phieu = ${phieu}`)
  return rows[0] ? { so: rows[0].so, taiLieu: Number(rows[0].tin_bai) } : null
}

type Sent = { ma: string; phieu: string; told: Told; bytes: number }
/** `again`: the pictures are of a form that was taken already. */
type Stored = Receipt & { again: boolean }

const stored = (payload: Payload, { ma, phieu, told, bytes }: Sent, kept: readonly Kept[]): Promise<Stored> =>
  ownReq(payload).then((req) =>
    inTransaction<Stored>(req, async () => {
      const held = await codeOf(req, ma, true)
      const known = await receiptOfForm(req, phieu)
      if (known) return { answer: { ...known, again: true }, bam: (await headOfLog(req)).bam }
      const code = await mustTake(req, held, bytes)
      const { content } = readStory(told.viec, [])
      const lead = kept.find(({ isPicture }) => isPicture)
      const data = {
        loai: 'nguoiTotViecTot',
        tieuDe: firstTitle(told.ai),
        noiDung: content,
        donVi: code.donVi,
        // What leads a story is a picture.
        anhBia: lead?.id ?? null,
        tuLieu: kept.filter((one) => one !== lead).map(({ id }) => id),
      }
      // overrideAccess: nobody signed in; the class is named by its code.
      const made = await payload.create({
        collection: 'tin-bai',
        data: data as never,
        draft: true,
        depth: 0,
        overrideAccess: true,
        disableTransaction: true,
        req,
      })
      const taiLieu = Number(made.id)
      const hoSo = await lockHoSo(req, 'tin-bai', taiLieu)
      await saveHoSo(req, { ...hoSo!, trangThai: 'choTiepNhan' }, { vaiTro: receivingRole(await readReviewers(req)), donVi: null, nguoi: null, khong: null })
      const so = signsOf(randomBytes(RECEIPT_LENGTH))
      await query(
        req,
        sql`insert into bai_gui (so, phieu, ma, don_vi, tin_bai, ai, ngay_viec, nguoi_xac_nhan, nguoi_gui, dong_y, byte)
            values (${so}, ${phieu}, ${code.id}, ${code.donVi}, ${taiLieu}, ${told.ai.trim()}, ${told.ngay}, ${told.nguoiXacNhan.trim()}, ${told.nguoiGui.trim()}, ${told.dongY}, ${bytes})`,
      )
      await rememberSent(req, kept, told.dongY)
      await query(req, sql`update ma_gui_bai set lan = lan + 1 where id = ${code.id}`)
      const chiTiet = { tu: 'nhap', den: 'choTiepNhan', ma: code.id, donVi: code.donVi, anh: kept.length }
      const bam = await insertNhatKy(req, { hanhDong: 'nhan-bai', nguoi: null, boSuuTap: 'tin-bai', taiLieu, chiTiet })
      return { answer: { so, taiLieu, again: false }, bam }
    }),
  )

/** `phieu`: the mark of the form itself; pressed twice, or sent again by an impatient line, it is one. */
export async function nhanBai(payload: Payload, { ma, phieu, told }: Omit<Sent, 'bytes'>, pictures: readonly SentPicture[]): Promise<Receipt> {
  const bytes = pictures.reduce((sum, one) => sum + one.size, 0)
  const req = await ownReq(payload)
  const { donVi } = await mustTake(req, await codeOf(req, ma), bytes)
  const kept = await keepPictures(payload, donVi, pictures)
  try {
    const { again, ...receipt } = await stored(payload, { ma, phieu, told, bytes }, kept)
    if (again) await dropPictures(payload, kept)
    return receipt
  } catch (error) {
    // Not known whether it stands: then its pictures stay.
    const stands = await receiptOfForm(await ownReq(payload), phieu).catch(() => 'unknown' as const)
    if (stands === null) await dropPictures(payload, kept)
    throw error
  }
}
