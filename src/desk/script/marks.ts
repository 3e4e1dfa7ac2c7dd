/** Buttons that put the small marks of a story where the cursor is (src/policy/text/plainStory/grammar.ts). */
export const MARKS = `
for (const box of document.querySelectorAll('form.viet textarea[name=noiDung]')) {
  const bar = document.createElement('div')
  bar.className = 'dau-chu'
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', 'Trình bày')
  const put = (text, from, to) => {
    box.focus()
    box.setSelectionRange(from, to)
    // Kept in the browser's own list of what can be undone, where it knows how.
    if (!document.execCommand('insertText', false, text)) box.setRangeText(text, from, to, 'end')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const lines = (mark) => () => {
    const from = box.value.lastIndexOf('\\n', box.selectionStart - 1) + 1
    const end = box.value.indexOf('\\n', box.selectionEnd)
    const to = end < 0 ? box.value.length : end
    put(box.value.slice(from, to).split('\\n').map((line, i) => (line.trim() ? mark(i) + line.replace(/^(#{2,4}|[-•>]|\\d+[.)]) /, '') : line)).join('\\n'), from, to)
  }
  const bold = () => {
    const from = box.selectionStart
    const words = box.value.slice(from, box.selectionEnd)
    if (words.includes('\\n')) return
    put('**' + (words || 'chữ đậm') + '**', from, box.selectionEnd)
    if (!words) box.setSelectionRange(from + 2, from + 9)
  }
  for (const [name, act] of [
    ['Chữ đậm', bold],
    ['Tiêu đề nhỏ', lines(() => '## ')],
    ['Gạch đầu dòng', lines(() => '- ')],
    ['Đánh số', lines((i) => i + 1 + '. ')],
    ['Lời trích', lines(() => '> ')],
  ]) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = name
    button.addEventListener('click', act)
    bar.append(button)
  }
  box.before(bar)
}
`
