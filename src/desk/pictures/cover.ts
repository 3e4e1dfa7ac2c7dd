/** `/lam-viec/che/:id`: taps on a picture cover what lies under them; without a script the picture is the button. */
import { boChe, che, daChe, xemChe } from '../../actions/che.ts'
import { parseId } from '../../actions/case.ts'
import { refuse } from '../../messages/refusal.ts'
import { areasOf, areasText, MOST_AREAS, pointIn, RADII, viewOf, type Area, type Radius, type View } from '../../policy/gate/covered.ts'
import { issue } from '../../policy/issues.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { Form } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'

/** Wide enough for a thumb on the smallest phone; a tap is told in pixels of it. */
const WIDTH = 320
const SIZES: Record<Radius, string> = { nho: 'nhỏ', vua: 'vừa', to: 'to', ratTo: 'rất to' }

type Asked = { id: string; areas: Area[]; view: View; size: Radius }

const sizeOf = (text: string | null): Radius => (text !== null && Object.hasOwn(RADII, text) ? (text as Radius) : 'vua')

function readAreas(text: string | null): Area[] {
  const areas = areasOf(text ?? '')
  if (areas === null) throw refuse(issue('INVALID_VALUE', 'vung'))
  return areas
}

const askedOf = ({ request, query }: Visit): Asked => ({
  id: String(request.params.id),
  areas: readAreas(query.get('vung')),
  view: viewOf(query.get('phan') ?? ''),
  size: sizeOf(query.get('co')),
})

const search = ({ areas, view, size }: Asked): string => `vung=${areasText(areas)}&phan=${view.n}-${view.part}&co=${size}`
const at = (asked: Asked): string => `/lam-viec/che/${asked.id}?${search(asked)}`

const views = (asked: Asked): Html => {
  const link = (view: View, words: string): Html =>
    html`<a href="${at({ ...asked, view })}"${view.n === asked.view.n && view.part === asked.view.part && html` aria-current="true"`}>${words}</a>`
  return html`<p class="nen">${link({ n: 1, part: 0 }, 'Xem cả ảnh')}</p>
    <p class="mo">Mặt nhỏ quá thì phóng to từng phần, đánh số từ trái sang, từ trên xuống:</p>
    ${([2, 3] as const).map((n) => html`<p class="nen">Phóng ${n} lần: ${Array.from({ length: n * n }, (_, part) => link({ n, part }, `phần ${part + 1}`))}</p>`)}`
}

const hidden = (asked: Asked): Html =>
  html`<input type="hidden" name="vung" value="${areasText(asked.areas)}" /><input type="hidden" name="phan" value="${asked.view.n}-${asked.view.part}" />`

const sizes = ({ size }: Asked): Part =>
  (Object.keys(RADII) as Radius[]).map(
    (one) => html`<label class="chon-mot"><input type="radio" name="co" value="${one}"${one === size && html` checked`} />${SIZES[one]}</label> `,
  )

export const cover: Room = {
  path: '/lam-viec/che/:id',
  draw: async (visit) => {
    const asked = askedOf(visit)
    const id = parseId(asked.id)
    const { daChe: covered, ten } = await daChe(await visit.own(), id)
    const { cao } = await xemChe(await visit.own(), id, asked.areas, asked.view, WIDTH)
    const path = `/lam-viec/che/${asked.id}`
    const count = asked.areas.length
    return {
      title: 'Che mặt, biển số trong ảnh',
      main: html`<p>${ten}. Bấm vào chỗ cần che; bấm nhiều chỗ cũng được. Chưa lưu thì ảnh chưa đổi.</p>
        <form method="post" action="${path}">
          ${hidden(asked)}
          <fieldset><legend>Vùng che</legend>${sizes(asked)}</fieldset>
          <p><input type="image" name="diem" src="${path}/anh?${search(asked)}" width="${WIDTH}" height="${cao}" alt="Ảnh; bấm vào chỗ cần che" /></p>
        </form>
        ${views(asked)}
        <p role="status">${count === 0 ? 'Chưa chọn chỗ nào.' : `Đã chọn ${count} chỗ.`}</p>
        <form method="post" action="${path}">
          ${hidden(asked)}<input type="hidden" name="co" value="${asked.size}" />
          <p class="hang">
            ${count > 0 && html`<button class="nut" type="submit" name="viec" value="che">Che và lưu</button> <button class="nut phu" type="submit" name="viec" value="lui">Bỏ chỗ vừa chọn</button>`}
            ${covered && html`<button class="nut phu" type="submit" name="viec" value="bo">Bỏ che, lấy lại ảnh cũ</button>`}
          </p>
        </form>
        <p class="nen"><a href="/lam-viec/kho/${asked.id}">Về ảnh này và bài đang dùng nó</a></p>
        <p class="mo">Ảnh chưa che được giữ riêng trong kho của đơn vị, không địa chỉ nào mở được. Bài đã trình giữ ảnh lúc trình: che xong thì trình lại.</p>`,
    }
  },
  act: async (visit, form) => act(visit, form),
}

async function act(visit: Visit, form: Form): Promise<{ to: string }> {
  const asked: Asked = {
    id: String(visit.request.params.id),
    areas: readAreas(form.text('vung')),
    view: viewOf(form.text('phan')),
    size: sizeOf(form.text('co')),
  }
  const id = parseId(asked.id)
  const req = await visit.own()
  switch (form.text('viec')) {
    case 'che':
      await che(req, id, asked.areas)
      return { to: `/lam-viec/che/${asked.id}?da=luu` }
    case 'bo':
      await boChe(req, id)
      return { to: `/lam-viec/che/${asked.id}?da=luu` }
    case 'lui':
      return { to: at({ ...asked, areas: asked.areas.slice(0, -1) }) }
    default: {
      const [x, y] = [Number(form.text('diem.x')), Number(form.text('diem.y'))]
      if (!Number.isFinite(x) || !Number.isFinite(y) || form.text('diem.x') === '') throw refuse(issue('INVALID_VALUE', 'vung'))
      if (asked.areas.length >= MOST_AREAS) throw refuse(issue('TOO_LONG', 'vung', { max: MOST_AREAS }))
      const { cao } = await xemChe(req, id, [], asked.view, WIDTH)
      const area = { ...pointIn(asked.view, x / WIDTH, y / cao), r: Math.round(RADII[asked.size] / asked.view.n) }
      return { to: at({ ...asked, areas: [...asked.areas, area] }) }
    }
  }
}

export const coverView: Room = {
  path: '/lam-viec/che/:id/:anh',
  draw: async (visit) => {
    const asked = askedOf(visit)
    if (visit.request.params.anh !== 'anh') throw refuse(issue('NOT_FOUND'))
    // Twice as sharp as it is wide: phones have such screens.
    const { bytes } = await xemChe(await visit.own(), parseId(asked.id), asked.areas, asked.view, WIDTH * 2)
    return { file: { bytes, type: 'image/jpeg' } }
  },
}
