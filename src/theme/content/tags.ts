/**
 * What a drawn page was made from, so that it can be dropped when that changes. The database tells the same tags for
 * every edition that begins or ends (`migrations/…_tell_readers`); whoever draws a page names those it read.
 */

/** Lists of one collection narrowed to one value; the fields readers can list by. */
export type Narrowed = 'loai' | 'chuDe' | 'donVi'

/** The page of one document: `tin-bai/12`. */
export const ofDocument = (boSuuTap: string, taiLieu: number): string => `${boSuuTap}/${taiLieu}`
/** Any list over a collection: `tin-bai`. */
export const ofCollection = (boSuuTap: string): string => boSuuTap
/** A list narrowed to one value: `tin-bai?chuDe=5`. */
export const ofList = (boSuuTap: string, by: Narrowed, value: string | number): string => `${boSuuTap}?${by}=${value}`
/** Every page bears the school's name, colours and menu, and the emergencies in force: the database tells this of both. */
export const EVERY_PAGE = 'cai-dat'
