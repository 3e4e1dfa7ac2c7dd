/**
 * Fills a copy of the demo school with live editions as if each had gone through the gate: a working copy with one
 * version, its file (`ho_so`), a submission, a signed verdict for each step, an edition, and the log rows of it all.
 *
 * It writes as the superuser with triggers off (`session_replication_role = replica`), in bulk, and therefore works out
 * itself what the triggers would have: numbers, fingerprints (by the product's own `freeze`, `canonicalText` and
 * `signedText`), real Ed25519 signatures, and the hash chain of the log continued from the row that is there. The CHECKs
 * of the tables stay on. Log rows above those of the editions are changes of accounts, so that the log reaches the
 * length asked for. Hours run from `since` (by default the last row of the log) until now and never backwards.
 *
 * Indexes other than those of constraints are dropped first and made again at the end, then every table is analysed.
 */
import type { KeyObject } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'
import { frameOf } from '../src/record/banTrinh.ts'
import { signedText, type PhieuDuyet } from '../src/record/phieuDuyet.ts'
import { keyId, signText } from '../src/record/keys/signature.ts'
import { toLexical } from '../src/demo/lexical.ts'
import { canonicalText, sha256, type Json } from '../src/policy/gate/fingerprint.ts'
import { freeze } from '../src/policy/gate/freeze.ts'
import { tinBai } from '../src/policy/gate/gates/index.ts'
import { toSlug } from '../src/policy/gate/slug.ts'
import { chainFor, stepsAsRead, type Buoc } from '../src/policy/gate/steps.ts'
import { regulationOf } from '../src/presets/regulationOf.ts'
import { tranCan2023 } from '../src/presets/tranCan2023.ts'
import { chainFrom, phonesFor, type Person } from './chain.ts'
import { COPIES, tables } from './rows.ts'
import { story } from './words.ts'

/** `devices`: each verdict is signed by a phone of its reviewer's, whose key the console confirmed before. */
export type Fill = { editions: number; logRows: number; key: KeyObject; since?: Date; devices?: boolean; tell?: (text: string) => void }

type Named = { taiLieu: number; slug: string; ten: string }
type Facts = { people: Map<string, Person>; units: Named[]; topics: Named[]; phienBan: number; kiemTra: Record<string, string> }

const TABLES = ['tin_bai', 'tin_bai_rels', '_tin_bai_v', '_tin_bai_v_rels', 'ho_so', 'ban_trinh', 'phieu_duyet', 'ban_dang', 'nhat_ky']
const BATCH = 1000
const REVIEWER = { dauMoi: 'doantn', bienTapVien: 'vanphong', nguoiDuyet: 'phohieutruong', nguoiPhatNgon: 'hieutruong' } as const
/** Not the one whom the benches write as: what one account wrote within the hour is counted against it. */
const AUTHORS = ['lop12a1']

async function readFacts(client: pg.Client): Promise<Facts> {
  const people = await client.query(`select id, split_part(email, '@', 1) as ma, ho_ten, coalesce(chuc_vu, '') as chuc_vu from nguoi_dung`)
  const live = async (slug: string): Promise<Named[]> => {
    const { rows } = await client.query(`select tai_lieu, slug, tieu_de from ban_dang where bo_suu_tap = $1 and ket_thuc_luc is null order by tai_lieu`, [slug])
    return rows.map((r) => ({ taiLieu: Number(r.tai_lieu), slug: String(r.slug), ten: String(r.tieu_de) }))
  }
  const version = await client.query(`select coalesce(phien_ban_kiem_tra, 0) as so from quy_che`)
  return {
    people: new Map(people.rows.map((r) => [String(r.ma), { id: Number(r.id), hoTen: String(r.ho_ten), chucVu: String(r.chuc_vu) }])),
    units: await live('don-vi'),
    topics: await live('chu-de'),
    phienBan: Number(version.rows[0]?.so ?? 0),
    kiemTra: Object.fromEntries(tranCan2023.kiemTra.map((k) => [k.ma, 'dat'])),
  }
}

