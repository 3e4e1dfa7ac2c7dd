/**
 * A step of the regulation is for collections and kinds, bound to a unit or to people; a point of the checklist says what it is
 * for; the kinds of unit of every level. What a step's unit was called stays beside it as a name. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const COLLECTIONS = ['cai-dat', 'don-vi', 'chu-de', 'tu-lieu', 'tin-bai', 'trang', 'van-ban'].map((slug) => `'${slug}'`).join(', ')
const KINDS = ['tin', 'bai', 'thongBao', 'nguoiTotViecTot', 'dinhChinh'].map((kind) => `'${kind}'`).join(', ')

/** A select of several values below a row of the regulation. */
const manyOf = (table: string, parent: string): string => `
create table ${table} (
  "order" integer not null,
  parent_id varchar not null references ${parent}(id) on delete cascade,
  value enum_${table},
  id serial primary key
);
create index ${table}_order_idx on ${table} using btree ("order");
create index ${table}_parent_idx on ${table} using btree (parent_id);
`

const REGULATION = `
create type enum_quy_che_buoc_bo_suu_tap as enum (${COLLECTIONS});
create type enum_quy_che_kiem_tra_bo_suu_tap as enum (${COLLECTIONS});
create type enum_quy_che_kiem_tra_ap_dung as enum (${KINDS});
${manyOf('quy_che_buoc_bo_suu_tap', 'quy_che_buoc')}
${manyOf('quy_che_kiem_tra_bo_suu_tap', 'quy_che_kiem_tra')}
${manyOf('quy_che_kiem_tra_ap_dung', 'quy_che_kiem_tra')}

alter table quy_che_buoc rename column don_vi to ten_don_vi;
-- A unit that a step names is never deleted: the step would be anybody's.
alter table quy_che_buoc
  add column don_vi_id integer references don_vi(id) on delete restrict,
  add column khac_nguoi boolean;
create index quy_che_buoc_don_vi_idx on quy_che_buoc using btree (don_vi_id);

create table quy_che_rels (
  id serial primary key,
  "order" integer,
  parent_id integer not null references quy_che(id) on delete cascade,
  path varchar not null,
  nguoi_dung_id integer references nguoi_dung(id) on delete restrict
);
create index quy_che_rels_order_idx on quy_che_rels using btree ("order");
create index quy_che_rels_parent_idx on quy_che_rels using btree (parent_id);
create index quy_che_rels_path_idx on quy_che_rels using btree (path);
create index quy_che_rels_nguoi_dung_id_idx on quy_che_rels using btree (nguoi_dung_id);
`

const UNIT_KINDS = ['so', 'lanhDao', 'khoi', 'toTruyenThong', 'toCongDoan', 'doi', 'lop', 'doanThe', 'phongThuocSo', 'phongXa', 'trucThuoc']
const UNITS = ['enum_don_vi_loai', 'enum__don_vi_v_version_loai'].flatMap((type) =>
  UNIT_KINDS.map((kind) => `alter type ${type} add value if not exists '${kind}';`),
)

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(REGULATION))
  await db.execute(sql.raw(UNITS.join('\n')))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
