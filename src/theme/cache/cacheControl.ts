/** What browsers, and a cache in front of the site, are told. */
export type Cdn = {
  /** For how many seconds a cache in front of the site may answer without asking. */
  seconds: number
}

const ASK_EACH_TIME = 'no-cache'

/** Browsers ask each time, which costs them an empty answer. A page with an hour to leave at is never given away. */
export const cacheControlOf = (cdn: Cdn | undefined, leavesByItself: boolean): string =>
  cdn && !leavesByItself ? `public, max-age=0, s-maxage=${cdn.seconds}, stale-while-revalidate=${cdn.seconds}` : ASK_EACH_TIME
