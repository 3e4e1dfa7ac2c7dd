/** Everything readers will be served of a file that was kept, made ahead of whoever submits it. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileKind } from '../policy/gate/fileKind.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { nullIfAbsent } from './absent.ts'
import type { Media } from './index.ts'

/** Null where it was made, else the code of why it never will be. */
export async function makeOf(
  { variants, played, documents }: Pick<Media, 'variants' | 'played' | 'documents'>,
  folder: string,
  name: string,
  hash: string,
): Promise<string | null> {
  // prettier-ignore
  const bytes = await readFile(join(folder, basename(name))).catch(nullIfAbsent)
  if (bytes === null) return 'FILE_UNREADABLE'
  if (sha256(bytes) !== hash) return 'FILE_CHANGED'
  const kind = fileKind(bytes)
  if (kind?.loai === 'anh') {
    const made = await variants.of(bytes, hash, false)
    return 'refused' in made ? made.refused : null
  }
  const clean = await (kind?.loai === 'tep' ? documents : played).clean(bytes)
  if ('code' in clean) return clean.code
  if (kind?.loai === 'tep') await documents.words(clean.bytes, false)
  if (kind?.loai === 'phim') await played.poster(clean.bytes)
  return null
}
