/**
 * Writes the log with everything needed to check it by somebody who has neither the database nor this program: each row
 * of the record just before the log row that made it, in one consistent reading while the site goes on.
 */
import type pg from 'pg'
import { keyId, signText } from '../../src/record/keys/signature.ts'
import { canonicalText } from '../../src/policy/gate/fingerprint.ts'
import { IdSet } from './idSet.ts'
import type { SigningKeys } from './keys.ts'
import { namedBy, type Named, type Unnamed } from './named.ts'
import { columnsOf, LOG_COLUMNS, TABLES, type Kind, type LogRow } from './rows.ts'
import type { LineFile } from './sideFile.ts'

export type Options = { withEvidence: boolean; progress: (done: number, all: number) => void }
export type Exported = { so: number; bam: string; khoa: string }

const BATCH = 200
const KINDS = Object.keys(TABLES) as Kind[]
type Row = { id: number } & Record<string, unknown>

class RecordReader {
  private readonly sql: pg.ClientBase
  private readonly withEvidence: boolean
  private readonly written = new Map(KINDS.map((kind) => [kind, new IdSet()]))
  constructor(sql: pg.ClientBase, withEvidence: boolean) {
    this.sql = sql
    this.withEvidence = withEvidence
  }

  async read(kind: Kind, where: string, values: unknown[]): Promise<Row[]> {
    return (await this.sql.query<Row>(`select ${columnsOf(kind, this.withEvidence)} from ${TABLES[kind]} where ${where}`, values)).rows
  }

  /** The rows these name, by kind and id. */
  async readNamed(named: readonly Named[]): Promise<Map<string, Row>> {
    const found = new Map<string, Row>()
    for (const kind of KINDS) {
      const ids = named.filter((n) => n.kind === kind).map((n) => n.id)
      if (ids.length > 0) for (const row of await this.read(kind, 'id = any($1::int[])', [ids])) found.set(`${kind} ${row.id}`, row)
    }
    return found
  }

  async nextVerdict({ boSuuTap, taiLieu, quyetDinh }: Unnamed): Promise<Row | undefined> {
    const rows = await this.read(
      'phieu-duyet',
      'quyet_dinh = $3 and ban_trinh_id in (select id from ban_trinh where bo_suu_tap = $1 and tai_lieu = $2) order by id',
      [boSuuTap, taiLieu, quyetDinh],
    )
    return rows.find((row) => !this.written.get('phieu-duyet')!.has(row.id))
  }

  async write(file: LineFile, kind: Kind, row: Row | undefined): Promise<void> {
    if (row === undefined || this.written.get(kind)!.has(row.id)) return
    this.written.get(kind)!.add(row.id)
    await file.write({ kieu: kind, ...row })
  }

  /** What no log row names comes last, for the verifier to point at. */
  async writeRest(file: LineFile): Promise<void> {
    for (const kind of KINDS) {
      for (let after = 0; ;) {
        const { rows } = await this.sql.query<{ id: number }>(`select id from ${TABLES[kind]} where id > $1 order by id limit 5000`, [after])
        if (rows.length === 0) break
        const missing = rows.map((row) => row.id).filter((id) => !this.written.get(kind)!.has(id))
        for (const id of missing) await this.write(file, kind, (await this.read(kind, 'id = $1', [id]))[0])
        after = rows.at(-1)!.id
      }
    }
  }
}

/** The ledger, for the verifier to work out again from what stands above. */
async function writeLedger(sql: pg.ClientBase, file: LineFile): Promise<void> {
  for (let after: [string, number] = ['', 0]; ;) {
    const { rows } = await sql.query<{ boSuuTap: string; taiLieu: number }>(
      `select bo_suu_tap as "boSuuTap", tai_lieu as "taiLieu", don_vi as "donVi", nguoi, to_char(gui_thang, 'YYYY-MM') as "guiThang", to_char(dang_thang, 'YYYY-MM') as "dangThang",
         loai, lop, don_vi_loai as "donViLoai", diem_anh::float8 as "diemAnh", giay::text, chu_thich as "chuThich", dang_loai as "dangLoai", dang_don_vi as "dangDonVi", dang_nguoi as "dangNguoi",
         dang_lop as "dangLop", dang_don_vi_loai as "dangDonViLoai", dang_diem_anh::float8 as "dangDiemAnh", dang_giay::text as "dangGiay", dang_chu_thich as "dangChuThich"
       from san_pham where (bo_suu_tap, tai_lieu) > ($1, $2) order by bo_suu_tap, tai_lieu limit 5000`,
      after,
    )
    for (const row of rows) await file.write({ kieu: 'san-pham', ...row })
    const last = rows.at(-1)
    if (!last) return
    after = [last.boSuuTap, last.taiLieu]
  }
}

async function header(sql: pg.ClientBase, { entries }: SigningKeys): Promise<object> {
  const { rows } = await sql.query<{ truong: string | null; luc: string }>(
    `select (select noi_dung::jsonb ->> 'tenTruong' from ban_dang where bo_suu_tap = 'cai-dat' and ket_thuc_luc is null order by id desc limit 1) as truong,
       to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as luc`,
  )
  return { kieu: 'dau', phienBan: 4, truong: rows[0]!.truong ?? '', xuatLuc: rows[0]!.luc, khoa: entries }
}

/** `sql` is one connection; everything is read in one snapshot of it. */
export async function exportLog(sql: pg.ClientBase, keys: SigningKeys, file: LineFile, options: Options): Promise<Exported> {
  await sql.query('begin transaction isolation level repeatable read read only')
  const record = new RecordReader(sql, options.withEvidence)
  const all = Number((await sql.query<{ so: number }>('select coalesce(max(so), 0)::float8 as so from nhat_ky')).rows[0]!.so)
  await file.write(await header(sql, keys))
  let last = { so: 0, bam: '0'.repeat(64) }
  for (;;) {
    const { rows } = await sql.query<LogRow>(`select ${LOG_COLUMNS} from nhat_ky where so > $1 order by so limit ${BATCH}`, [last.so])
    if (rows.length === 0) break
    const found = await record.readNamed(rows.flatMap((row) => namedBy(row).named))
    for (const row of rows) {
      const { named, unnamed } = namedBy(row)
      for (const { kind, id } of named) await record.write(file, kind, found.get(`${kind} ${id}`))
      if (unnamed) await record.write(file, 'phieu-duyet', await record.nextVerdict(unnamed))
      await file.write({ kieu: 'nhat-ky', ...row })
    }
    last = rows.at(-1)!
    options.progress(last.so, all)
  }
  await record.writeRest(file)
  await writeLedger(sql, file)
  await sql.query('commit')
  const end = { kieu: 'cuoi', soDong: file.lines(), so: last.so, bam: last.bam }
  // Signed together with the first line: nobody between the school and the reader shortens the file unseen.
  await file.write({ ...end, chuKy: signText(canonicalText({ ...end, dau: file.firstLine() }), keys.key) })
  return { so: last.so, bam: last.bam, khoa: keyId(keys.key) }
}
