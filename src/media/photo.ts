/** A photograph made into what is kept, whatever phone took it: each kind by the decoder that knows it, in the child. */
import { fileKind, isHeic } from '../policy/gate/fileKind.ts'
import type { Jobs } from './child/jobs.ts'
import type { MediaChild } from './child/pool.ts'
import type { Played } from './played.ts'

export const cleanPhoto = (child: MediaChild, bytes: Buffer, of: string | null = null): Promise<Jobs['cleanPicture']['answer']> =>
  child.ask(isHeic(bytes) ? 'cleanHeic' : 'cleanPicture', bytes, { of })

/** Whether a picture, film or recording can be taken at all. */
export async function canBeShown({ child, played }: { child: MediaChild; played: Played }, bytes: Buffer, of: string): Promise<boolean> {
  const loai = isHeic(bytes) ? 'anh' : fileKind(bytes)?.loai
  if (loai === 'phim' || loai === 'am') return !('code' in (await played.clean(bytes, of)))
  return loai === 'anh' && !('refused' in (await cleanPhoto(child, bytes, of)))
}
