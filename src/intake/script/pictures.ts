/**
 * Each chosen picture is sent by itself, with its progress, while the words are still being typed: what came needs not be sent
 * again when the line breaks, and the form itself stays small.
 */
export const PICTURES = `
for (const form of document.querySelectorAll('form[data-gui]')) {
  const input = form.querySelector('input[type=file]')
  const place = document.getElementById('anh-da-giu')
  const list = place.querySelector('ul')
  const most = Number(place.dataset.anh)
  let going = 0
  const button = form.querySelector('button[type=submit]')
  const wait = () => { button.disabled = going > 0; button.textContent = going > 0 ? 'Đang gửi ảnh…' : 'Gửi' }
  const send = (file) => {
    const row = document.createElement('li')
    const said = document.createElement('span')
    const bar = document.createElement('progress')
    said.setAttribute('role', 'status')
    said.textContent = file.name
    bar.max = 1
    bar.setAttribute('aria-label', 'Đã gửi ' + file.name)
    row.append(said, bar)
    list.append(row)
    const body = new FormData()
    body.append('anh', file, file.name)
    const ask = new XMLHttpRequest()
    const lost = (why) => {
      going -= 1
      wait()
      said.textContent = file.name + ': ' + why
      const again = document.createElement('button')
      const drop = document.createElement('button')
      for (const [one, name, act] of [[again, 'Gửi lại ảnh này', () => send(file)], [drop, 'Bỏ ảnh này', () => {}]]) {
        one.type = 'button'
        one.className = 'nut phu'
        one.textContent = name
        one.addEventListener('click', () => { row.remove(); act() })
      }
      bar.replaceWith(again, ' ', drop)
    }
    ask.upload.addEventListener('progress', (event) => { if (event.lengthComputable) bar.value = event.loaded / event.total })
    ask.addEventListener('error', () => lost('mất mạng, chưa gửi được. Chữ và những ảnh khác vẫn còn.'))
    ask.addEventListener('load', () => {
      let answer = {}
      try { answer = JSON.parse(ask.responseText) } catch { /* A page of words instead of data. */ }
      if (ask.status !== 200) return lost(answer.loi || 'máy chủ chưa nhận được ảnh này.')
      going -= 1
      wait()
      const label = document.createElement('label')
      const box = document.createElement('input')
      label.className = 'chon-mot'
      Object.assign(box, { type: 'checkbox', name: 'giu', value: answer.giu, checked: true })
      label.append(box, answer.ten + ', đã nhận')
      row.replaceChildren(label)
    })
    going += 1
    wait()
    ask.open('POST', form.getAttribute('action') + '/tep')
    ask.send(body)
  }
  input.addEventListener('change', () => {
    const room = most - list.querySelectorAll('input:checked, progress').length
    for (const file of [...input.files].slice(0, Math.max(0, room))) send(file)
    if (input.files.length > room) {
      const row = document.createElement('li')
      row.setAttribute('role', 'status')
      row.textContent = 'Một bài nhiều nhất ' + most + ' ảnh; những ảnh sau chưa được nhận.'
      list.append(row)
    }
    input.value = ''
  })
}
`
