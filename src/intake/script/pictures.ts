/**
 * Each chosen picture is sent by itself, with its progress, while the words are still being typed: what came needs not be sent
 * again when the line breaks, and the form itself stays small.
 */
export const PICTURES = `
const PART = 512 * 1024
const answerOf = async (ask) => {
  const answer = await ask
  const data = await answer.json().catch(() => ({}))
  if (answer.ok || answer.status === 409) return data
  throw Object.assign(new Error(data.loi || 'máy chủ chưa nhận được tệp này.'), { said: answer.status < 500 })
}
/* A line that breaks is waited for: what came stays, and the rest goes on from there. */
async function inParts(at, file, tell) {
  const about = new URLSearchParams({ ten: file.name.slice(0, 300), loai: file.type, co: String(file.size) })
  const { giu } = await answerOf(fetch(at + '?' + about, { method: 'POST' })).catch((error) => { throw error.said ? error : new Error('mất mạng, chưa gửi được. Chữ và những ảnh khác vẫn còn.') })
  let [from, broken] = [0, 0]
  while (from < file.size) {
    try {
      const { toi } = await answerOf(fetch(at + '/noi?tu=' + from, { method: 'POST', headers: { 'X-Giu': giu, 'Content-Type': 'application/octet-stream' }, body: file.slice(from, from + PART) }))
      from = toi
      broken = 0
      tell(from / file.size, '')
    } catch (error) {
      broken += 1
      if (error.said || broken > 20) throw error.said ? error : new Error('mất mạng, mới gửi được một phần. Chữ và những ảnh khác vẫn còn.')
      tell(from / file.size, ' (mạng yếu, đang chờ để gửi tiếp)')
      await new Promise((done) => { setTimeout(done, Math.min(15000, 1000 * broken)); addEventListener('online', done, { once: true }) })
      from = await answerOf(fetch(at + '?' + new URLSearchParams({ giu }))).then(({ toi }) => toi, () => from)
    }
  }
  return giu
}
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
    const taken = (giu) => {
      going -= 1
      wait()
      const label = document.createElement('label')
      const box = document.createElement('input')
      label.className = 'chon-mot'
      Object.assign(box, { type: 'checkbox', name: 'giu', value: giu, checked: true })
      label.append(box, file.name + ', đã nhận')
      row.replaceChildren(label)
    }
    going += 1
    wait()
    inParts('/gui-bai/' + form.dataset.gui + '/phan', file, (share, words) => { bar.value = share; said.textContent = file.name + words }).then(taken, (error) => lost(error.message))
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
