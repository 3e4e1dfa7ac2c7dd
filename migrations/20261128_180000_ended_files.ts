/** Which editions that ended showed a file: whoever withdrew from one is not handed out of the archive. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const INDEX = 'create index if not exists ban_dang_ma_tep_het on ban_dang using gin (ma_tep(noi_dung)) where ket_thuc_luc is not null'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(INDEX))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
