/** Where else a live story went: append-only, for reports count it and a withdrawn consent has to be followed there. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const CHANNELS = `
create table kenh_dang (
  id bigserial primary key,
  bo_suu_tap text not null check (octet_length(bo_suu_tap) <= 100),
  tai_lieu integer not null check (tai_lieu > 0),
  ban_dang integer not null references ban_dang (id),
  kenh text not null check (kenh in ('congSo', 'fanpage', 'zalo', 'baoDai', 'phatThanh', 'giaoBan', 'bangTin', 'khac')),
  ket_qua text not null check (ket_qua in ('daGui', 'daDang', 'khongNhan', 'daGo')),
  ngay date not null,
  dia_chi text not null default '' check (octet_length(dia_chi) <= 4000),
  ghi_chu text not null default '' check (octet_length(ghi_chu) <= 4000),
  nguoi integer not null references nguoi_dung (id),
  luc timestamptz(3) not null default ct_nay()
);
create index kenh_dang_cua on kenh_dang (bo_suu_tap, tai_lieu, id);
create index kenh_dang_ngay on kenh_dang (kenh, ngay);
create trigger ct_append_only before update or delete or truncate on kenh_dang for each statement execute function ct_append_only();
revoke all on kenh_dang from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(CHANNELS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