/** What a row about this account says where nothing but the post changes: the last signed row, repeated. */
async function standing(client: pg.Client, of: Person): Promise<Record<string, Json>> {
  const { rows } = await client.query(
    `select chi_tiet from nhat_ky where hanh_dong in ('tao-tai-khoan', 'doi-tai-khoan') and tai_lieu = $1 order by so desc limit 1`,
    [of.id],
  )
  const { vaiTro, kichHoat, the } = JSON.parse(String(rows[0].chi_tiet)) as { vaiTro: { den: Json }; kichHoat: { den: Json }; the: Json }
  const same = (value: Json): Json => ({ tu: value, den: value })
  return { vaiTro: same(vaiTro.den), kichHoat: same(kichHoat.den), ten: same(of.hoTen), the }
}

const idsIn = async (client: pg.Client, table: string): Promise<number> =>
  Number((await client.query(`select coalesce(max(id), 0) as n from ${table}`)).rows[0].n)

/** Drops what is not a constraint's; answers the statements that make it again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any ($1::regclass[]) and not i.indisunique and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [TABLES],
  )
  for (const row of rows) await client.query(`drop index ${row.name}`)
  return rows.map((row) => String(row.definition))
}

export async function fill(client: pg.Client, { editions, logRows, key, since, devices = false, tell = () => undefined }: Fill): Promise<void> {
  const facts = await readFacts(client)
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`)
  const indexes = await dropIndexes(client)
  const head = (await client.query(`select so, bam, id, luc from nhat_ky order by so desc limit 1`)).rows[0]
  const t = tables()
  const chain = chainFrom({ so: Number(head.so), bam: String(head.bam), id: await idsIn(client, 'nhat_ky') }, t.nhatKy, key)
  const log = chain.write
  const [from, to] = [(since ?? new Date(String(head.luc))).getTime(), Date.now()]
  const [firstDoc, firstTrinh, firstDang] = [await idsIn(client, 'tin_bai'), await idsIn(client, 'ban_trinh'), await idsIn(client, 'ban_dang')]
  const khoa = keyId(key)
  let phieu = await idsIn(client, 'phieu_duyet')
  const phones = devices
    ? phonesFor(
        Object.values(REVIEWER).map((ma) => facts.people.get(ma)!),
        new Date(from),
        chain,
      )
    : null
  let written = chain.head().so

  const one = (n: number): void => {
    const [id, banTrinh, banDang] = [firstDoc + n, firstTrinh + n, firstDang + n]
    const at = new Date(from + Math.floor(((to - from) * n) / (editions + 1)))
    const s = story(id)
    const author = facts.people.get(AUTHORS[n % AUTHORS.length]!)!
    const [unit, topic] = [facts.units[n % facts.units.length]!, facts.topics[n % facts.topics.length]!]
    const doc = { ...s, noiDung: toLexical(s.doan), donVi: unit.taiLieu, chuDe: [topic.taiLieu] }
    const live = (slug: string): Named => (slug === 'don-vi' ? unit : topic)
    const { content, issues } = freeze(tinBai, doc, { live, media: () => null, file: () => null, address: () => null })
    if (issues.length > 0) throw new Error(`fill: expected a story ready to submit, received ${JSON.stringify(issues)}`)
    const slug = toSlug(s.tieuDe)
    const noiDung = canonicalText({ boSuuTap: 'tin-bai', taiLieu: id, slug, ...content })
    const [vanTay, bangChung] = [sha256(noiDung), canonicalText({ dongY: [] })]
    const buoc: Buoc[] = chainFor(stepsAsRead(regulationOf(tranCan2023).buoc), { boSuuTap: 'tin-bai', loai: s.loai }, 'thuong')
    const frame = {
      buoc,
      nguoiDongGop: [author.id],
      mucNhayCam: 'thuong' as const,
      motLanhDao: false,
      vanTayBangChung: sha256(bangChung),
      tieuDe: s.tieuDe,
      loai: s.loai,
      slug,
    }
    const vanTayKhung = frameOf(frame)

    t.tinBai.add(id, s.loai, s.tieuDe, s.tomTat, JSON.stringify(doc.noiDung), unit.taiLieu, author.id, at, at)
    t.rels.add(id, 1, 'chuDe', topic.taiLieu)
    t.banTrinh.add(
      banTrinh,
      'tin-bai',
      id,
      1,
      s.loai,
      slug,
      s.tieuDe,
      noiDung,
      vanTay,
      bangChung,
      frame.vanTayBangChung,
      JSON.stringify(buoc),
      '[]',
      JSON.stringify([author.id]),
      'thuong',
      false,
      author.id,
      author.id,
      author.hoTen,
      at,
      at,
    )
    const state = (b: Buoc | undefined): string =>
      !b ? 'daDuyet' : b.vaiTro === 'bienTapVien' ? 'choBienTap' : b.vaiTro === 'dauMoi' ? 'choTiepNhan' : 'choDuyet'
    log(at, 'trinh', author, 'tin-bai', id, { tu: 'nhap', den: state(buoc[0]), banTrinh, lan: 1, vanTay, vanTayKhung })
    let who = author
    buoc.forEach((step, i) => {
      who = facts.people.get(REVIEWER[step.vaiTro])!
      phieu += 1
      const verdict: PhieuDuyet = {
        ...(phones ? { v: 3 as const, cachKy: 'thietBi' as const, sau: chain.head() } : { v: 2 as const }),
        banTrinh,
        vanTay,
        vanTayKhung,
        buoc: step.ma,
        vaiTro: step.vaiTro,
        tuCach: 'chinhDanh',
        nguoi: who.id,
        hoTen: who.hoTen,
        chucVu: who.chucVu,
        quyetDinh: 'duyet',
        kiemTra: facts.kiemTra,
        phienBanKiemTra: facts.phienBan,
        lyDo: '',
        luc: at.toISOString(),
      }
      const text = signedText(verdict)
      t.phieu.add(
        phieu,
        banTrinh,
        vanTay,
        vanTayKhung,
        step.ma,
        step.vaiTro,
        'chinhDanh',
        who.id,
        who.hoTen,
        who.chucVu,
        'duyet',
        JSON.stringify(facts.kiemTra),
        facts.phienBan,
        '',
        verdict.luc,
        text,
        signText(text, key),
        khoa,
        at,
        at,
      )
      log(at, 'duyet', who, 'tin-bai', id, {
        tu: state(step),
        den: state(buoc[i + 1]),
        buoc: step.ma,
        banTrinh,
        vanTay,
        phieu,
        ...(phones ? { thietBi: phones.get(who.id)!.signs(text) } : {}),
      })
    })
    log(at, 'dang', who, 'tin-bai', id, { tu: 'daDuyet', den: 'daDang', banTrinh, banDang, vanTay, slug })
    written += buoc.length + 2
  }

  let pending: Promise<unknown> = Promise.resolve()
  for (let n = 1; n <= editions; n += 1) {
    one(n)
    // The database writes one batch while the next is worked out.
    if (n % 50 === 0) await setImmediate()
    if (n % BATCH !== 0 && n !== editions) continue
    await pending
    const statements = Object.values(t).map((rows) => rows.take())
    pending = (async () => {
      for (const write of statements) await write(client)
    })()
    // Whatever goes wrong is told where the batch is waited for.
    pending.catch(() => undefined)
    if (n % (BATCH * 20) === 0) tell(`${n} editions`)
  }
  await pending
  // One statement each over everything: the copies the triggers would have made.
  for (const statement of COPIES) {
    const used = [firstTrinh + 1, firstTrinh + editions, firstDang - firstTrinh]
    await client.query(statement, statement.includes('$3') ? used : used.slice(0, 2))
  }
  tell(`${editions} editions, ${written} log rows`)

  const author = facts.people.get('giaovien')!
  const post = (n: number): string => (n === logRows ? author.chucVu : `${author.chucVu} ${n % 7}`)
  const unchanged = await standing(client, author)
  const admin = facts.people.get('quantri')!
  for (let n = written; n < logRows; n += 1) {
    const chucVu = { tu: n === written ? author.chucVu : post(n), den: post(n + 1) }
    log(new Date(to), 'doi-tai-khoan', admin, 'nguoi-dung', author.id, { ...unchanged, chucVu, doiEmail: false })
    if (n % (BATCH * 5) === 0) await t.nhatKy.take()(client)
  }
  await t.nhatKy.take()(client)
  tell(`${Math.max(written, logRows)} log rows; indexes`)
  for (const definition of indexes) await client.query(definition)
  for (const table of TABLES) await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), greatest((select max(id) from ${table}), 1))`)
  await client.query('reset session_replication_role')
  await client.query('vacuum analyze')
}
