/** Rule: a session that rests ends after eight hours; however often it is renewed, it ends seven days after the sign-in. */
export const IDLE_HOURS = 8
export const LONGEST_HOURS = 7 * 24
