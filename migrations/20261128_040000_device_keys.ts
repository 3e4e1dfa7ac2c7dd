/**
 * Keys of people's own devices. Which of them count is what the signed log says (them-khoa, bo-khoa); here stands what a browser
 * needs to ask for them, what waits to be vouched for, and the codes of who has no such device. The regulation says whether steps
 * demand a device. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const KEYS = `
create table khoa_nguoi (
  ma text primary key check (ma ~ '^[0-9a-f]{16}$'),
  nguoi integer not null references nguoi_dung (id) on delete cascade,
  cred_id text not null check (octet_length(cred_id) between 1 and 1500),
  ten text not null default '' check (octet_length(ten) <= 400),
  luc timestamptz(3) not null default ct_nay()
);
create index khoa_nguoi_nguoi on khoa_nguoi (nguoi);
create table khoa_cho (
  ma text primary key check (ma ~ '^[0-9a-f]{16}$'),
  nguoi integer not null unique references nguoi_dung (id) on delete cascade,
  spki text not null check (octet_length(spki) <= 4000),
  rp_id text not null check (octet_length(rp_id) <= 253),
  luc_ky text not null check (octet_length(luc_ky) <= 40),
  cred_id text not null check (octet_length(cred_id) between 1 and 1500),
  ten text not null default '' check (octet_length(ten) <= 400),
  tu_ky jsonb not null,
  bao_lanh jsonb not null default '[]',
  luc timestamptz(3) not null default ct_nay()
);
create table ma_xac_nhan (
  nguoi integer primary key references nguoi_dung (id) on delete cascade,
  bi_mat text not null check (octet_length(bi_mat) <= 400),
  dung_tu timestamptz(3),
  buoc_cuoi bigint not null default 0,
  luc timestamptz(3) not null default ct_nay()
);
create table ma_du_phong (
  nguoi integer not null references nguoi_dung (id) on delete cascade,
  bam text not null check (bam ~ '^[0-9a-f]{64}$'),
  dung_luc timestamptz(3),
  primary key (nguoi, bam)
);
revoke all on khoa_nguoi, khoa_cho, ma_xac_nhan, ma_du_phong from public;
alter table quy_che add column ky_thiet_bi boolean default false;

-- Authority is read by this index: the list is that of src/policy/people/authorityChain.ts.
drop index nhat_ky_quyen;
create index nhat_ky_quyen on nhat_ky (so) where hanh_dong in
  ('tao-tai-khoan', 'doi-tai-khoan', 'doi-mat-khau', 'doi-dia-chi', 'uy-quyen', 'thu-hoi-uy-quyen', 'doi-quy-che', 'niem-phong', 'doi-khoa', 'thay-khoa', 'ke-nhiem', 'thanh-vien', 'them-khoa', 'bo-khoa');
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(KEYS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
