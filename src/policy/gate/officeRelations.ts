/** Rule: what a part of an office file is, is said by the relation that leads to it, and its first element must say the same. */
import type { OfficeFault } from './officeContent.ts'

const MAIN = 'application/vnd.openxmlformats-officedocument.'
const word = (kind: string): string => `${MAIN}wordprocessingml.${kind}+xml`
const sheet = (kind: string): string => `${MAIN}spreadsheetml.${kind}+xml`

/** `root`: names its first element may have; `type`: what the list of contents calls it. `picture`: no XML. */
type Kind = { root: readonly string[]; type: string | null }

/** By the last word of the relation's type. */
export const KINDS: Readonly<Record<string, Kind>> = {
  header: { root: ['hdr'], type: word('header') },
  footer: { root: ['ftr'], type: word('footer') },
  footnotes: { root: ['footnotes'], type: word('footnotes') },
  endnotes: { root: ['endnotes'], type: word('endnotes') },
  numbering: { root: ['numbering'], type: word('numbering') },
  fontTable: { root: ['fonts'], type: word('fontTable') },
  settings: { root: ['settings'], type: word('settings') },
  worksheet: { root: ['worksheet'], type: sheet('worksheet') },
  chartsheet: { root: ['chartsheet'], type: sheet('chartsheet') },
  sharedStrings: { root: ['sst'], type: sheet('sharedStrings') },
  table: { root: ['table'], type: sheet('table') },
  sheetMetadata: { root: ['metadata'], type: sheet('sheetMetadata') },
  FeaturePropertyBag: { root: ['FeaturePropertyBags'], type: 'application/vnd.ms-excel.featurepropertybag+xml' },
  theme: { root: ['theme'], type: `${MAIN}theme+xml` },
  drawing: { root: ['wsDr'], type: `${MAIN}drawing+xml` },
  vmlDrawing: { root: ['xml'], type: null },
  chart: { root: ['chartSpace'], type: `${MAIN}drawingml.chart+xml` },
  chartEx: { root: ['chartSpace'], type: 'application/vnd.ms-office.chartex+xml' },
  themeOverride: { root: ['themeOverride'], type: `${MAIN}themeOverride+xml` },
  chartUserShapes: { root: ['userShapes'], type: `${MAIN}drawingml.chartshapes+xml` },
  chartStyle: { root: ['chartStyle'], type: 'application/vnd.ms-office.chartstyle+xml' },
  chartColorStyle: { root: ['colorStyle'], type: 'application/vnd.ms-office.chartcolorstyle+xml' },
  diagramData: { root: ['dataModel'], type: `${MAIN}drawingml.diagramData+xml` },
  diagramLayout: { root: ['layoutDef'], type: `${MAIN}drawingml.diagramLayout+xml` },
  diagramQuickStyle: { root: ['styleDef'], type: `${MAIN}drawingml.diagramStyle+xml` },
  diagramColors: { root: ['colorsDef'], type: `${MAIN}drawingml.diagramColors+xml` },
  diagramDrawing: { root: ['drawing'], type: 'application/vnd.ms-office.drawingml.diagramDrawing+xml' },
}

/** The two offices, each with its own main part and styles. */
export const OFFICES = {
  'word/document.xml': { officeDocument: { root: ['document'], type: word('document.main') }, styles: { root: ['styles'], type: word('styles') } },
  'xl/workbook.xml': { officeDocument: { root: ['workbook'], type: sheet('sheet.main') }, styles: { root: ['styleSheet'], type: sheet('styles') } },
} as const satisfies Record<string, Record<string, Kind>>
export type Main = keyof typeof OFFICES
export const isMain = (name: string): name is Main => Object.hasOwn(OFFICES, name)

export const IMAGE = 'image'
export const kindOf = (main: Main, relation: string): Kind | null => (OFFICES[main] as Record<string, Kind>)[relation] ?? (Object.hasOwn(KINDS, relation) ? KINDS[relation]! : null) // prettier-ignore

const REFUSED: readonly (readonly [RegExp, OfficeFault])[] = [
  [/vba|macrosheet|dialogsheet|customui|extensibility|xlm/i, 'macro'],
  [/activex|ctrlprop|^control$|webextension/i, 'activeX'],
  [/oleobject|^package$|chunk|attachedtoolbars|subdocument/i, 'embedded'],
  [/externallink|connections|querytable|xmlmaps|volatiledependencies|^frame$/i, 'external'],
  [/pivot|slicer|timeline/i, 'pivot'],
  [/comments/i, 'comments'],
  [/revision/i, 'tracked'],
  [/cellimage|richvalue/i, 'picture'],
]
/** Of no use to whoever reads the file, and nothing else rests on it; whatever is neither kept nor here is refused. */
const IDLE =
  /^(?:webSettings|calcChain|stylesWithEffects|keyMapCustomizations|customProperty|classificationlabels|documenttasks|workbookmetadata|recipientData|hyperlink|userXmlData)$/i
export const isIdle = (relation: string): boolean => IDLE.test(relation)

/** By what a relation is refused; null where it is kept or left out. */
export const faultOfRelation = (relation: string): OfficeFault | null => REFUSED.find(([pattern]) => pattern.test(relation))?.[1] ?? null
