import { caiDat } from './caiDat.ts'
import type { Gate } from './gate.ts'
import { chuDe, donVi } from './names.ts'
import { tinBai } from './tinBai.ts'
import { trang } from './trang.ts'
import { tuLieu } from './tuLieu.ts'
import { vanBan } from './vanBan.ts'

/** The gates of the school site, in the order in which a new site is filled. */
export const GATES: readonly Gate[] = [caiDat, donVi, chuDe, tuLieu, tinBai, trang, vanBan]
export { caiDat, chuDe, donVi, tinBai, trang, tuLieu, vanBan }
export type { FieldRule, Gate } from './gate.ts'
export { addressIn, basesOf, baseOf, linkTargetsOf, scopesOf, withReserved } from './places.ts'
