/** Tables pasted from Word or Google Docs are handed over as they were drawn, one after the other; whatever else is typed or pasted counts instead. */
export const PASTE = `
for (const kept of document.querySelectorAll('input[data-dan]')) {
  const box = kept.form.elements[kept.dataset.dan]
  let drawn = ''
  box.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html') || ''
    const isTable = html.includes('<table') && html.length + kept.value.length < 1900000
    const whole = box.selectionEnd - box.selectionStart === box.value.length
    drawn = isTable && (whole || kept.value) ? (whole ? '' : kept.value) + html : ''
  })
  box.addEventListener('input', (event) => {
    kept.value = event.inputType === 'insertFromPaste' ? drawn : ''
    drawn = ''
  })
}
`
