/**
 * What stands around the working copies of one more gated collection, as the first migrations built it: nothing is published
 * past the gate, and what was once submitted is never deleted. For new migrations; a test holds it against the frozen ones.
 */
export const wallFor = (table: string): string => `
alter table ${table} add constraint ${table}_khong_xuat_ban check (_status is distinct from 'published');
alter table _${table}_v add constraint _${table}_v_khong_xuat_ban check (version__status is distinct from 'published');
create trigger ct_keep_submitted before delete on ${table} for each row execute function ct_keep_submitted();`

/** A delegation may be limited to it, a step or a point of the regulation be for it. */
export const scopeFor = (slug: string): string =>
  ['enum_uy_quyen_pham_vi', 'enum_quy_che_buoc_bo_suu_tap', 'enum_quy_che_kiem_tra_bo_suu_tap']
    .map((type) => `alter type ${type} add value if not exists '${slug}';`)
    .join('\n')
