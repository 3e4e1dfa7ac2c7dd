/** Does the work a busy code asks for while the words are still being typed; pressed before it is done, the form waits for it. */
export const WORK = `
const zeros = (bytes, bits) => bytes.subarray(0, bits / 8).every((one) => one === 0)
async function solve(mark, bits) {
  const letters = new TextEncoder()
  for (let n = 0; ; n += 1) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', letters.encode(mark + ':' + n)))
    if (zeros(hash, bits)) return String(n)
  }
}
for (const input of document.querySelectorAll('input[data-cong]')) {
  const form = input.form
  const button = form.querySelector('button[type=submit]')
  if (!globalThis.crypto?.subtle) continue
  const work = solve(form.elements.luc.value, Number(input.dataset.cong)).then((n) => { input.value = n })
  form.addEventListener('submit', (event) => {
    if (input.value !== '') return
    event.preventDefault()
    button.disabled = true
    button.textContent = 'Đang kiểm, chờ vài giây…'
    void work.then(() => { button.disabled = false; form.requestSubmit(button) })
  })
}
`
