/** What must hold of the record at every moment, however the service, its database or its people behaved. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './school.ts'
import { topicFaults } from './topics.ts'

type Row = Record<string, unknown>
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')

/** Number, time, action, who, collection, document, hash before, detail: each row carries the hash of the one before. */
function chainFaults(log: Row[]): string[] {
  let before = '0'.repeat(64)
  const faults: string[] = []
  for (const [i, row] of log.entries()) {
    const text = [row.so, row.luc, row.hanh_dong, row.nguoi ?? '', row.ten_nguoi, row.bo_suu_tap ?? '', row.tai_lieu ?? '', row.truoc, row.chi_tiet]
    if (Number(row.so) !== i + 1 || row.truoc !== before || row.bam !== sha256(text.map(String).join('\n')))
      faults.push(`log: row ${String(row.so)} breaks the chain`)
    before = String(row.bam)
  }
  return faults
}

const VERDICT_LOGS: Record<string, string[]> = {
  duyet: ['duyet'],
  traLai: ['tra-lai'],
  tuChoi: ['tu-choi'],
  dangKhan: ['dang-khan'],
  thuHoi: ['thu-hoi', 'go'],
}
const ENDING = ['go', 'tra-lai', 'tu-choi', 'thu-hoi']
const TRANSITIONS = ['trinh', 'duyet', 'tra-lai', 'tu-choi', 'dang', 'hen-gio', 'hen-gio-hong', 'dang-khan', 'go', 'thu-hoi']

/** Every row of the record has exactly one row of the log, and every row of the log its row of the record. */
function logFaults(log: Row[], submissions: Row[], verdicts: Row[], editions: Row[]): string[] {
  const named = new Map<string, number>()
  const count = (row: Row, kind: string, id: unknown): void => {
    const key = `${String(row.hanh_dong)}/${kind}/${String(id)}`
    named.set(key, (named.get(key) ?? 0) + 1)
  }
  for (const row of log) {
    const detail = JSON.parse(String(row.chi_tiet)) as Row
    for (const kind of ['banTrinh', 'phieu', 'banDang']) if (typeof detail[kind] === 'number') count(row, kind, detail[kind])
  }
  const times = (verbs: string[], kind: string, id: unknown): number => verbs.reduce((n, verb) => n + (named.get(`${verb}/${kind}/${String(id)}`) ?? 0), 0)
  const faults: string[] = []
  const expect = (what: string, found: number): void => {
    if (found !== 1) faults.push(`log: ${what} has ${found} rows`)
  }
  for (const b of submissions) expect(`submission ${String(b.id)}`, times(['trinh'], 'banTrinh', b.id))
  for (const p of verdicts) expect(`verdict ${String(p.id)}`, times(VERDICT_LOGS[String(p.quyet_dinh)]!, 'phieu', p.id))
  for (const d of editions) {
    expect(`edition ${String(d.id)}`, times(['dang', 'dang-khan'], 'banDang', d.id))
    if (d.ly_do_go !== null) expect(`end of edition ${String(d.id)}`, times(ENDING, 'banDang', d.id))
  }
  const known = (rows: Row[], verbs: string[], kind: string): void => {
    const logged = [...named].filter(([key]) => verbs.includes(key.split('/')[0]!) && key.split('/')[1] === kind)
    const missing = logged.filter(([key]) => !rows.some((r) => String(r.id) === key.split('/')[2]))
    faults.push(...missing.map(([key]) => `log: ${key} names nothing`))
  }
  known(submissions, ['trinh'], 'banTrinh')
  known(verdicts, Object.values(VERDICT_LOGS).flat(), 'phieu')
  known(editions, ['dang', 'dang-khan'], 'banDang')
  return faults
}

type Step = { ma: string; vaiTro: string }
const WAITING: Record<string, string> = { dauMoi: 'choTiepNhan', bienTapVien: 'choBienTap' }
const LEFT: Record<string, string[]> = { traLai: ['traLai'], tuChoi: ['tuChoi'], thuHoi: ['nhap', 'daGo'] }

