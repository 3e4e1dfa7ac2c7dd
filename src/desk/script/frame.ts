/** A text that is read grows to its whole height, so that a thumb scrolls one page only. Without it the frame scrolls by itself. */
export const FRAME = `
for (const frame of document.querySelectorAll('iframe.lon')) {
  let watched
  const follow = () => {
    const body = frame.contentDocument && frame.contentDocument.body
    if (!body || body === watched) return
    watched = body
    const fit = () => { frame.style.height = Math.ceil(body.getBoundingClientRect().height) + 2 + 'px' }
    new ResizeObserver(fit).observe(body)
    fit()
  }
  frame.addEventListener('load', follow)
  follow()
}
`
