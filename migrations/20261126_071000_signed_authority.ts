/**
 * What gives authority is signed outside the database (docs/adr/0010): the place of the next row of the log is known before
 * it is signed, every version of the regulation is kept, and the runtime role can make no use of the owner's functions.
 * Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const LOG = `
-- Where the next row of the log will stand. It holds the chain until the commit, so that what is signed for this place is
-- written there or nowhere.
create function ct_dau_nhat_ky(out so numeric, out truoc text) language plpgsql volatile set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ct:nhat-ky', 0));
  select n.so + 1, n.bam into so, truoc from nhat_ky n order by n.so desc limit 1;
  so := coalesce(so, 1);
  truoc := coalesce(truoc, repeat('0', 64));
end $$;
create index nhat_ky_quyen on nhat_ky (so) where hanh_dong in
  ('tao-tai-khoan', 'doi-tai-khoan', 'doi-mat-khau', 'doi-dia-chi', 'uy-quyen', 'thu-hoi-uy-quyen', 'doi-quy-che', 'niem-phong', 'doi-khoa', 'thay-khoa', 'ke-nhiem');
`

const REGULATION = `
create table quy_che_ban (
  id serial primary key,
  so integer not null unique,
  noi_dung text not null check (noi_dung is nfc normalized),
  van_tay text not null check (van_tay = encode(sha256(convert_to(noi_dung, 'UTF8')), 'hex')),
  tu timestamptz not null
);

create function ct_quy_che_ban() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ct:quy-che', 0));
  new.id := nextval(pg_get_serial_sequence('quy_che_ban', 'id'));
  new.so := coalesce((select max(q.so) from quy_che_ban q), 0) + 1;
  new.tu := ct_nay();
  return new;
end $$;
create trigger ct_quy_che_ban before insert on quy_che_ban for each row execute function ct_quy_che_ban();
create trigger ct_append_only before update or delete or truncate on quy_che_ban for each statement execute function ct_append_only();

create function ct_quy_che_ban_nhat_ky() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from nhat_ky n where n.hanh_dong in ('doi-quy-che', 'niem-phong') and n.xmin = pg_current_xact_id()::xid
      and (n.chi_tiet::jsonb ->> 'quyCheBan')::numeric = new.id and n.chi_tiet::jsonb ->> 'vanTay' = new.van_tay) then
    perform ct_refuse('quy_che_ban: no row of the log');
  end if;
  return null;
end $$;
create constraint trigger ct_co_nhat_ky after insert on quy_che_ban deferrable initially deferred for each row execute function ct_quy_che_ban_nhat_ky();
`

const HO_SO = `
-- The list of contributors shrinks only in the transaction that puts a newer edition of the document before readers.
create or replace function ct_ho_so() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.bo_suu_tap <> old.bo_suu_tap or new.tai_lieu <> old.tai_lieu then perform ct_refuse('a file stays with its document'); end if;
  if new.ban_trinh_id is distinct from old.ban_trinh_id and (new.ban_trinh_id is null or new.ban_trinh_id < old.ban_trinh_id
    or not exists (select 1 from ban_trinh b where b.id = new.ban_trinh_id and b.bo_suu_tap = new.bo_suu_tap and b.tai_lieu = new.tai_lieu)) then
    perform ct_refuse('a file names the latest submission of its document');
  end if;
  if new.ban_dang_id is not null and new.ban_dang_id is distinct from old.ban_dang_id and not exists (
    select 1 from ban_dang d where d.id = new.ban_dang_id and d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu and d.ket_thuc_luc is null) then
    perform ct_refuse('a file names a live edition of its document');
  end if;
  if new.ban_dang_id is null and exists (
    select 1 from ban_dang d where d.id = old.ban_dang_id and d.ket_thuc_luc is null and d.khan_den is null) then
    perform ct_refuse('a file keeps its edition until that ends');
  end if;
  if old.muc_nhay_cam = 'cao' and new.muc_nhay_cam is distinct from 'cao' then perform ct_refuse('sensitivity is never lowered'); end if;
  if not coalesce(new.nguoi_dong_gop @> old.nguoi_dong_gop, false) and not exists (
    select 1 from ban_dang d where d.id = new.ban_dang_id and d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu
      and d.khan_den is null and new.ban_dang_id is distinct from old.ban_dang_id and d.xmin = pg_current_xact_id()::xid) then
    perform ct_refuse('contributors answer for the words until a newer edition does');
  end if;
  return new;
end $$;
`

/** What the regulation lets readers be told of a withdrawal; a school that was there before starts with these. */
const REASONS = `
create table quy_che_ly_do_go (
  _order integer not null,
  _parent_id integer not null references quy_che (id) on delete cascade,
  id varchar primary key not null,
  ma varchar not null,
  noi_dung varchar not null
);
create index quy_che_ly_do_go_order_idx on quy_che_ly_do_go (_order);
create index quy_che_ly_do_go_parent_id_idx on quy_che_ly_do_go (_parent_id);
insert into quy_che_ly_do_go (_order, _parent_id, id, ma, noi_dung)
select l.thu_tu, q.id, substr(md5('ly-do-go:' || l.ma), 1, 24), l.ma, l.noi_dung
from quy_che q, (values
  (1, 'saiSot', 'Nội dung có chỗ chưa chính xác và đang được kiểm tra lại.'),
  (2, 'hetHieuLuc', 'Nội dung đã hết hiệu lực.'),
  (3, 'thayThe', 'Nội dung đã được thay bằng thông tin khác.'),
  (4, 'riengTu', 'Nội dung được gỡ để bảo vệ thông tin cá nhân.')) as l (thu_tu, ma, noi_dung);
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [LOG, REGULATION, HO_SO, REASONS]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
