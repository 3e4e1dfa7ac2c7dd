/** Everything that keeps, makes and reads files, made once a runtime. Nothing runs until it is asked. */
import { join } from 'node:path'
import { mediaChild, type MediaChild } from './child/pool.ts'
import { diskAt, type Disk } from './disk.ts'
import { pdfDocuments, type Documents } from './documents.ts'
import { fileStore, type FileStore } from './store.ts'
import { pictureVariants, type Variants } from './variants.ts'

export type Media = { fileStore: FileStore; variants: Variants; documents: Documents; child: MediaChild; disk: Disk }

export function mediaOf(dataDir: string, secret: string, minFree: number | null): Media {
  const store = fileStore(join(dataDir, 'kho-tep'))
  const child = mediaChild()
  return {
    fileStore: store,
    child,
    variants: pictureVariants(store, child, secret),
    documents: pdfDocuments(store, child, secret),
    disk: diskAt([join(dataDir, 'tu-lieu'), store.folder], minFree),
  }
}
