/** Addresses that machines keep: they begin with the site's own, and a document's id never changes with its title. */
import { basesOf, GATES } from '../../policy/gate/gates/index.ts'
import type { Edition, PictureFile, Media } from '../content/edition.ts'
import { publicFile } from '../content/edition.ts'
import { nameOf } from '../draw/pictures.ts'

/** The path before the slug of each collection that has pages. */
export const BASES: Readonly<Record<string, string>> = basesOf(GATES)

/** Whatever begins with a stroke is below this site, also a path that somebody began with two. */
export const absolute = (siteUrl: string, href: string): string => (href.startsWith('/') ? siteUrl + href : href)

export const pictureAddress = (siteUrl: string, file: PictureFile): string => siteUrl + publicFile(file.sha256, nameOf(file))

/** The smallest that is wide enough, for social networks fetch it from the school's own line; in a format all of them know where there is one. */
const WIDE_ENOUGH = 1200
const KNOWN_BY_ALL = ['image/jpeg', 'image/png']
const widthFirst = (a: PictureFile, b: PictureFile): number => a.rong - b.rong
export function sharedPicture(media: Media): PictureFile {
  const all = [...(media.kichThuoc ?? []), media].filter((f) => f.kieu !== 'image/avif').sort(widthFirst)
  const known = all.filter((f) => KNOWN_BY_ALL.includes(f.kieu))
  const files = known.length > 0 ? known : all
  return files.find((f) => f.rong >= WIDE_ENOUGH) ?? files.at(-1) ?? media
}

type Identified = Pick<Edition<unknown>, 'boSuuTap' | 'taiLieu' | 'dangLanDau'>
/** A tag URI (RFC 4151): the same for every edition of a document, whatever its title and address, and the site's own, become. */
export const tagOf = (identity: string, e: Identified): string => `tag:${new URL(identity).hostname},${e.dangLanDau.slice(0, 10)}:${e.boSuuTap}/${e.taiLieu}`
