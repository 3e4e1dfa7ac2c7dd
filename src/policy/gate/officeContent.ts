/**
 * Rule: a Word or Excel file the school hands out is what its reviewer sees when it is opened. What would run, fetch, or lie
 * hidden in it is refused by its name; what tells of its author is left out.
 */

/** `giu`: kept; `bo`: left out; else refused by that name. */
export type PartFate = 'giu' | 'bo' | OfficeFault
export type OfficeFault =
  'macro' | 'activeX' | 'embedded' | 'external' | 'hidden' | 'tracked' | 'comments' | 'field' | 'picture' | 'pivot' | 'formula' | 'unknown' | 'doctype'

const FATES: readonly (readonly [RegExp, PartFate])[] = [
  [/(?:^|\/)\.\.?(?:\/|$)|\\|^\/|\u0000|\/\//, 'unknown'],
  [/vba|macrosheets|dialogsheets|customui|xlm/i, 'macro'],
  [/activex|ctrlprops|webextensions?|taskpanes/i, 'activeX'],
  [/embeddings|oleobject|afchunk|altchunk|attachedtoolbars/i, 'embedded'],
  [/externallinks|connections\.xml|querytables|xmlmaps/i, 'external'],
  [/pivot(?:cache|tables)/i, 'pivot'],
  [/comments|threadedcomments/i, 'comments'],
  [/revisions/i, 'tracked'],
  [/^(?:docProps|customXml)\/|printersettings|thumbnail|(?:^|\/)(?:people|persons)(?:\/|\.xml)/i, 'bo'],
  [/^\[Content_Types\]\.xml$|^_rels\/\.rels$/, 'giu'],
  [/^(?:word|xl)\/(?:[\w-]+\/){0,3}[\w.-]+\.(?:xml|rels)$/, 'giu'],
  [/^(?:word|xl)\/media\/[\w.-]+\.(?:jpe?g|png|gif)$/i, 'giu'],
  [/^word\/fonts\/[\w.-]+\.odttf$/, 'giu'],
  [/^(?:word|xl)\/media\//, 'picture'],
  [/^(?:word|xl)\/drawings\/[\w.-]+\.vml$/, 'giu'],
]

export const fateOf = (name: string): PartFate => FATES.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'

/** What a field of Word would fetch or start. */
const FETCHING = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|MERGEFIELD|RD|EMBED|CONTROL|HTMLACTIVEX)\b/i
export const isFetchingField = (code: string): boolean => FETCHING.test(code)

/** What a formula of Excel would fetch or start; an address it puts together is one nobody read. */
const REACHING = /\b(?:WEBSERVICE|FILTERXML|RTD|CALL|REGISTER(?:\.ID)?|DDE|SQL\.REQUEST|IMAGE|STOCKHISTORY|EXEC)\s*\(|\|/i
export const isReachingFormula = (formula: string): boolean => REACHING.test(formula.replace(/"[^"]*"/g, '""'))
/** Addresses written out in a formula; null where one is put together. */
export function linksOfFormula(formula: string): string[] | null {
  const calls = [...formula.matchAll(/\bHYPERLINK\s*\(/gi)]
  const written = [...formula.matchAll(/\bHYPERLINK\s*\(\s*"([^"]*)"\s*[,)]/gi)]
  return calls.length === written.length ? written.map(([, url]) => url!).filter((url) => !url.startsWith('#')) : null
}

/** Elements that mark what was changed, and what is not seen. */
export const TRACKED = ['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange']
export const HIDDEN = ['vanish', 'specVanish']

/** Of one file, unpacked. */
export const OFFICE_LIMITS = { parts: 3000, bytes: 120_000_000, partBytes: 60_000_000 } as const