/** The states a file may be in, read from the record alone; and the role it waits for. */
function statesOf(submission: Row | undefined, verdicts: Row[], editions: Row[]): { states: string[]; waits: string | null } {
  if (!submission) return { states: ['nhap'], waits: null }
  const own = verdicts.filter((p) => p.ban_trinh_id === submission.id)
  const left = own.find((p) => p.quyet_dinh !== 'duyet' && p.quyet_dinh !== 'dangKhan')
  if (left) return { states: LEFT[String(left.quyet_dinh)]!, waits: null }
  const edition = editions.find((d) => d.ban_trinh_id === submission.id && d.khan_den === null)
  if (edition) return { states: [edition.ket_thuc_luc === null ? 'daDang' : 'daGo'], waits: null }
  const next = (submission.buoc as Step[]).find((s) => !own.some((p) => p.quyet_dinh === 'duyet' && p.buoc === s.ma))
  return next ? { states: [WAITING[next.vaiTro] ?? 'choDuyet'], waits: next.vaiTro } : { states: ['daDuyet', 'henGio'], waits: null }
}

function fileFaults(file: Row, log: Row[], submissions: Row[], verdicts: Row[], editions: Row[]): string[] {
  const name = `${String(file.bo_suu_tap)} ${String(file.tai_lieu)}`
  const own = (rows: Row[]): Row[] => rows.filter((r) => r.bo_suu_tap === file.bo_suu_tap && Number(r.tai_lieu) === Number(file.tai_lieu))
  const faults: string[] = []
  const latest = own(submissions).toSorted((a, b) => Number(b.lan) - Number(a.lan))[0]
  const live = own(editions).filter((d) => d.ket_thuc_luc === null)
  if ((file.ban_trinh_id ?? null) !== (latest?.id ?? null))
    faults.push(`${name}: names submission ${String(file.ban_trinh_id)}, the latest is ${String(latest?.id)}`)
  if (live.length > 1) faults.push(`${name}: ${live.length} live editions`)
  if ((file.ban_dang_id ?? null) !== (live[0]?.id ?? null)) faults.push(`${name}: names edition ${String(file.ban_dang_id)}, live is ${String(live[0]?.id)}`)
  const { states, waits } = statesOf(latest, verdicts, editions)
  if (!states.includes(String(file.trang_thai))) faults.push(`${name}: is ${String(file.trang_thai)}, the record says ${states.join(' or ')}`)
  if ((file.vai_tro_cho ?? null) !== waits) faults.push(`${name}: waits for ${String(file.vai_tro_cho)}, the record for ${String(waits)}`)
  if ((file.trang_thai === 'henGio') !== (file.hen_gio_luc !== null)) faults.push(`${name}: an hour without its state, or the other way round`)
  let state = 'nhap'
  for (const row of own(log).filter((r) => TRANSITIONS.includes(String(r.hanh_dong)))) {
    const { tu, den } = JSON.parse(String(row.chi_tiet)) as { tu: string; den: string }
    if (tu !== state) faults.push(`${name}: log row ${String(row.so)} starts from ${tu}, the one before ended in ${state}`)
    state = den
  }
  if (state !== file.trang_thai) faults.push(`${name}: is ${String(file.trang_thai)}, the log ends in ${state}`)
  return faults
}

/** A live edition is the approved text, byte for byte, approved by others at every step, under genuine signatures. */
function editionFaults(edition: Row, submissions: Row[], verdicts: Row[]): string[] {
  const b = submissions.find((s) => s.id === edition.ban_trinh_id)!
  const own = verdicts.filter((p) => p.ban_trinh_id === b.id)
  const approved = (b.buoc as Step[]).every((s) =>
    own.some((p) => p.quyet_dinh === 'duyet' && p.buoc === s.ma && p.van_tay === b.van_tay && !(b.nguoi_dong_gop as number[]).includes(Number(p.nguoi))),
  )
  const stands = edition.khan_den === null ? approved || b.mot_lanh_dao === true : own.some((p) => p.quyet_dinh === 'dangKhan')
  return [
    ...(edition.noi_dung === b.noi_dung && sha256(String(edition.noi_dung)) === edition.van_tay
      ? []
      : [`edition ${String(edition.id)}: not the approved text`]),
    ...(stands ? [] : [`edition ${String(edition.id)}: a step has no approval`]),
  ]
}

