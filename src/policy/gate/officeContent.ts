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
  [/^(?:word|xl)\/metadata$/, 'bo'],
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
  'customProperties',
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
/** Longer than anybody writes one. */
export const LONGEST_CODE = 20_000

/** Where a formula stands. */
export const FORMULAS = ['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula', 'totalsRowFormula', 'oldFormula']
/** Elements that mark what was changed; whoever changed it stands at others too. */
export const TRACKED = ['ins', 'del', 'moveFrom', 'moveTo', 'delText', 'delInstrText', 'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange'] // prettier-ignore
export const HIDDEN = ['vanish', 'specVanish']
/** By small letters: whatever case a file writes them in. */
export const EMBEDDED = ['oleobject', 'control', 'altchunk', 'subdoc', 'frameset', 'sourcefilename', 'webpr', 'ddelink', 'olelink', 'externalreference', 'connection', 'querytable'] // prettier-ignore

/** Of one file, unpacked. */
export const OFFICE_LIMITS = { parts: 3000, bytes: 60_000_000, partBytes: 30_000_000, elements: 2_000_000 } as const

/** Narrower, in the units of Excel, nobody reads what stands there. */
export const SEEN = { width: 0.5, height: 2 } as const
