/** Working files, under the names they were kept by. */
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Nothing where there are none. */
export async function removeWorking(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(folder, basename(name)), { force: true })
}
