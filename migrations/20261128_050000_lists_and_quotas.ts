/**
 * Indexes for what is asked with every save and on every desk: what an account wrote lately, whose hands a document went through,
 * what became of one's own, everything that waits. Without them each grew with the school. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const INDEXES = `
create index ban_trinh_nguoi_trinh on ban_trinh (nguoi_trinh, created_at);
create index ho_so_nguoi_dong_gop on ho_so using gin (nguoi_dong_gop jsonb_path_ops);
create index ho_so_cua_tac_gia on ho_so (tac_gia, trang_thai, updated_at);
create index ho_so_theo_trang_thai on ho_so (trang_thai, updated_at);
create index ho_so_dang_cho on ho_so (ban_trinh_id) where trang_thai in ('choTiepNhan', 'choBienTap', 'choDuyet', 'daDuyet', 'henGio');
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(INDEXES))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
