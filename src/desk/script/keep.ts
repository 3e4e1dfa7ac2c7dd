/**
 * What is typed is kept: on this device at once, on the server a few seconds later, while the line is there. What the device
 * kept and the server never got is offered again; a person who signs out takes it along.
 */
export const KEEP = `
const MINE = 'ct-viet:'
const PAUSE = 4000
const clock = () => new Date().toTimeString().slice(0, 5)
const each = (work) => { try { work() } catch { /* A device that keeps nothing still sends. */ } }

for (const out of document.querySelectorAll('form[action="/lam-viec/dang-xuat"]'))
  out.addEventListener('submit', () => each(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(MINE)) localStorage.removeItem(key)
  }))

for (const form of document.querySelectorAll('form[data-giu]')) {
  let key = MINE + form.dataset.giu
  const said = document.createElement('p')
  said.className = 'giu'
  said.setAttribute('role', 'status')
  const bar = form.querySelector('.chot')
  bar.before(said)
  const tell = (text) => { said.textContent = text }
  const typed = () => {
    const fields = []
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'phienBan') fields.push([name, value])
    return fields
  }
  const before = JSON.stringify(typed())
  let sent = before
  let timer = 0
  let busy = false
  let stopped = false
  let leaving = false

  const fill = (fields) => {
    for (const control of form.elements) {
      const values = fields.filter(([name]) => name === control.name).map(([, value]) => value)
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value)
      else if (control.type !== 'hidden' && control.type !== 'file' && values.length) control.value = values[0]
    }
  }

  each(() => {
    const done = new URLSearchParams(location.search).get('da')
    const kept = JSON.parse(localStorage.getItem(key) || 'null')
    if (done) {
      localStorage.removeItem(key)
      localStorage.removeItem(MINE + form.dataset.giu.split('/')[0] + '/moi')
      return
    }
    if (!kept || JSON.stringify(kept.fields) === before || form.querySelector('.sai') || document.querySelector('.tom-loi')) return
    const offer = document.createElement('div')
    offer.className = 'da-lam'
    const words = document.createElement('p')
    words.textContent = 'Máy này còn giữ chữ bạn gõ lúc ' + kept.at + ' mà chưa gửi được.'
    const use = document.createElement('button')
    const drop = document.createElement('button')
    for (const [button, name, act] of [[use, 'Dùng lại chữ ấy', () => { fill(kept.fields); changed() }], [drop, 'Bỏ đi', () => localStorage.removeItem(key)]]) {
      button.type = 'button'
      button.className = 'nut phu'
      button.textContent = name
      button.addEventListener('click', () => { act(); offer.remove(); form.querySelector('[name=tieuDe]').focus() })
    }
    offer.append(words, use, ' ', drop)
    form.before(offer)
  })

  const showMissing = (missing) => {
    const place = document.querySelector('[data-thieu]')
    if (!place) return
    const head = document.createElement('p')
    head.textContent = missing.length ? 'Còn thiếu ' + missing.length + ' điều để trình:' : 'Đủ để trình duyệt.'
    const list = document.createElement('ul')
    for (const { message, field } of missing) {
      const item = document.createElement('li')
      const link = document.createElement('a')
      link.textContent = message
      link.href = '#o-' + String(field).split('.')[0]
      item.append(field ? link : message)
      list.append(item)
    }
    place.replaceChildren(head, ...(missing.length ? [list] : []))
  }

  const send = async () => {
    const now = JSON.stringify(typed())
    if (busy || stopped || now === sent || !form.elements.tieuDe.value.trim()) return
    busy = true
    tell('Đang lưu…')
    try {
      const body = new URLSearchParams(new FormData(form))
      body.delete('anhMoi')
      body.set('viec', 'tu-luu')
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
      if (answer.ok) {
        const { id, phienBan, thieu } = await answer.json()
        form.elements.phienBan.value = phienBan
        sent = now
        each(() => localStorage.removeItem(key))
        if (form.dataset.giu.endsWith('/moi')) {
          form.action = '/lam-viec/viet/' + id
          form.dataset.giu = form.dataset.giu.replace('moi', id)
          key = MINE + form.dataset.giu
          history.replaceState(null, '', form.action)
        }
        showMissing(thieu)
        tell('Đã lưu lúc ' + clock() + '.')
      } else {
        stopped = answer.status < 500 && answer.status !== 429
        tell(answer.status === 409 ? 'Người khác vừa lưu bài này. Bấm “Lưu” để xem cả hai bản.'
          : answer.status === 401 ? 'Phiên đăng nhập đã hết; chữ vẫn còn trên máy này. Bấm “Lưu” để đăng nhập lại.'
          : 'Chưa tự lưu được; chữ vẫn còn trên máy này. Bấm “Lưu” để xem vì sao.')
      }
    } catch {
      tell('Mất mạng; chữ vẫn còn trên máy này và sẽ gửi khi có mạng.')
    }
    busy = false
    if (JSON.stringify(typed()) !== sent && !stopped && !leaving) later()
  }
  const later = () => { clearTimeout(timer); timer = setTimeout(send, PAUSE) }
  const changed = () => {
    each(() => localStorage.setItem(key, JSON.stringify({ at: clock(), fields: typed() })))
    later()
  }
  form.addEventListener('input', changed)
  /* What is being saved is saved first: pressed meanwhile, the form would meet its own words as somebody else's. */
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (!busy) { stopped = true; return }
    event.preventDefault()
    const { submitter } = event
    if (leaving) return
    leaving = true
    const end = Date.now() + 15000
    const go = () => {
      if (busy && Date.now() < end) { setTimeout(go, 50); return }
      busy = false
      stopped = true
      form.requestSubmit(submitter)
    }
    go()
  })
  addEventListener('online', send)
}
`
