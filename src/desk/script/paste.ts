/** A table pasted from Word or Google Docs is handed over as it was drawn; what is typed after it counts instead. */
export const PASTE = `
for (const kept of document.querySelectorAll('input[data-dan]')) {
  const box = kept.form.elements[kept.dataset.dan]
  box.addEventListener('paste', (event) => {
    const drawn = event.clipboardData?.getData('text/html') || ''
    if (!drawn.includes('<table') || drawn.length > 1900000) return
    setTimeout(() => { kept.value = drawn })
  })
  box.addEventListener('input', (event) => {
    if (event.inputType !== 'insertFromPaste') kept.value = ''
  })
}
`
