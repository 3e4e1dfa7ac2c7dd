/** Word and Excel files made by hand, part by part. */
import { zipSync, type Zippable } from 'fflate'

const bytesOf = (parts: Record<string, string | Uint8Array>): Buffer => {
  const held: Zippable = {}
  for (const [name, body] of Object.entries(parts)) held[name] = typeof body === 'string' ? Buffer.from(body) : body
  return Buffer.from(zipSync(held))
}
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const relation = (id: string, kind: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`
const relations = (rows: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows}</Relationships>`
const types = (main: string, kind: string, more = ''): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${more}<Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`

const kindOf = (name: string): string =>
  name.includes('styles') ? 'styles' : name.includes('settings') ? 'settings' : name.includes('media/') ? 'image' : 'part'

/** Every part that is there is led to from the main one. */
const related = (folder: string, parts: Record<string, unknown>, rels = ''): string =>
  Object.keys(parts)
    .filter((name) => name.startsWith(folder) && !name.endsWith('.rels') && !rels.includes(name.slice(folder.length)))
    .map((name, i) => relation(`rIdM${i}`, kindOf(name), name.slice(folder.length)))
    .join('')

type Word = { body?: string; rels?: string; settings?: string; more?: Record<string, string | Uint8Array>; types?: string }
export const docxOf = ({ body = '<w:p><w:r><w:t>Biểu mẫu</w:t></w:r></w:p>', rels = '', settings = '', more = {}, types: extra = '' }: Word = {}): Buffer =>
  bytesOf({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document', extra),
    '_rels/.rels': relations(
      `${relation('rId1', 'officeDocument', 'word/document.xml')}<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    'docProps/core.xml': '<cp:coreProperties><dc:creator>Nguyen Van A</dc:creator></cp:coreProperties>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(rels + related('word/', { ...more, ...(settings === '' ? {} : { 'word/settings.xml': '' }) }, rels)),
    ...(settings === '' ? {} : { 'word/settings.xml': `<w:settings xmlns:w="w">${settings}</w:settings>` }),
    ...more,
  })

type Excel = { sheets?: string; cells?: string; workbook?: string; before?: string; rows?: string; more?: Record<string, string | Uint8Array> }
export const xlsxOf = ({
  sheets = '<sheet name="A" sheetId="1" r:id="rId1"/>',
  cells = '<c r="A1"><v>1</v></c>',
  workbook = '',
  before = '',
  rows = '',
  more = {},
}: Excel = {}): Buffer =>
  bytesOf({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns:r="r"><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\nguyenvana\\"/><sheets>${sheets}</sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + related('xl/', more)),
    'xl/worksheets/sheet1.xml': `<worksheet>${before}<sheetData><row r="1">${cells}</row>${rows}</sheetData></worksheet>`,
    ...more,
  })
