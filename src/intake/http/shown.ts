/** Rule: what a class sends is a picture, a film or sound, told by its bytes when it comes and not two forms later. */
import { fileKind, isHeic } from '../../policy/gate/fileKind.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import type { Staged, Staging } from '../staging.ts'

const kindOf = (bytes: Buffer): string => (isHeic(bytes) ? 'anh' : (fileKind(bytes)?.loai ?? ''))

/** Null where it fits. `most`: bytes of a film or recording, by the regulation. */
function faultOf({ name: ten, size }: Staged, kind: string, most: number): Issue | null {
  if (!['anh', 'phim', 'am'].includes(kind)) return issue('INTAKE_KIND', 'anh', { ten })
  return kind === 'anh' || size <= most ? null : issue('INTAKE_TOO_BIG', 'anh', { ten, nang: Math.ceil(size / 1_000_000), max: most / 1_000_000 })
}

/** Those that fit; the others are let go, and told by their names. */
export async function shownAmong(staging: Staging, files: readonly Staged[], most: number): Promise<{ fit: Staged[]; issues: Issue[] }> {
  const fit: Staged[] = []
  const issues: Issue[] = []
  for (const one of files) {
    const fault = faultOf(one, kindOf(await staging.head(one.id)), most)
    if (fault === null) fit.push(one)
    else {
      await staging.drop([one.id])
      issues.push(fault)
    }
  }
  return { fit, issues }
}
