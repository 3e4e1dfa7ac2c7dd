/**
 * Rule: a Word or Excel file the school hands out is what its reviewer sees when it is opened. What would run, fetch, or lie
 * hidden in it is refused by its name; what tells of its author is left out.
 */

export type OfficeFault =
  'macro' | 'activeX' | 'embedded' | 'external' | 'hidden' | 'tracked' | 'comments' | 'field' | 'picture' | 'pivot' | 'formula' | 'unknown' | 'doctype'
/** `giu`: kept; `bo`: left out; else refused by that name. */
export type PartFate = 'giu' | 'bo' | OfficeFault

const FATES: readonly (readonly [RegExp, PartFate])[] = [
  [/(?:^|\/)\.\.?(?:\/|$)|\\|^\/|\u0000|\/\//, 'unknown'],
  [/vba|macrosheets|dialogsheets|customui|xlm/i, 'macro'],
  [/activex|ctrlprops|webextensions?|taskpanes/i, 'activeX'],
  [/embeddings|oleobject|afchunk|altchunk|attachedtoolbars/i, 'embedded'],
  [/externallinks|connections\.xml|querytables|xmlmaps/i, 'external'],
  [/pivot(?:cache|tables)/i, 'pivot'],
  [/comments|threadedcomments/i, 'comments'],
  [/revisions/i, 'tracked'],
  [/^\[Content_Types\]\.xml$|^_rels\/\.rels$/, 'giu'],
  [/^(?!(?:word|xl)\/)|printersettings|thumbnail|(?:^|\/)(?:people|persons)(?:\/|\.xml)|^word\/(?:fonts|glossary)\//i, 'bo'],
  [/^(?:word|xl)\/(?:[\w-]+\/){0,3}[\w.-]+\.(?:xml|rels)$/, 'giu'],
  [/^(?:word|xl)\/media\/[\w.-]+\.(?:jpe?g|png|gif)$/i, 'giu'],
  [/^(?:word|xl)\/media\//, 'picture'],
  [/^(?:word|xl)\/drawings\/[\w.-]+\.vml$/, 'giu'],
]

export const fateOf = (name: string): PartFate => FATES.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'

/** Relations of a file to what tells of its author, its printer, its template, or of fonts. */
export const LEFT_OUT =
  /\/(?:core-properties|extended-properties|custom-properties|customXml|customXmlProps|thumbnail|printerSettings|font|glossaryDocument|attachedTemplate|mailMergeSource|mailMergeHeaderSource|people|person)$/

/** Elements left out with all that is in them. */
export const TRACES = [
  'attachedTemplate',
  'mailMerge',
  'absPath',
  'fileSharing',
  'rsids',
  'docVars',
  'customWorkbookViews',
  'customSheetViews',
  'embedRegular',
  'embedBold',
  'embedItalic',
  'embedBoldItalic',
]

/** Fields that Word fills in from the file itself; every other would fetch, start or ask something. */
const FIELDS =
  /^\s*(?:$|=|(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|NUMWORDS|NUMCHARS|TOC|TC|TOA|TA|INDEX|XE|HYPERLINK|REF|PAGEREF|NOTEREF|STYLEREF|SEQ|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|EDITTIME|TITLE|SUBJECT|AUTHOR|LASTSAVEDBY|FILENAME|KEYWORDS|COMPARE|IF|QUOTE|SYMBOL|EQ|ADVANCE|LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|SET|BIBLIOGRAPHY|CITATION|SHAPE|REVNUM|INFO)(?![\w]))/i
export const isFetchingField = (code: string): boolean => !FIELDS.test(code)
/** The address a field leads to, where it leads out of the file. */
export const linkOfField = (code: string): string | null => (/\\l\b/i.test(code) ? null : (/^\s*HYPERLINK\s+"?([^"\s]+)"?/i.exec(code)?.[1] ?? null))
/** Longer than anybody writes one. */
export const LONGEST_CODE = 20_000

/** Where a formula stands. */
export const FORMULAS = ['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula', 'totalsRowFormula', 'oldFormula']
/** What a formula of Excel would fetch or start; an address it puts together is one nobody read. */
const REACHING = /\b(?:WEBSERVICE|FILTERXML|RTD|CALL|REGISTER(?:\.ID)?|DDE|SQL\.REQUEST|IMAGE|STOCKHISTORY|EXEC|EVALUATE)\s*\(|\|/i
export const isReachingFormula = (formula: string): boolean => REACHING.test(formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, ' '))
/** Addresses written out in a formula; null where one is put together. */
export function linksOfFormula(formula: string): string[] | null {
  const calls = [...formula.matchAll(/\bHYPERLINK\s*\(/gi)]
  const written = [...formula.matchAll(/\bHYPERLINK\s*\(\s*"([^"]*)"\s*[,)]/gi)]
  return calls.length === written.length ? written.map(([, url]) => url!).filter((url) => !url.startsWith('#')) : null
}

/** Elements that mark what was changed; whoever changed it stands at others too. */
export const TRACKED = ['ins', 'del', 'moveFrom', 'moveTo', 'delText', 'delInstrText', 'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange'] // prettier-ignore
export const HIDDEN = ['vanish', 'specVanish']
/** By small letters: whatever case a file writes them in. */
export const EMBEDDED = ['oleobject', 'control', 'altchunk']

/** Of one file, unpacked. */
export const OFFICE_LIMITS = { parts: 3000, bytes: 120_000_000, partBytes: 60_000_000 } as const
