/** PDFs are paper: what is active in them is refused by its name, who wrote them is taken out, where they lead is read before it is approved. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { linkTo, pdfWith } from '../support/pdf.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')
const upload = async (bytes: Uint8Array, data: object = { altText: 'Kế hoạch', chuThich: 'Kế hoạch tuần' }) =>
  (await school.as('vanphong')).upload('/api/tu-lieu', { name: 'Kế hoạch.pdf', type: 'application/pdf', bytes }, data)
const kept = (doc: { filename: string }): Buffer => readFileSync(join(school.dataDir, 'tu-lieu', doc.filename))

const SCRIPT = '<< /S /JavaScript /JS (app.alert(1)) >>'
const ANNOTATION = (entries: string): { page: string } => ({ page: `/Annots [<< /Type /Annot /Rect [0 0 9 9] ${entries} >>]` })
const SIGNED = ['<< /FT /Sig /T (ky) /V 6 0 R >>', '<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> >>']

/** The same objects packed in a stream, where no search of the bytes finds them. */
const packed = async (bytes: Buffer): Promise<Buffer> =>
  Buffer.from(
    await (await PDFDocument.load(bytes, { updateMetadata: false, preserveXFA: true })).save({ useObjectStreams: true, updateFieldAppearances: false }),
  )

