/** What a class types is kept on its device until it was received. */
export const KEEP = `
const MINE = 'ct-gui:'
const each = (work) => { try { work() } catch { /* A device that keeps nothing still sends. */ } }
if (document.querySelector('[data-xong]')) each(() => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(MINE)) localStorage.removeItem(key)
})
for (const form of document.querySelectorAll('form[data-gui]')) {
  const key = MINE + form.getAttribute('action')
  const fields = () => [...form.elements].filter((one) => ['text', 'textarea', 'date', 'radio'].includes(one.type) && one.name !== 'trangWeb')
  const untouched = !document.querySelector('.tom-loi')
  each(() => {
    const kept = JSON.parse(localStorage.getItem(key) || 'null')
    if (!kept || !untouched) return
    for (const one of fields()) {
      if (!(one.name in kept)) continue
      if (one.type === 'radio') one.checked = one.value === kept[one.name]
      else one.value = kept[one.name]
    }
    const said = document.createElement('p')
    said.className = 'da-lam'
    said.setAttribute('role', 'status')
    said.textContent = 'Máy này còn giữ chữ em gõ lần trước; em viết tiếp được ngay.'
    form.before(said)
  })
  form.addEventListener('input', () => each(() => {
    const now = {}
    for (const one of fields()) if (one.type !== 'radio' || one.checked) now[one.name] = one.value
    localStorage.setItem(key, JSON.stringify(now))
  }))
}
`
