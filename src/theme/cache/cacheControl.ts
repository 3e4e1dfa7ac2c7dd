/** What browsers, and a cache in front of the site, are told. */
export type Cdn = {
  /** For how many seconds a cache in front of the site may answer without asking. */
  seconds: number
}

const ASK_EACH_TIME = 'no-cache'
/** Many caches take no notice of `Vary: Cookie`: one reader's colours would be everybody's. */
const ONE_READERS = 'private, no-cache'

/** Whose answer it is: everybody's alike, one reader's own look, or one that has an hour to leave at and is never given away. */
export type Whose = 'everybody' | 'oneReader' | 'leaving'

/** Browsers ask each time, which costs them an empty answer. */
export function cacheControlOf(cdn: Cdn | undefined, whose: Whose): string {
  if (whose === 'oneReader') return ONE_READERS
  return cdn && whose === 'everybody' ? `public, max-age=0, s-maxage=${cdn.seconds}, stale-while-revalidate=${cdn.seconds}` : ASK_EACH_TIME
}
