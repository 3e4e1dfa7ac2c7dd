/** Rule: what is heavy waits its turn, each person behind his own; nobody's many questions keep another's one from being asked. */
export type LaneSize = {
  /** How many go on at once, and how many of them may be one person's. */
  atOnce: number
  perPerson: number
  /** How many may wait, in all and of one person, and for how long. */
  waiting: number
  waitingPerPerson: number
  waitMs: number
}

/** Bodies above `SMALL_BODY`: uploads, and the longest texts. */
export const LARGE_BODIES: LaneSize = { atOnce: 2, perPerson: 1, waiting: 10, waitingPerPerson: 6, waitMs: 25_000 }
/** Lists and counts of the REST interface. */
export const LISTS: LaneSize = { atOnce: 8, perPerson: 3, waiting: 200, waitingPerPerson: 40, waitMs: 10_000 }

/** Forms of classes with their pictures, while they are made into stories; a person is a class. */
export const CLASS_FORMS: LaneSize = { atOnce: 2, perPerson: 1, waiting: 20, waitingPerPerson: 4, waitMs: 40_000 }

/** Longer ones are read of whoever is signed in. */
export const SMALL_BODY = 64_000

/** All who send a file without an account: what is heavy of theirs is read one after the other. */
export const GUESTS = 'khach'
