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
    const list = document.querySelector('#anh-da-giu ul')
    for (const [word, name] of kept.giu || []) {
      const [row, label, box] = ['li', 'label', 'input'].map((tag) => document.createElement(tag))
      label.className = 'chon-mot'
      box.type = 'checkbox'
      box.name = 'giu'
      box.value = word
      box.checked = true
      label.append(box, name)
      row.append(label)
      list.append(row)
    }
    const said = document.createElement('p')
    said.className = 'da-lam'
    said.setAttribute('role', 'status')
    said.textContent = (kept.giu || []).length ? 'Máy này còn giữ chữ em gõ và ảnh, phim em gửi lần trước; em viết tiếp được ngay.' : 'Máy này còn giữ chữ em gõ lần trước; em viết tiếp được ngay. Ảnh, phim thì chọn lại.'
    form.before(said)
  })
  /* What was received already is known by its word; the list says what it was called. */
  const received = () => [...form.querySelectorAll('[name=giu]')].filter((one) => one.type === 'hidden' || one.checked)
    .map((one) => [one.value, one.closest('li')?.textContent.trim() || ''])
  const keep = () => each(() => {
    const now = { giu: received() }
    for (const one of fields()) if (one.type !== 'radio' || one.checked) now[one.name] = one.value
    localStorage.setItem(key, JSON.stringify(now))
  })
  form.addEventListener('input', keep)
  const place = form.querySelector('#anh-da-giu')
  if (place) new MutationObserver(keep).observe(place, { childList: true, subtree: true })
}
`
