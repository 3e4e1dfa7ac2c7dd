/** What is pasted, from the clipboard of each program to what readers see: each file's right result stands here first. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { file, html, out, read, text, whole } from '../support/pasteReading.ts'
import { editorWords } from '../../src/messages/editor.ts'
import { nodesToInsert, pastedHtml, pastedText } from '../../src/policy/text/paste/paste.ts'
import { plainText, projectRichText } from '../../src/policy/text/richText.ts'

const SCORES =
  '<thead><tr><th scope="col">Lớp</th><th scope="col">Điểm</th><th scope="col">Hạng</th></tr></thead><tbody><tr><td>12A1</td><td>98</td><td>1</td></tr><tr><td>12A2</td><td>95</td><td>2</td></tr></tbody>'
const vi = editorWords('vi')

describe('Word', () => {
  it('a page: outline, forms of letters, lists of both kinds, links; no remark, no deletion, no style', () => {
    const pasted = pastedHtml(file('word-doan-van.html'))
    expect(read(pasted)).toBe(
      [
        '<h2>NGÀY HỘI ĐỌC SÁCH</h2>',
        '<p><strong>Sáng thứ hai</strong>, toàn trường dự ngày hội đọc sách. <em>Mỗi lớp</em> góp <u>mười cuốn</u>.</p>',
        '<p><strong>Đậm bằng style.</strong> <em>Nghiêng bằng style.</em> H<sub>2</sub>O, m<sup>2</sup>.</p>',
        '<ul><li>Gian truyện</li><li>Gian khoa học</li></ul><ol><li>Khai mạc</li></ol>',
        '<p><a href="https://thuvien.example.vn/sach" rel="noopener nofollow external">Trang thư viện</a></p>',
        '<p>thêm vào bản theo dõi sửa.</p>',
      ].join(''),
    )
    expect(out(pasted)).toEqual({ nhanXet: 1, xoa: 1 })
  })
  it('the ranks of headings stay ranks', () =>
    expect(html(file('word-hai-cap-de-muc.html'))).toBe(
      '<h2>Phần một: mục đích</h2><p>Đoạn một.</p><h3>Mục nhỏ a</h3><p>Đoạn hai.</p><h4>Mục nhỏ hơn</h4><p>Đoạn ba.</p><h2>Phần hai: nội dung</h2><p>Đoạn bốn.</p>',
    ))
  it('a tracked change: what was put in stays, what was taken out and the remark do not', () => {
    const pasted = pastedHtml(file('word-sua-theo-doi.html'))
    expect(read(pasted)).toBe('<p>Nhà trường thu quỹ 200.000 đồng mỗi học sinh.</p>')
    expect(out(pasted)).toEqual({ nhanXet: 1, xoa: 1 })
    expect(vi.leftOut(whole(pasted).leftOut)).toBe('Đã bỏ các nhận xét và 1 chỗ đã xoá khi theo dõi sửa.')
  })
  it('a table, with the names of its columns', () =>
    expect(html(file('bang-word.html'))).toBe(
      `<p>Kết quả thi đua:</p><table>${SCORES.replace(/<th scope="col">(.*?)<\/th>/g, '<th scope="col"><strong>$1</strong></th>')}</table><p>Sau bảng.</p>`,
    ))
  it('a picture of the writer’s computer is said, the words stay', () => {
    const pasted = pastedHtml(file('anh-word-file.html'))
    expect(read(pasted)).toBe('<p>Trước ảnh.</p><p>Sau ảnh.</p>')
    expect(vi.leftOut(whole(pasted).leftOut)).toBe('Đã bỏ 1 ảnh; hãy tải ảnh lên thư viện rồi chèn vào bài.')
  })
  it('a list inside a list', () => {
    const item = (level: number, mark: string, words: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span><![endif]>${words}</p>`
    expect(html(item(1, '1.', 'Một') + item(2, '·', 'Một a') + item(2, '·', 'Một b') + item(1, '2.', 'Hai'))).toBe(
      '<ol><li>Một<ul><li>Một a</li><li>Một b</li></ul></li><li>Hai</li></ol>',
    )
  })
})

describe('Excel, pages, Google Docs', () => {
  it('a sheet is a table, as HTML and as text', () => {
    expect(html(file('bang-excel.html'))).toBe(`<table>${SCORES}</table>`)
    expect(text(file('bang-excel.txt'))).toBe(`<table>${SCORES}</table>`)
  })
  it.each(['anh-tu-trang-khac.html', 'anh-base64.html'])('%s: the words stay, the picture is said', (name) => {
    const pasted = pastedHtml(file(name))
    expect(read(pasted)).toBe('<p>Trước ảnh.</p><p>Sau ảnh.</p>')
    expect(out(pasted)).toEqual({ anh: 1 })
  })
  it('a page: what nobody saw stays there, what was folded comes along', () => {
    const pasted = pastedHtml(file('trang-khac-mau-chu.html'))
    expect(read(pasted)).toBe(
      '<p>Đoạn nhìn thấy.</p><p>Đoạn div hai.</p><p>Xem thêm</p><p>Phần gập.</p><blockquote>Trích lời.</blockquote><p>mã<br />hai dòng</p><p>giữa</p><p>đỏ to<sup>2</sup></p>',
    )
    expect(out(pasted)).toEqual({ an: 2, khung: 1 })
  })
  it('Google Docs: its bold wrapper is not bold, its own lists stay', () =>
    expect(
      html(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Đậm</span><span style="font-weight:400"> thường</span></p><ul><li dir="ltr"><p role="presentation">Một</p></li><ul><li><p>Trong</p></li></ul></ul></b>',
      ),
    ).toBe('<p><strong>Đậm</strong> thường</p><ul><li>Một<ul><li>Trong</li></ul></li></ul>'))
  it('links that lead nowhere for a reader keep their words', () => {
    const pasted = pastedHtml(
      '<p><a href="file:///C:/x.doc">tệp</a> <a href="javascript:alert(1)">bấm</a> <a href="#m">mục</a> <a href="https://www.google.com/url?q=https://moet.gov.vn/a&amp;sa=D">Bộ</a></p>',
    )
    expect(read(pasted)).toBe('<p>tệp bấm mục <a href="https://moet.gov.vn/a" rel="noopener nofollow external">Bộ</a></p>')
    expect(out(pasted)).toEqual({ lienKet: 2 })
  })
  it('merged cells are unfolded, a table in a table becomes words of its cell, a caption stays', () => {
    const pasted = pastedHtml(
      '<table><caption>Lịch trực</caption><tr><th>Ngày</th><th>Sáng</th><th>Chiều</th></tr><tr><td rowspan=2>Thứ hai</td><td colspan=2>Cô Lan</td></tr><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>',
    )
    expect(read(pasted)).toBe(
      '<table><caption>Lịch trực</caption><thead><tr><th scope="col">Ngày</th><th scope="col">Sáng</th><th scope="col">Chiều</th></tr></thead><tbody><tr><td>Thứ hai</td><td>Cô Lan</td><td></td></tr><tr><td></td><td>a – b</td><td>c</td></tr></tbody></table>',
    )
    expect(out(pasted)).toEqual({ bangLong: 1 })
  })
  it('a table of ten thousand cells is left out and named', () => {
    const row = (y: number): string => `<tr>${Array.from({ length: 20 }, (_, x) => `<td>ô ${y} ${x}</td>`).join('')}</tr>`
    const pasted = pastedHtml(`<p>Trước.</p><table>${Array.from({ length: 500 }, (_, y) => row(y)).join('')}</table>`)
    expect(read(pasted)).toBe('<p>Trước.</p>')
    expect(vi.leftOut(whole(pasted).leftOut)).toMatch(/^Bảng “ô 0 0.*” có 500 hàng và 20 cột, nhiều hơn 200 hàng hoặc 20 cột, nên chưa dán\./)
    const full = pastedHtml(`<table>${Array.from({ length: 200 }, (_, y) => row(y)).join('')}</table>`)
    expect(read(full).match(/<t[dh][ >]/g)).toHaveLength(4000)
    // A cell that claims a thousand columns.
    expect(out(pastedHtml('<table><tr><td colspan=1000>a</td></tr><tr><td>b</td><td>c</td></tr></table>'))).toEqual({})
  }, 60_000)
})

describe('plain text', () => {
  it('Zalo: its lines, its faces', () =>
    expect(text(file('zalo.txt'))).toBe(
      '<p>[10:21, 20/11/2026] Cô Lan CN 12A1: Các em nộp bài trước 17h nhé!</p><p>Link: https://forms.gle/abc</p><p>👉👉 Sân trường, 7h sáng ❤️</p>',
    ))
  it.each([
    ['an-2028.txt', '<p>Dòng một<br />dòng hai từ trình chiếu.</p>'],
    ['an-lrm.txt', '<p>Điện thoại: 0912 000 000, gặp cô văn thư.</p>'],
    ['an-nbsp.txt', '<p>Lớp 12A1 có 42 học sinh.</p>'],
    ['an-shy.txt', '<p>Hội nghị cán bộ viên chức.</p>'],
    ['an-word-vtab.txt', '<p>Kính gửi các thầy cô<br />và các em học sinh.</p>'],
    ['an-zwsp.txt', '<p>Thông báo lịch học tuần 12.</p>'],
    ['nfd.txt', '<p>Trường tổ chức ngày hội đọc sách, được phụ huynh ủng hộ.</p>'],
    ['pua.txt', '<p>Việc cần làm:</p><ul><li>Quét lớp</li><li>Trồng cây</li><li>Xong</li></ul>'],
  ])('%s is mended', (name, right) => expect(text(file(name))).toBe(right))
  it('lines a page of a PDF broke are one paragraph again; a list of short lines is not', () => {
    expect(text('Sáng thứ hai, toàn trường dự ngày hội đọc sách ở sân trường và mỗi lớp góp\nmười cuốn sách cho thư viện của trường.\nBuổi chiều nghỉ.')).toBe(
      '<p>Sáng thứ hai, toàn trường dự ngày hội đọc sách ở sân trường và mỗi lớp góp mười cuốn sách cho thư viện của trường.</p><p>Buổi chiều nghỉ.</p>',
    )
    expect(text('gạo\nmuối\nvở')).toBe('<p>gạo</p><p>muối</p><p>vở</p>')
  })
})

describe('old fonts', () => {
  const RIGHT = 'Trường Trung học phổ thông tổ chức lễ khai giảng năm học mới với sự tham gia của đông đảo thầy cô giáo, học sinh và phụ huynh.'
  it.each([
    ['tcvn3-word.html', 'TCVN3', RIGHT.replace('khai giảng', 'khải giảng')],
    ['vni-word.html', 'VNI', RIGHT],
  ])('%s: shown first, converted on yes, left alone on no', (name, font, right) => {
    const pasted = pastedHtml(file(name))
    expect(whole(pasted).fonts.map((p) => [p.font, p.sau])).toEqual([[font, right]])
    expect(read(pasted, true)).toBe(`<p>${right}</p>`)
    expect(plainText(nodesToInsert(whole(pasted).nodes, false))).toBe(whole(pasted).fonts[0]!.truoc)
  })
  it('as plain text, by the words alone', () => {
    expect(read(pastedText(file('vni.txt')), true)).toBe(`<p>${RIGHT}</p>`)
    expect(read(pastedText(file('tcvn3.txt')), true)).toBe(`<p>${RIGHT.replace('khai giảng', 'khải giảng')}</p>`)
  })
  it('a capital font’s letters are capitals; a Unicode text in a font of that name is left alone', () => {
    expect(read(pastedHtml('<p><span style="font-family:.VnTimeH">Tr­êng häc</span></p>'), true)).toBe('<p>TRƯỜNG HỌC</p>')
    expect(whole(pastedHtml('<p><span style="font-family:.VnTime">Trường học của thị trấn à</span></p>')).fonts).toEqual([])
  })
  it('correct texts ask nothing and stay as they are', () => {
    const pasted = pastedText(file('chu-dung-bi-chan.txt'))
    expect(whole(pasted).fonts).toEqual([])
    expect(plainText(whole(pasted).nodes)).toContain('«Truyện Kiều», «Chí Phèo»')
  })
})

describe('whatever is pasted', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'h1',
    'h5',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'b',
    'span',
    'a href="https://x.vn/"',
    'blockquote',
    'br',
    'pre',
    'del',
    'p style="mso-list:l1 level3 lfo1"',
  )
  const piece = fc.oneof(
    fc.constantFrom('chữ', ' ', 'a&nbsp;b', '\n'),
    tag.map((t) => `<${t}>`),
    tag.map((t) => `</${t.split(' ')[0]}>`),
  )
  it('passes the gate or is nothing: no node the gate does not know', () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const nodes = nodesToInsert(whole(pastedHtml(parts.join(''))).nodes, false)
        const { issues } = projectRichText({ root: { children: nodes } }, 'a', { media: () => null, address: () => null })
        expect(issues).toEqual([])
      }),
      { numRuns: 400 },
    ))
  it('keeps every word of paragraphs and tables, in order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.stringMatching(/^[a-zàáảãạăằđêếôốơờưừ]{1,6}$/), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const width = Math.max(...rows.map((r) => r.length))
          const made = html(`<table>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`)
          expect(
            width > 1 &&
              made
                .replace(/<[^>]+>/g, ' ')
                .split(/\s+/)
                .filter(Boolean),
          ).toEqual(rows.flat().map((c) => c.normalize('NFC')))
        },
      ),
    ))
  it('five megabytes of Word are read in the blink of an eye, and what is longer than a text may be is said', () => {
    const line = `<p class=MsoNormal style='text-align:justify;text-indent:1.0cm;mso-fareast-font-family:"Times New Roman"'><span lang=VI style='font-size:14.0pt;mso-bidi-font-family:"Times New Roman"'>Sáng nay học sinh trồng cây.<o:p></o:p></span></p>\n`
    const page = line.repeat(Math.ceil(5_000_000 / line.length))
    const began = performance.now()
    expect(pastedHtml(page)).toHaveProperty('tooLong')
    const fits = pastedHtml(line.repeat(4000))
    expect(whole(fits).nodes).toHaveLength(4000)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(pastedText('a'.repeat(500_001))).toEqual({ tooLong: { chu: 500_001 } })
  }, 60_000)
})
