/**
 * What was said of people and bytes is kept apart from the rows people edit: which new paper is of the same person as a withdrawn one, what
 * a class said when it sent a picture, in which bytes somebody was covered, what a form teacher said before he was asked again. The hour of
 * a withdrawal is the database's. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const SAID = `
create table phieu_thay (
  cu integer not null,
  moi integer not null,
  nguoi integer,
  luc timestamptz(3) not null default ct_nay(),
  primary key (cu, moi),
  check (cu <> moi)
);
create trigger ct_append_only before update or delete or truncate on phieu_thay for each statement execute function ct_append_only();

create table tep_lop_gui (
  tu_lieu integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  dong_y text not null check (dong_y in ('roi', 'chua', 'khongRo')),
  luc timestamptz(3) not null default ct_nay(),
  primary key (tu_lieu, sha256)
);
create index tep_lop_gui_bam on tep_lop_gui (sha256);
create trigger ct_append_only before update or delete or truncate on tep_lop_gui for each statement execute function ct_append_only();
insert into tep_lop_gui (tu_lieu, sha256, dong_y)
  select o.id, o.sha256, min(x.dong_y) from tu_lieu o join (
    select unnest(g.tu_lieu) as id, g.dong_y from gui_dot g
    union all select s.anh_bia_id, b.dong_y from bai_gui b join tin_bai s on s.id = b.tin_bai where s.anh_bia_id is not null
    union all select r.tu_lieu_id, b.dong_y from bai_gui b join tin_bai_rels r on r.parent_id = b.tin_bai and r.path = 'tuLieu' where r.tu_lieu_id is not null
  ) x on x.id = o.id where o.tac_gia_id is null and o.sha256 ~ '^[0-9a-f]{64}$' group by o.id, o.sha256;

create table tep_da_che (
  id bigserial primary key,
  tu_lieu integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  ten text not null default '',
  luc timestamptz(3) not null default ct_nay(),
  bo_luc timestamptz(3)
);
create index tep_da_che_bam on tep_da_che (sha256) where bo_luc is null;
insert into tep_da_che (tu_lieu, sha256, ten) select id, goc, coalesce(nullif(ten_goc, ''), alt_text, '') from tu_lieu where goc ~ '^[0-9a-f]{64}$';
revoke all on phieu_thay, tep_lop_gui, tep_da_che from public;

alter table bai_gui add column noi_truoc text not null default '' check (octet_length(noi_truoc) <= 40000);

create function ct_gio_rut() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.thu_hoi_luc is distinct from old.thu_hoi_luc then
    if old.thu_hoi_luc is not null then perform ct_refuse('a withdrawal is final'); end if;
    new.thu_hoi_luc := ct_nay();
  end if;
  return new;
end $$;
revoke all on function ct_gio_rut() from public;
create trigger ct_gio_rut before update on dong_y for each row execute function ct_gio_rut();
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(SAID))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
