/**
 * The name a file had with whoever uploaded it, beside the name it is kept under, which from now on nobody else can have.
 * Files of before keep theirs. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const NAMES = `
alter table tu_lieu add column ten_goc varchar;
alter table _tu_lieu_v add column version_ten_goc varchar;
update tu_lieu set ten_goc = filename;
update _tu_lieu_v set version_ten_goc = version_filename;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(NAMES))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('alter table tu_lieu drop column ten_goc; alter table _tu_lieu_v drop column version_ten_goc;'))
}
