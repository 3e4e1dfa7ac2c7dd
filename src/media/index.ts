/** Everything that keeps, makes and reads files, made once a runtime. Nothing runs until it is asked. */
import { join } from 'node:path'
import type { FailureLog } from '../policy/failures/log.ts'
import { mediaChild, type MediaChild } from './child/pool.ts'
import { diskAt, type Disk } from './disk.ts'
import { documentsOf, type Documents } from './documents.ts'
import { playedOf, type Played } from './played.ts'
import { fileStore, type FileStore } from './store.ts'
import { pictureVariants, type Variants } from './variants.ts'

export type Media = { fileStore: FileStore; variants: Variants; documents: Documents; played: Played; child: MediaChild; disk: Disk; waitingFiles: string }

type Options = { dataDir: string; secret: string; minFree: number | null; failures: FailureLog }

export function mediaOf({ dataDir, secret, minFree, failures }: Options): Media {
  const store = fileStore(join(dataDir, 'kho-tep'))
  const child = mediaChild(failures)
  return {
    fileStore: store,
    child,
    variants: pictureVariants(store, child, secret, failures),
    documents: documentsOf(store, child, secret),
    played: playedOf(store, child, secret),
    // Of public forms not yet whole.
    waitingFiles: join(dataDir, 'cho-gui'),
    disk: diskAt([join(dataDir, 'tu-lieu'), store.notes], minFree),
  }
}
