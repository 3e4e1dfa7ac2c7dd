/** Rule: what comes in without an account is bounded, by code and by address. A whole school may stand behind one address. */
import { UPLOAD_LIMIT } from '../gate/pictureLimits.ts'

export const INTAKE = {
  /** Of one code on one day of Hà Nội. */
  itemsADay: 20,
  bytesADay: 300_000_000,
  picturesEach: 6,
  /** Of one picture, of one film or recording, and of a whole form. */
  pictureBytes: 15_000_000,
  filmBytes: UPLOAD_LIMIT,
  formBytes: 90_000_000,
  /** Of one part of a file that is sent in parts, and how many parts of one code in the window. */
  partBytes: 1_000_000,
  partsEach: 600,
  /** A quarter of an hour: forms and pictures sent ahead of one code, wrong codes of one address. */
  formsEach: 40,
  /** Where so many were stored the next has to be worked for (work.ts). */
  formsUnworked: 12,
  picturesSentAhead: 120,
  wrongEach: 30,
  windowSeconds: 900,
  /** Of all that waits for its form. */
  waitingBytes: 3_000_000_000,
  /** Answers of a class to the questions about one item. */
  answersEach: 20,
} as const

export type Today = { items: number; bytes: number }

/** Null where one more of so many bytes may come today. */
export function overToday({ items, bytes }: Today, more: number): 'items' | 'bytes' | null {
  if (items >= INTAKE.itemsADay) return 'items'
  return bytes + more > INTAKE.bytesADay ? 'bytes' : null
}
