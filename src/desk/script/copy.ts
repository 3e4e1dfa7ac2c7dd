/** A text ready for elsewhere is copied with one touch; without the script it is marked by hand. */
export const COPY = `
for (const button of document.querySelectorAll('[data-in]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
for (const box of document.querySelectorAll('[data-chep]')) {
  if (!navigator.clipboard) continue
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nut phu'
  button.textContent = 'Chép'
  button.addEventListener('click', () => navigator.clipboard.writeText(box.value).then(() => { button.textContent = 'Đã chép' }, () => box.select()))
  box.after(button)
}
`