const ACTIVE: [string, Parameters<typeof pdfWith>[0]][] = [
  ['JavaScript', { catalog: `/Names << /JavaScript << /Names [(a) 5 0 R] >> >>`, objects: ['<< /S /Named >>'] }],
  ['JS', { catalog: `/OpenAction ${SCRIPT}` }],
  ['JS', { catalog: '/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>' }],
  ['JavaScript', { catalog: '/OpenAction << /S /J#61vaScript >>' }],
  ['OpenAction', { catalog: '/OpenAction << /S /Unheard >>' }],
  ['AA', { page: '/AA << /O << /S /URI /URI (https://moet.gov.vn/) >> >>' }],
  ['Launch', ANNOTATION('/Subtype /Link /A << /S /Launch /F (cmd.exe) >>')],
  ['EmbeddedFiles', { catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' }],
  ['FileAttachment', ANNOTATION('/Subtype /FileAttachment')],
  ['RichMedia', ANNOTATION('/Subtype /RichMedia')],
  ['XFA', { catalog: '/AcroForm << /XFA [] /Fields [] >>' }],
  ['SubmitForm', ANNOTATION('/Subtype /Widget /A << /S /SubmitForm /F (https://x.example) >>')],
  ['ImportData', ANNOTATION('/Subtype /Widget /A << /S /ImportData /F (x.fdf) >>')],
  ['GoToR', ANNOTATION('/Subtype /Link /A << /S /GoToR /F (khac.pdf) >>')],
  ['JS', { objects: [SCRIPT] }],
  ['JS', { catalog: '/AcroForm << /Fields [5 0 R] >>', objects: [...SIGNED, SCRIPT] }],
]

describe('a PDF', () => {
  it.each(ACTIVE)('with %s is refused by that name, also where its objects are packed: %#', async (what, parts) => {
    for (const bytes of [pdfWith(parts), await packed(pdfWith(parts))]) {
      const refused = await upload(bytes)
      expect([refused.status, codes(refused)]).toEqual([422, ['PDF_ACTIVE']])
      expect(refused.body.errors[0].message).toContain(`(${what})`)
    }
  })

  it.each([
    ['is encrypted', pdfWith({ trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >> /ID [<00> <00>]' }), 'PDF_LOCKED'],
    ['leads to a script', pdfWith({ page: linkTo('javascript:alert(1)') }), 'LINK_NOT_ALLOWED'],
    ['leads to a file of the reader’s own', pdfWith({ page: linkTo('file:///etc/passwd') }), 'LINK_NOT_ALLOWED'],
    ['cannot be read', Buffer.from(`%PDF-1.4\n${'% chữ\n'.repeat(400)}trailer\n<<>>\nstartxref\n0\n%%EOF\n`), 'PDF_UNREADABLE'],
    ['was cut off', pdfWith({ objects: ['<< /Length 999999 >>\nstream\nabc'] }).subarray(0, 200), 'PDF_UNREADABLE'],
  ])('that %s is refused in words', async (_name, bytes, code) => {
    const refused = await upload(bytes)
    expect([refused.status, codes(refused)]).toEqual([422, [code]])
    expect(refused.body.errors[0].message).toContain('Hãy')
  })

  it('that begins at a page, or leads about in itself, is taken', async () => {
    const parts = { catalog: '/OpenAction [3 0 R /Fit]', ...ANNOTATION('/Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] >>') }
    const opened = { catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>' }
    for (const bytes of [pdfWith(parts), pdfWith(opened)]) expect((await upload(bytes)).status).toBe(201)
  })

  it('loses who wrote it, when and what it was before', async () => {
    const bytes = pdfWith({
      catalog: '/Metadata 5 0 R /PieceInfo << /Word << /Private (NguoiViet) >> >>',
      trailer: '/Info 6 0 R /ID [<4E67756F69> <4E67756F69>]',
      objects: [
        '<< /Type /Metadata /Subtype /XML /Length 30 >>\nstream\n<dc:creator>NguoiViet</dc:crea\nendstream',
        '<< /Author (NguoiViet) /Producer (Word) >>',
        '<< /Old (NguoiViet) >>',
      ],
      ...ANNOTATION('/Subtype /Text /T (NguoiViet) /Contents (xem lại)'),
    })
    const { doc } = (await upload(bytes)).body
    const clean = await PDFDocument.load(kept(doc), { updateMetadata: false })
    const objects = clean.context.enumerateIndirectObjects().map(([, object]) => object.toString())
    expect(objects.join('\n')).not.toMatch(/NguoiViet|Word|4E67756F69|Metadata/)
    expect([clean.context.trailerInfo.Info, clean.context.trailerInfo.ID, clean.getPageCount()]).toEqual([undefined, undefined, 1])
    expect(clean.catalog.has(PDFName.of('Pages'))).toBe(true)
    expect(sha256(kept(doc))).toBe(doc.sha256)
    // What was cleaned is clean: the same bytes again.
    expect((await upload(kept(doc))).body.doc.sha256).toBe(doc.sha256)
  })

  it('that is signed keeps its bytes', async () => {
    const bytes = pdfWith({ catalog: '/AcroForm << /Fields [5 0 R] >>', objects: SIGNED, trailer: '/Info << /Author (Hieu truong) >>' })
    const { doc } = (await upload(bytes)).body
    expect([doc.sha256, kept(doc).equals(bytes)]).toEqual([sha256(bytes), true])
  })

  it('that is signed and hides something active where a library does not look is refused', async () => {
    const hiding = `<< /Length 60 >>\nstream\n9 0 obj << /S /J#61vaScript /X (app.alert(1)) >> endobj        \nendstream`
    const refused = await upload(pdfWith({ catalog: '/AcroForm << /Fields [5 0 R] >>', objects: [...SIGNED, hiding] }))
    expect([refused.status, codes(refused)]).toEqual([422, ['PDF_ACTIVE']])
  })
})

describe('the links of a PDF', () => {
  const submitted = async (uri: string) => {
    const { doc } = (await upload(pdfWith({ page: linkTo(uri) }))).body
    return submit(school, 'vanphong', await createStory(school, 'vanphong', { tuLieu: [doc.id] }))
  }

  it('are frozen, and shown with their targets to whoever reviews it', async () => {
    const { banTrinh } = (await submitted('https://moet.gov.vn/van-ban?so=1')).body
    const reviewer = await school.as('vanphong')
    const frozen = JSON.parse((await reviewer.get(`/api/ban-trinh/${banTrinh.id}`)).body.noiDung)
    expect(frozen.tuLieu[0].lienKet).toEqual(['https://moet.gov.vn/van-ban?so=1'])
    expect((await reviewer.get(`/api/ban-trinh/${banTrinh.id}/xem`)).text).toContain('<li>https://moet.gov.vn/van-ban?so=1</li>')
  })

  it('lead only to hosts of the school’s list', async () => {
    const refused = await submitted('https://xau.example/tai')
    expect([refused.status, codes(refused), refused.body.errors[0].field]).toEqual([422, ['LINK_HOST_NOT_ALLOWED'], 'tuLieu'])
  })

  it('and what is active in one kept before PDFs were read are found when it is submitted', async () => {
    const { doc } = (await upload(pdfWith({}))).body
    const old = pdfWith({ catalog: `/OpenAction ${SCRIPT}` })
    // As an earlier release kept it.
    writeFileSync(join(school.dataDir, 'tu-lieu', doc.filename), old)
    await school.owner.query('update tu_lieu set sha256 = $1 where id = $2', [sha256(old), doc.id])
    const refused = await submit(school, 'vanphong', await createStory(school, 'vanphong', { tuLieu: [doc.id] }))
    expect([refused.status, codes(refused), refused.body.errors[0].field]).toEqual([422, ['PDF_ACTIVE'], 'tuLieu'])
  })
})
