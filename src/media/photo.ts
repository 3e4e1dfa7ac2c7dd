/** A photograph made into what is kept, whatever phone took it: each kind by the decoder that knows it, in the child. */
import { isHeic } from '../policy/gate/fileKind.ts'
import type { Jobs } from './child/jobs.ts'
import type { MediaChild } from './child/pool.ts'

export const cleanPhoto = (child: MediaChild, bytes: Buffer): Promise<Jobs['cleanPicture']['answer']> =>
  child.ask(isHeic(bytes) ? 'cleanHeic' : 'cleanPicture', bytes)
