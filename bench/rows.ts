/** Where a filled edition's rows go: bulk statements for what Node works out, and for what the database copies itself. */
import type pg from 'pg'

/** Rows of one table, column by column, written with one statement. */
export class Rows {
  private columns: unknown[][]
  private readonly table: string
  private readonly spec: readonly (readonly [name: string, type: string, cast?: string])[]
  constructor(table: string, spec: Rows['spec']) {
    this.table = table
    this.spec = spec
    this.columns = spec.map(() => [])
  }
  add(...values: unknown[]): void {
    values.forEach((value, i) => this.columns[i]!.push(value))
  }
  /** Empties itself into one statement; its answer waits for the database. */
  take(): (client: pg.Client) => Promise<unknown> {
    const columns = this.columns
    this.columns = this.spec.map(() => [])
    if (columns[0]!.length === 0) return async () => undefined
    const names = this.spec.map(([name]) => name).join(', ')
    const read = this.spec.map(([name, , cast]) => (cast ? `${name}::${cast}` : name)).join(', ')
    const from = this.spec.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')
    return (client) => client.query(`insert into ${this.table} (${names}) select ${read} from unnest(${from}) as x (${names})`, columns)
  }
}

const TIMES = [
  ['created_at', 'timestamptz'],
  ['updated_at', 'timestamptz'],
] as const
export const tables = () => ({
  tinBai: new Rows('tin_bai', [
    ['id', 'int'],
    ['loai', 'text', 'enum_tin_bai_loai'],
    ['tieu_de', 'text'],
    ['tom_tat', 'text'],
    ['noi_dung', 'text', 'jsonb'],
    ['don_vi_id', 'int'],
    ['tac_gia_id', 'int'],
    ...TIMES,
  ]),
  rels: new Rows('tin_bai_rels', [
    ['parent_id', 'int'],
    ['"order"', 'int'],
    ['path', 'text'],
    ['chu_de_id', 'int'],
  ]),
  banTrinh: new Rows('ban_trinh', [
    ['id', 'int'],
    ['bo_suu_tap', 'text'],
    ['tai_lieu', 'numeric'],
    ['lan', 'numeric'],
    ['loai', 'text'],
    ['slug', 'text'],
    ['tieu_de', 'text'],
    ['noi_dung', 'text'],
    ['van_tay', 'text'],
    ['bang_chung', 'text'],
    ['van_tay_bang_chung', 'text'],
    ['buoc', 'text', 'jsonb'],
    ['da_qua', 'text', 'jsonb'],
    ['nguoi_dong_gop', 'text', 'jsonb'],
    ['muc_nhay_cam', 'text'],
    ['mot_lanh_dao', 'boolean'],
    ['tac_gia', 'numeric'],
    ['nguoi_trinh', 'numeric'],
    ['ten_nguoi_trinh', 'text'],
    ...TIMES,
  ]),
  phieu: new Rows('phieu_duyet', [
    ['id', 'int'],
    ['ban_trinh_id', 'int'],
    ['van_tay', 'text'],
    ['van_tay_khung', 'text'],
    ['buoc', 'text'],
    ['vai_tro', 'text'],
    ['tu_cach', 'text'],
    ['nguoi', 'numeric'],
    ['ho_ten', 'text'],
    ['chuc_vu', 'text'],
    ['quyet_dinh', 'text'],
    ['kiem_tra', 'text', 'jsonb'],
    ['phien_ban_kiem_tra', 'numeric'],
    ['ly_do', 'text'],
    ['luc', 'text'],
    ['noi_dung_ky', 'text'],
    ['chu_ky', 'text'],
    ['khoa', 'text'],
    ...TIMES,
  ]),
  nhatKy: new Rows('nhat_ky', [
    ['id', 'int'],
    ['so', 'numeric'],
    ['luc', 'text'],
    ['hanh_dong', 'text'],
    ['nguoi', 'numeric'],
    ['ten_nguoi', 'text'],
    ['bo_suu_tap', 'text'],
    ['tai_lieu', 'numeric'],
    ['chi_tiet', 'text'],
    ['truoc', 'text'],
    ['bam', 'text'],
    ...TIMES,
  ]),
})

/** The copies the database makes itself: the edition from its submission and last verdict, the file, the one version. */
export const COPIES = `
insert into ban_dang (id, bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, ban_trinh_id, duyet_ho_ten, duyet_chuc_vu, duyet_luc,
    mot_lanh_dao, dang_lan_dau, created_at, updated_at)
  select b.id + $3::int, b.bo_suu_tap, b.tai_lieu, b.lan, b.loai, b.slug, b.tieu_de, b.noi_dung, b.van_tay, b.id, p.ho_ten, p.chuc_vu, p.created_at,
    false, p.created_at, p.created_at, p.created_at
  from ban_trinh b join phieu_duyet p on p.ban_trinh_id = b.id and p.buoc = b.buoc -> -1 ->> 'ma' where b.id between $1 and $2;
insert into ho_so (tieu_de, bo_suu_tap, tai_lieu, loai, tac_gia, trang_thai, ban_trinh_id, ban_dang_id, nguoi_dong_gop, sua_sau_trinh, muc_nhay_cam, created_at, updated_at)
  select b.tieu_de, b.bo_suu_tap, b.tai_lieu, b.loai, b.tac_gia, 'daDang', b.id, b.id + $3::int, '[]', '[]', 'thuong', b.created_at, b.created_at
  from ban_trinh b where b.id between $1 and $2;
insert into _tin_bai_v (parent_id, version_loai, version_tieu_de, version_tom_tat, version_noi_dung, version_don_vi_id, version_tac_gia_id, version_updated_at,
    version_created_at, created_at, updated_at, latest)
  select t.id, t.loai::text::enum__tin_bai_v_version_loai, t.tieu_de, t.tom_tat, t.noi_dung, t.don_vi_id, t.tac_gia_id, t.updated_at, t.created_at,
    t.created_at, t.updated_at, true
  from tin_bai t join ban_trinh b on b.bo_suu_tap = 'tin-bai' and b.tai_lieu = t.id where b.id between $1 and $2;
insert into _tin_bai_v_rels (parent_id, "order", path, chu_de_id)
  select v.id, r."order", 'version.' || r.path, r.chu_de_id
  from _tin_bai_v v join tin_bai_rels r on r.parent_id = v.parent_id join ban_trinh b on b.bo_suu_tap = 'tin-bai' and b.tai_lieu = v.parent_id where b.id between $1 and $2;
insert into tu_tieu_de select distinct w from (select string_agg(tieu_de, ' ') as chu from ban_trinh b where b.id between $1 and $2 group by b.id / 500) x, tu_cua_tieu_de(chu) as w
  on conflict do nothing;
insert into chu_de_dang (chu_de, luc, ban_dang_id)
  select c, d.dang_lan_dau, d.id from ban_dang d cross join lateral ct_chu_de_cua(d.noi_dung) c where d.ban_trinh_id between $1 and $2;
insert into san_pham
  select s.* from ban_trinh b cross join lateral ct_san_pham_cua(b.bo_suu_tap, b.tai_lieu::integer) s where b.id between $1 and $2;`
  .split(/;\s*(?:\n|$)/)
  .filter((statement) => statement.trim() !== '')
