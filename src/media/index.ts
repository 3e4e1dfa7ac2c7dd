/** Everything that keeps, makes and reads files, made once a runtime. Nothing runs until it is asked. */
import { join } from 'node:path'
import type { FailureLog } from '../policy/failures/log.ts'
import { mediaChild, type MediaChild } from './child/pool.ts'
import { diskAt, type Disk } from './disk.ts'
import { documentsOf, type Documents } from './documents.ts'
import { playedOf, type Played } from './played.ts'
import { s3Shelf } from './remote/s3.ts'
import type { S3Settings } from './remote/shelf.ts'
import { withRemote } from './remote/store.ts'
import { fileStore, type FileStore } from './store.ts'
import { pictureVariants, type Variants } from './variants.ts'

export type Media = {
  fileStore: FileStore
  variants: Variants
  documents: Documents
  played: Played
  child: MediaChild
  disk: Disk
  waitingFiles: string
  settle: (() => Promise<number>) | null
}

/** `settle`: carries what waits to the store elsewhere, where there is one. */
type Options = { s3?: S3Settings | null; dataDir: string; secret: string; minFree: number | null; failures: FailureLog }

export function mediaOf({ dataDir, secret, minFree, failures, s3 = null }: Options): Media {
  const local = fileStore(join(dataDir, 'kho-tep'))
  const remote = s3 && withRemote(local, s3Shelf(s3))
  const store = remote ?? local
  const child = mediaChild(failures)
  return {
    fileStore: store,
    settle: remote && (() => remote.settle()),
    child,
    variants: pictureVariants(store, child, secret),
    documents: documentsOf(store, child, secret),
    played: playedOf(store, child, secret),
    // Of public forms not yet whole.
    waitingFiles: join(dataDir, 'cho-gui'),
    disk: diskAt([join(dataDir, 'tu-lieu'), store.notes], minFree),
  }
}
