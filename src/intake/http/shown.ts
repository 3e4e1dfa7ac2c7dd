/** Rule: what a class sends is a picture, a film or sound, told by its bytes when it comes and not two forms later. */
import { fileKind, isHeic } from '../../policy/gate/fileKind.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import type { Staged, Staging } from '../staging.ts'

const isShown = (bytes: Buffer): boolean => isHeic(bytes) || ['anh', 'phim', 'am'].includes(fileKind(bytes)?.loai ?? '')

/** Those that fit; the others are let go, and told by their names. */
export async function shownAmong(staging: Staging, files: readonly Staged[]): Promise<{ fit: Staged[]; issues: Issue[] }> {
  const fit: Staged[] = []
  const issues: Issue[] = []
  for (const one of files) {
    if (isShown(await staging.read(one.id))) fit.push(one)
    else {
      await staging.drop([one.id])
      issues.push(issue('INTAKE_KIND', 'anh', { ten: one.name }))
    }
  }
  return { fit, issues }
}
