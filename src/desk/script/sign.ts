/**
 * A person's own device signs: asked for directly in the press, for older phones allow no word in between. What the phone answers
 * goes into the form, and the form is sent.
 */
export const SIGN = `
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
const text64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
const url64 = (buffer) => text64(buffer).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
const WHY = {
  NotAllowedError: 'Chưa ký: đã bấm huỷ, quá giờ, hoặc máy này không có khoá. Bấm lại để ký, hoặc dùng mã ở dưới.',
  InvalidStateError: 'Máy này đã có khoá của bạn.',
  SecurityError: 'Khoá thuộc về địa chỉ khác của trang. Hãy mở đúng địa chỉ chính thức của trang.',
}
const NONE = 'Máy hoặc trình duyệt này chưa ký được. Hãy mở bằng Chrome hoặc Safari, qua địa chỉ https của trang; hoặc dùng mã ở dưới.'

for (const button of document.querySelectorAll('[data-ky], [data-khoa-moi]')) {
  const form = button.closest('form')
  const said = form.querySelector('[data-ky-loi]')
  const put = (name, value) => { form.elements[name].value = value }
  let done = false
  const ask = async () => {
    if (button.dataset.khoaMoi) {
      const { challenge, rp, user, exclude } = JSON.parse(button.dataset.khoaMoi)
      const made = await navigator.credentials.create({ publicKey: {
        challenge: bytes(challenge), rp, user: { ...user, id: new TextEncoder().encode(user.id) },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        excludeCredentials: exclude.map((id) => ({ type: 'public-key', id: bytes(id) })), attestation: 'none', timeout: 120000,
      } })
      const spki = made.response.getPublicKey && made.response.getPublicKey()
      if (!spki) throw new Error(NONE)
      put('spki', text64(spki))
      put('credId', url64(made.rawId))
      return
    }
    const { challenge, rpId, keys } = JSON.parse(button.dataset.ky)
    const got = await navigator.credentials.get({ publicKey: {
      challenge: bytes(challenge), rpId, userVerification: 'required', timeout: 120000,
      allowCredentials: keys.map(({ id }) => ({ type: 'public-key', id: bytes(id) })),
    } })
    const known = keys.find(({ id }) => id === url64(got.rawId))
    put('chuKy', JSON.stringify({
      khoa: known ? known.ma : '', authenticatorData: url64(got.response.authenticatorData),
      clientDataJSON: url64(got.response.clientDataJSON), chuKy: url64(got.response.signature),
    }))
  }
  button.addEventListener('click', (event) => {
    if (done) return
    event.preventDefault()
    if (!window.PublicKeyCredential) { said.textContent = NONE; return }
    button.disabled = true
    said.textContent = 'Đang chờ thiết bị…'
    ask().then(() => { done = true; button.disabled = false; said.textContent = 'Đã ký, đang gửi…'; form.requestSubmit(button) },
      (error) => { button.disabled = false; said.textContent = WHY[error.name] || error.message || NONE })
  })
}
`
