/**
 * Rule: wrong passwords slow down whoever sends them and lock out nobody. What is counted is the account together with the
 * network the attempts come from; a device its owner signed in from before has a count of its own, which others cannot fill.
 */
export type Budget = {
  /** Attempts that cost nothing. */
  free: number
  /** Seconds after which the count begins anew. */
  memory: number
}

export const DEVICE: Budget = { free: 8, memory: 3600 }
export const PAIR: Budget = { free: 5, memory: 3600 }
/** Over all networks together: only many of them reach it. */
export const ACCOUNT: Budget = { free: 40, memory: 3600 }
/** Links for a new password, by address asked for and network. */
export const RESET_LINK: Budget = { free: 3, memory: 3600 }

/** Tokens of mailed links, by network: nobody guesses one, and a school behind one address has many who follow an old link. */
export const RESET_TOKEN: Budget = { free: 100, memory: 600 }

const LONGEST = 900

/** Seconds until the next attempt after so many: none, then twice as long each time, a quarter of an hour at most. */
export const delayAfter = (attempts: number, { free }: Budget): number => (attempts < free ? 0 : Math.min(LONGEST, 2 ** Math.min(attempts - free + 1, 12)))

/**
 * A school sits behind one address. One pupil with one name, or a class that has forgotten its passwords, is no attack;
 * one password tried on name after name is: names times failures.
 */
export const NETWORK = { score: 5000, memory: 600, pause: 60 } as const
export const isSpraying = (names: number, failures: number): boolean => names * failures >= NETWORK.score

/** As Payload compares addresses. */
export const accountName = (email: unknown): string => (typeof email === 'string' ? email.toLowerCase().trim().slice(0, 320) : '')
