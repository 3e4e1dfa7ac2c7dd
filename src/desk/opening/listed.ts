/** What a list of the opening is made of. */
import type { Issue } from '../../policy/issues.ts'
import type { Actor } from '../../policy/people/roles.ts'
import type { Part } from '../../theme/draw/html.ts'
import type { Visit } from '../room.ts'
import type { StepKey } from './steps.ts'

export type Rows = readonly (readonly string[])[]

/** One row as it would be added; `there`: it is already. `ghiChu`: what is to be known of it all the same. */
export type Item = { dong: number; o: readonly string[]; issues: readonly Issue[]; there: boolean; ghiChu?: string }
/** `hien`: what is shown of a row that was added, once and never again; `daCo`: somebody else added it meanwhile. */
export type Answered = { hien?: string; daCo?: true }

export type Listed<T extends Item> = {
  key: StepKey
  /** What the list is of, in small letters: "đơn vị". */
  ten: string
  cot: readonly string[]
  huongDan: (visit: Visit) => Promise<Part>
  /** Proposed rows, one a line. */
  mau: (visit: Visit) => Promise<string>
  judge: (visit: Visit, rows: Rows) => Promise<T[]>
  add: (visit: Visit, item: T) => Promise<Answered>
  /** The order in which they are added, where one names another. */
  inOrder?: (items: readonly T[]) => T[]
  most: number
  /** What to do with those that are there already, where there is something to do. */
  coRoi?: Part
  /** Whose work it is, where it is not everybody's who is let in; `viec` says whose instead. */
  cua?: { laCua: (actor: Actor) => boolean; viec: string }
}