/** What the public interface hands out of the live editions, page by page. */
async function everyEdition(school: Pick<Place, 'visitor'>): Promise<{ status: number; ids: number[] }> {
  const ids: number[] = []
  for (let page = 1; ; page += 1) {
    const { status, body } = await school.visitor.get(`/api/ban-dang?limit=100&page=${page}&sort=id&depth=0&where[ketThucLuc][exists]=false`)
    ids.push(...((body?.docs ?? []) as Row[]).map((d) => Number(d.id)))
    if (status !== 200 || body.hasNextPage !== true) return { status, ids }
  }
}

/** Asks the database and the public interface; answers every fault in a sentence. An empty list is what is expected. */
export async function brokenInvariants(school: Pick<Place, 'owner' | 'visitor' | 'dataDir'>): Promise<string[]> {
  const connection = await school.owner.connect()
  const read = async (text: string): Promise<Row[]> => (await connection.query<Row>(text)).rows
  try {
    // One snapshot: the checks compare rows of the same moment.
    await connection.query('begin isolation level repeatable read read only')
    const log = await read('select * from nhat_ky order by so')
    const submissions = await read('select * from ban_trinh')
    const verdicts = await read('select * from phieu_duyet order by id')
    const editions = await read('select * from ban_dang')
    const files = await read('select * from ho_so')
    const topics = await read('select * from chu_de_dang')
    const documents = (
      await Promise.all(
        ['tin-bai', 'tu-lieu', 'chu-de', 'don-vi', 'cai-dat', 'trang', 'van-ban'].map(async (slug) =>
          (await read(`select id from ${slug.replaceAll('-', '_')}`)).map((r) => `${slug} ${String(r.id)}`),
        ),
      )
    ).flat()
    const [clock] = await read('select ct_nay() as nay')
    await connection.query('commit')
    const live = editions.filter((d) => d.ket_thuc_luc === null && (d.khan_den === null || (d.khan_den as Date) > (clock!.nay as Date)))
    const key = createPublicKey(readFileSync(join(school.dataDir, 'khoa-ky.pem')))
    const forged = verdicts.filter((p) => !verify(null, Buffer.from(String(p.noi_dung_ky)), key, Buffer.from(String(p.chu_ky), 'base64')))
    const hashes = new Set(submissions.flatMap((b) => [...String(b.noi_dung).matchAll(/"sha256":"([0-9a-f]{64})"/g)].map((m) => m[1]!)))
    const lost = [...hashes].filter((hash) => {
      const path = join(school.dataDir, 'kho-tep', hash.slice(0, 2), hash)
      return !existsSync(path) || sha256(readFileSync(path)) !== hash
    })
    const filed = new Set(files.map((f) => `${String(f.bo_suu_tap)} ${Number(f.tai_lieu)}`))
    const served = await everyEdition(school)
    const shown = served.ids.toSorted((a, b) => a - b)
    const wanted = live.map((d) => Number(d.id)).toSorted((a, b) => a - b)
    return [
      ...chainFaults(log),
      ...logFaults(log, submissions, verdicts, editions),
      ...files.flatMap((file) => fileFaults(file, log, submissions, verdicts, editions)),
      ...editions.filter((d) => d.ket_thuc_luc === null).flatMap((d) => editionFaults(d, submissions, verdicts)),
      ...topicFaults(topics, editions),
      ...forged.map((p) => `verdict ${String(p.id)}: no genuine signature`),
      ...lost.map((hash) => `file ${hash}: named by a submission, not in the store`),
      ...documents.filter((d) => !filed.has(d)).map((d) => `${d}: a document without its file`),
      ...[...filed].filter((f) => !documents.includes(f)).map((f) => `${f}: a file without its document`),
      ...(served.status === 200 && shown.join() === wanted.join() ? [] : [`served: ${served.status} ${shown.join()} – live: ${wanted.join()}`]),
    ]
  } finally {
    connection.release()
  }
}
