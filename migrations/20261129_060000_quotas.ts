/** Quotas as rows of the regulation, each with the months it is in force. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const oneOf = (name: string, values: readonly string[]): string =>
  `create type enum_quy_che_chi_tieu_${name} as enum (${values.map((v) => `'${v}'`).join(', ')});`
const UNIT_KINDS =
  'truong toChuyenMon vanPhong congDoan doanTn chiDoan capTren khac so lanhDao khoi toTruyenThong toCongDoan doi lop doanThe phongThuocSo phongXa trucThuoc'.split(
    ' ',
  )

const QUOTAS = `
${oneOf('doi_tuong', ['truong', 'donVi', 'caNhan', 'lop'])}
${oneOf('loai_don_vi', UNIT_KINDS)}
${oneOf('san_pham', ['tinBai', 'tuLieu'])}
${oneOf('loai', ['tin', 'bai', 'thongBao', 'nguoiTotViecTot', 'dinhChinh'])}
${oneOf('ky_han', ['thang', 'nam', 'namHoc'])}
${oneOf('dem_theo', ['gui', 'dang', 'kenh'])}
${oneOf('toi', ['congSo', 'fanpage', 'zalo', 'baoDai', 'phatThanh', 'giaoBan', 'bangTin', 'khac'])}
create table quy_che_chi_tieu (
  _order integer not null,
  _parent_id integer not null,
  id varchar primary key not null,
  ma varchar not null,
  ten varchar not null,
  doi_tuong enum_quy_che_chi_tieu_doi_tuong not null,
  san_pham enum_quy_che_chi_tieu_san_pham not null default 'tinBai',
  loai enum_quy_che_chi_tieu_loai,
  so_luong numeric not null default 1,
  ky_han enum_quy_che_chi_tieu_ky_han not null default 'thang',
  dem_theo enum_quy_che_chi_tieu_dem_theo not null default 'gui',
  toi enum_quy_che_chi_tieu_toi,
  tu_thang varchar,
  den_thang varchar,
  megapixel numeric,
  giay numeric,
  chu_thich boolean,
  constraint quy_che_chi_tieu_parent_id_fk foreign key (_parent_id) references quy_che(id) on delete cascade
);
create index quy_che_chi_tieu_order_idx on quy_che_chi_tieu using btree (_order);
create index quy_che_chi_tieu_parent_id_idx on quy_che_chi_tieu using btree (_parent_id);
create table quy_che_chi_tieu_loai_don_vi (
  "order" integer not null,
  parent_id varchar not null references quy_che_chi_tieu(id) on delete cascade,
  value enum_quy_che_chi_tieu_loai_don_vi,
  id serial primary key
);
create index quy_che_chi_tieu_loai_don_vi_order_idx on quy_che_chi_tieu_loai_don_vi using btree ("order");
create index quy_che_chi_tieu_loai_don_vi_parent_idx on quy_che_chi_tieu_loai_don_vi using btree (parent_id);
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(QUOTAS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
