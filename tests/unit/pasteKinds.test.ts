/** Kinds of paste, each by its smallest example: numbers, what was hidden, what another program writes, what is too much. */
import { describe, expect, it } from 'vitest'
import type { LeftOut } from '../../src/policy/text/paste/leftOut.ts'
import { nodesToInsert, pastedHtml, pastedText } from '../../src/policy/text/paste/paste.ts'
import { projectRichText } from '../../src/policy/text/richText.ts'
import { richText } from '../../src/theme/draw/richText.ts'
import { html, out, read, text, whole } from '../support/pasteReading.ts'

describe('numbers stay what they were', () => {
  const item = (mark: string, words: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span><![endif]>${words}</p>`
  it.each<[string, string, string]>([
    ['a list that goes on after a paragraph', item('1.', 'Khai mạc') + '<p>Nghỉ giữa giờ</p>' + item('2.', 'Bế mạc'), '<ol><li>Khai mạc</li></ol><p>Nghỉ giữa giờ</p><ol start="2"><li>Bế mạc</li></ol>'],
    ['a list that begins at three', '<ol start=3><li>Ba</li><li>Bốn</li></ol>', '<ol start="3"><li>Ba</li><li>Bốn</li></ol>'],
    ['a mark that is words', item('Điều 1.', 'Phạm vi') + item('Điều 2.', 'Đối tượng'), '<p>Điều 1. Phạm vi</p><p>Điều 2. Đối tượng</p>'],
    ['letters of a list', item('a)', 'Học sinh') + item('b)', 'Giáo viên'), '<p>a) Học sinh</p><p>b) Giáo viên</p>'],
    ['a page’s list of letters', '<ol type="a"><li>Học sinh</li><li>Giáo viên<ul><li>Toán</li></ul></li></ol>', '<p>a. Học sinh</p><p>b. Giáo viên</p><ul><li>Toán</li></ul>'],
    ['Google Docs’ Roman numbers', '<ol start="2"><li style="list-style-type:upper-roman"><p>Mục đích</p></li><li style="list-style-type:upper-roman">Yêu cầu</li></ol>', '<p>II. Mục đích</p><p>III. Yêu cầu</p>'],
    ['bullets of every kind', item('·', 'Một') + item('o', 'Hai') + item('§', 'Ba') + item('-', 'Bốn'), '<ul><li>Một</li><li>Hai</li><li>Ba</li><li>Bốn</li></ul>'],
    ['the number of a heading', "<h1><span style='mso-list:Ignore'>I.<span>&nbsp;</span></span>Mục đích</h1>", '<h2>I. Mục đích</h2>'],
    ['a cell that holds its number alone', `<table><tr><td>STT</td><td>Tên</td></tr><tr><td>${item('1.', '&nbsp;')}</td><td>Lan</td></tr></table>`, '<table><thead><tr><th scope="col">STT</th><th scope="col">Tên</th></tr></thead><tbody><tr><td>1.</td><td>Lan</td></tr></tbody></table>'],
    ['two paragraphs of one item', '<ol><li><p>Một</p><p>thêm</p></li><li>Hai</li></ol>', '<ol><li>Một<br />thêm</li><li>Hai</li></ol>'],
    ['two ends of a line in one item', '<ul><li>Một<br><br>thêm</li><li>Hai</li></ul>', '<ul><li>Một<br />thêm</li><li>Hai</li></ul>'],
  ])('%s', (_what, pasted, expected) => expect(html(pasted)).toBe(expected)) // prettier-ignore
})

describe('what was seen is pasted, what was hidden is not', () => {
  it.each<[string, string, string, Partial<LeftOut>]>([
    ['a clear ground is none', '<span style="color: rgb(0, 0, 0); background-color: rgba(0, 0, 0, 0)">Kính gửi phụ huynh.</span>', '<p>Kính gửi phụ huynh.</p>', {}],
    ['white words on a picture', '<div style="background:#fff"><p style="color:#fff;background-image:url(a.png)">Chào mừng</p></div>', '<p>Chào mừng</p>', {}],
    ['clear ink', '<p>Thấy <span style="color:transparent">không thấy</span></p>', '<p>Thấy</p>', { an: 1 }],
    ['ink of no strength', '<p>Thấy <span style="color:rgba(0,0,0,0)">không thấy</span></p>', '<p>Thấy</p>', { an: 1 }],
    ['letters of no size', '<p>Thấy <span style="font-size:0">không thấy</span></p>', '<p>Thấy</p>', { an: 1 }],
    ['a hidden row', '<table><tr><td>Lớp</td><td>Điểm</td></tr><tr style="display:none"><td>12A1 (bí mật)</td><td>1</td></tr><tr><td>12A2</td><td>9</td></tr></table>', '<table><thead><tr><th scope="col">Lớp</th><th scope="col">Điểm</th></tr></thead><tbody><tr><td>12A2</td><td>9</td></tr></tbody></table>', { an: 1 }],
    ['a hidden column', '<table><tr><td>Tên</td><td style="display:none">CCCD</td><td>Lớp</td></tr><tr><td>Lan</td><td style="display:none">012345678901</td><td>12A</td></tr></table>', '<table><thead><tr><th scope="col">Tên</th><th scope="col">Lớp</th></tr></thead><tbody><tr><td>Lan</td><td>12A</td></tr></tbody></table>', { an: 2 }],
    ['white on white in a cell', '<table><tr><td>Tên</td><td>Lớp</td></tr><tr><td style="color:#fff;background:#fff">ẩn</td><td>12A</td></tr></table>', '<table><thead><tr><th scope="col">Tên</th><th scope="col">Lớp</th></tr></thead><tbody><tr><td></td><td>12A</td></tr></tbody></table>', { an: 1 }],
    ['a control of Word’s form', 'Kính gửi: <w:Sdt Text="t"><w:sdtPr>x</w:sdtPr>Phòng Giáo dục</w:Sdt>.', '<p>Kính gửi: Phòng Giáo dục.</p>', {}],
    ['a formula', 'Giải <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math> nhé', '<p>Giải x=2 nhé</p>', {}],
    ['a link around blocks, in its place', 'Tin mới: <a href="https://a.vn/1"><div>Lịch thi</div></a> hết', '<p>Tin mới:</p><p><a href="https://a.vn/1" rel="noopener nofollow external">Lịch thi</a></p><p>hết</p>', {}],
    ['a link of two lines', 'Xem <a href="https://a.vn/1">một<br><br>hai</a>.', '<p>Xem <a href="https://a.vn/1" rel="noopener nofollow external">một</a></p><p><a href="https://a.vn/1" rel="noopener nofollow external">hai</a>.</p>', {}],
    ['a link of several forms is one', '<a href="https://a.vn/1">một <b>hai</b> ba</a>', '<p><a href="https://a.vn/1" rel="noopener nofollow external">một <strong>hai</strong> ba</a></p>', {}],
    ['lines that a style keeps', '<div style="white-space: pre-wrap">Thứ hai\nThứ ba</div>', '<p>Thứ hai<br />Thứ ba</p>', {}],
    ['blocks that a style makes', '<span style="display:block">Thứ hai</span><span style="display:block">Thứ ba</span>', '<p>Thứ hai</p><p>Thứ ba</p>', {}],
    ['arrows and ticks of Wingdings', "Lớp 10 <span style='font-family:Wingdings'>à</span> Lớp 11 <span style='font-family:Wingdings'>ü</span>", '<p>Lớp 10 → Lớp 11 ✓</p>', {}],
    ['signs of Symbol', "y <span style='font-family:Symbol'>Þ</span> x <span style='font-family:Symbol'>³</span> 1", '<p>y ⇒ x ≥ 1</p>', {}],
    ['a select-all of a sheet', `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(2)}${'<tr>' + '<td></td>'.repeat(26) + '</tr>'}${('<tr>' + '<td></td>'.repeat(26) + '</tr>').repeat(997)}</table>`, '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>', {}],
    ['the letter with which PDF files write ư', '<p>Trƣờng THPT, NGƢỜI</p>', '<p>Trường THPT, NGƯỜI</p>', {}],
    ['half a letter and none', '<p>a\ud800b\u0000c</p>', '<p>a\ufffdbc</p>', {}],
  ])('%s', (_what, pasted, expected, left) => {
    const made = pastedHtml(pasted)
    const drawn = richText(projectRichText({ root: { children: nodesToInsert(whole(made).nodes, false) } }, 'noiDung', { media: () => null, address: () => null }).content, { url: (hash) => hash, showTargets: false, marked: false })
    expect([drawn.text.replace(/\n\s*/g, ''), out(made)]).toEqual([expected, left])
  }) // prettier-ignore

  it.each<[string, string, string]>([
    ['marks with a tab are no sheet', '1.\tMột\n2.\tHai', '<p>1. Một</p><p>2. Hai</p>'],
    ['letters begin lines', `a) ${'chữ '.repeat(20)}\nb) ${'chữ '.repeat(20)}`, `<p>a) ${'chữ '.repeat(20).trim()}</p><p>b) ${'chữ '.repeat(20).trim()}</p>`],
  ])('plain text: %s', (_what, pasted, expected) => expect(text(pasted)).toBe(expected))

  it.each(['.VnCentury Schoolbook', '.VnGothic', '.VnSouthern', '.VnShelley Allegro', '.VnTime'])('%s draws small letters as small ones', (font) => {
    expect(read(pastedHtml(`<span style="font-family:'${font}'">Tr\u00adêng häc</span>`), true)).toBe('<p>Trường học</p>')
  })
  it('.VnTimeH draws every letter as a capital, and what is not turned keeps its letters', () => {
    expect(read(pastedHtml('<span style="font-family:.VnTimeH"><b>Ban</b> gi¸m hiÖu</span>'), true)).toBe('<p><strong>BAN</strong> GIÁM HIỆU</p>')
    const kept = nodesToInsert(whole(pastedHtml('<span style="font-family:.VnTime">N\u00adíc</span>')).nodes, false)
    expect(JSON.stringify(kept)).toContain('N\u00adíc')
  })

  it.each<[string, string]>([
    ['a list of a hundred thousand', `<ul>${'<li>a'.repeat(130_000)}</ul>`],
    ['a table that claims a million cells', `<table>${'<tr><td rowspan=1000 colspan=1000>a</td></tr>'.repeat(3900)}</table>`],
    ['ten thousand beginnings', '<!--StartFragment-->'.repeat(10_000)],
  ])('%s is read within bounds', (_what, pasted) => expect(typeof pastedHtml(pasted)).toBe('object'), 30_000)
  it('and so are two hundred thousand lines', () => expect(typeof pastedText('12\n'.repeat(130_000))).toBe('object'))

  it('a table too large is named by its whole size', () => {
    const row = `<tr>${'<td>ô</td>'.repeat(100)}</tr>`
    expect(out(pastedHtml(`<table>${row.repeat(100)}</table>`)).bang).toEqual([{ chu: expect.any(String), hang: 100, cot: 100 }])
  })
})
