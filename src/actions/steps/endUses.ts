/**
 * Rule: a withdrawn consent takes every use off the site at once. Files are locked before the consent, as a publication locks
 * them, and the uses are asked for again under both: one that went live meanwhile begins the whole anew.
 */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { hashesOfPerson, liveUses, picturesOfPerson, type LiveUse } from '../../facts/consentLive.ts'
import { refuse } from '../../messages/refusal.ts'
import { RUT_DONG_Y } from '../../policy/gate/publicReasons.ts'
import { isInReview } from '../../policy/gate/states.ts'
import { waitsFor, type Cho } from '../../policy/gate/steps.ts'
import { nextStep } from '../../policy/gate/publication.ts'
import { issue } from '../../policy/issues.ts'
import { endBanDang } from '../../record/banDang.ts'
import { readBanTrinh } from '../../record/banTrinh.ts'
import { lockHoSo, saveHoSo, type HoSo } from '../../record/hoSo.ts'
import { rememberPerson } from '../../record/nguoiTrongTep.ts'
import type { NhatKy } from '../../record/nhatKy.ts'
import { readVerdicts } from '../../record/phieuDuyet.ts'
import { toRemove } from '../../record/xoaTep.ts'
import { runtimeOf } from '../../runtime.ts'
import { passersOf } from '../case.ts'

/** In the context of a request: what its withdrawal ended, and why it was withdrawn. */
export const ENDED = 'congTruongEnded'
export const LY_DO_RUT = 'congTruongLyDoRut'
/** `rows`: of the log, to be written when every lock is held. `bam`: hash of the last of them. */
export type Ended = { uses: LiveUse[]; rows: NhatKy[]; bam?: string }

const keyOf = ({ boSuuTap, taiLieu }: Pick<LiveUse, 'boSuuTap' | 'taiLieu'>): string => `${boSuuTap}/${taiLieu}`

/** Null where an edition stands of which there is no file: somebody took it from the database. It ends all the same. */
type Files = Map<string, HoSo | null>

async function locked(req: PayloadRequest, dongY: number): Promise<{ uses: LiveUse[]; files: Files }> {
  const files: Files = new Map()
  for (const use of await liveUses(req, dongY)) if (!files.has(keyOf(use))) files.set(keyOf(use), await lockHoSo(req, use.boSuuTap, use.taiLieu))
  const [paper] = await query<{ rut: boolean }>(req, sql`select thu_hoi_luc is not null as rut from dong_y where id = ${dongY} for update`)
  // Two who withdraw at once: the second finds it done.
  if (paper?.rut !== false) throw refuse(issue('CONSENT_KEPT', 'thuHoiLuc'))
  const uses = await liveUses(req, dongY)
  if (uses.some((use) => !files.has(keyOf(use)))) throw refuse(issue('MEANWHILE'))
  return { uses, files }
}

/** What readers see when this is through: an emergency may stand where the edition below it ended. */
async function openEdition(req: PayloadRequest, { boSuuTap, taiLieu, banDang }: HoSo): Promise<number | null> {
  const open = await query<{ id: unknown }>(
    req,
    sql`select id from ban_dang where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} and ket_thuc_luc is null and (khan_den is null or khan_den > ct_nay()) order by id = ${banDang ?? 0} desc, id desc limit 1`,
  )
  return open[0] ? Number(open[0].id) : null
}

/** Whom a submission that goes on waiting waits for, as before. */
async function stillWaits(req: PayloadRequest, hoSo: HoSo): Promise<Cho | null> {
  const banTrinh = isInReview(hoSo.trangThai) && hoSo.banTrinh !== null ? await readBanTrinh(req, hoSo.banTrinh) : null
  if (!banTrinh) return null
  const verdicts = await readVerdicts(req, banTrinh, runtimeOf(req.payload).keys)
  return waitsFor(nextStep({ buoc: banTrinh.buoc, verdicts }), passersOf(verdicts))
}

export async function endUses(req: PayloadRequest, dongY: number): Promise<Ended> {
  const { uses, files } = await locked(req, dongY)
  const rows: NhatKy[] = []
  for (const [key, hoSo] of files) {
    const ended = uses.filter((use) => keyOf(use) === key)
    if (ended.length === 0) continue
    for (const { banDang } of ended) await endBanDang(req, banDang, RUT_DONG_Y)
    if (hoSo === null) {
      const [{ boSuuTap, taiLieu, banDang }, other] = ended as [LiveUse, LiveUse?]
      req.payload.logger.error({ boSuuTap, taiLieu, banDang, msg: 'a withdrawn consent ended an edition of which the file is missing' })
      rows.push({
        hanhDong: 'go',
        nguoi: null,
        boSuuTap,
        taiLieu,
        chiTiet: { tu: 'daDang', den: 'daGo', banDang, ...(other ? { cungGo: other.banDang } : {}), dongY, lyDo: RUT_DONG_Y, lyDoGo: RUT_DONG_Y },
      })
      continue
    }
    const den = hoSo.trangThai === 'daDang' ? 'daGo' : hoSo.trangThai
    const stays = await openEdition(req, hoSo)
    await saveHoSo(req, { ...hoSo, trangThai: stays === null ? den : hoSo.trangThai, banDang: stays }, await stillWaits(req, hoSo))
    rows.push({
      hanhDong: 'go',
      nguoi: null,
      boSuuTap: hoSo.boSuuTap,
      taiLieu: hoSo.taiLieu,
      chiTiet: {
        tu: hoSo.trangThai,
        den: stays === null ? den : hoSo.trangThai,
        banDang: ended[0]!.banDang,
        ...(ended.length > 1 ? { cungGo: ended[1]!.banDang } : {}),
        dongY,
        lyDo: RUT_DONG_Y,
        lyDoGo: RUT_DONG_Y,
      },
    })
  }
  // Also of editions that were replaced before, and of what was never sent.
  const own = await hashesOfPerson(req, dongY, await picturesOfPerson(req, dongY))
  await rememberPerson(req, dongY, own)
  await toRemove(req, [...uses.flatMap((use) => use.hashes), ...own])
  return { uses, rows }
}
