/** Which kind of institution: one of the presets, shown whole before it is taken, and changed as often as wanted. */
import type { GlobalSlug } from 'payload'
import { readQuyChe } from '../../facts/quyChe.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { holds } from '../../policy/people/roles.ts'
import { firstRegulation, PRESETS, presetNamed, regulationOf, TEN_CAP, type Preset } from '../../presets/index.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { formPart } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'
import { mustOpen, standingOf } from './standing.ts'
import { after, pathOf, titleOf } from './steps.ts'

const steps = (preset: Preset): Html =>
  html`<h3>Các bước duyệt</h3>
    <ul>
      ${preset.buoc.map((b) => html`<li>${b.ten}${b.donVi && html`, ${b.donVi}`}${b.chucVu && html` (${b.chucVu})`}${b.chiNhayCam && html`, chỉ khi nhạy cảm`}${b.khacNguoi && html`, phải là người khác`}</li>`)}
    </ul>`

const choice = (preset: Preset, chosen: string): Html =>
  html`<div class="chon">
    <input type="radio" name="preset" id="o-preset-${preset.ma}" value="${preset.ma}"${preset.ma === chosen && html` checked`} /><label
      for="o-preset-${preset.ma}"
      >${TEN_CAP[preset.cap].vi} <span class="mo">(theo kế hoạch của ${preset.tenDonVi}, ${preset.nam})</span>
      <p>${preset.gioiThieu}</p></label
    >
  </div>
  <details class="them">
    <summary>Xem mẫu này có gì</summary>
    ${steps(preset)}
    <p>${preset.kiemTra.length} mục kiểm tra, ${preset.donVi.length} đơn vị gợi ý, ${preset.chuDe.length === 0 ? 'chủ đề lấy từ chỉ thị của năm' : `${preset.chuDe.length} chủ đề`}.</p>
  </details>`

async function write(visit: Visit, data: object): Promise<void> {
  const req = await visit.own()
  await req.payload.updateGlobal({ slug: 'quy-che' as GlobalSlug, data: data as never, overrideAccess: false, req })
}

/** Whether the regulation is still the one step of an opening, and the preset has more steps to take its place. */
async function isFirst(visit: Visit, preset: Preset): Promise<boolean> {
  const { buoc } = await readQuyChe(await visit.own())
  return buoc.length === 1 && buoc[0]!.vaiTro === 'nguoiPhatNgon' && preset.buoc.length > 1
}

const choosing = (sent: Sent, chosen: string): Html =>
  formPart(
    sent,
    pathOf('loai'),
    html`<fieldset>
      <legend>Chọn một mẫu</legend>
      ${PRESETS.map((one) => choice(one, chosen))}
    </fieldset>`,
    'Dùng mẫu này',
  )

const IN_FORCE = html`<p class="da-lam">Trang đã khai trương: các bước duyệt và mục kiểm tra sửa ở <a href="/admin/globals/quy-che">Quy chế</a>.</p>`
const lookingOn = (chosen: string): Html =>
  html`${PRESETS.map((one) => choice(one, chosen))}
    <p class="da-lam">Người phát ngôn chọn mẫu, vì quy chế là của người đó. <a href="${after('loai')}">Sang bước sau</a></p>`

export const kind: Room = {
  path: pathOf('loai'),
  draw: async (visit, sent) => {
    mustOpen(visit)
    const { preset, opened } = await standingOf(visit)
    const chosen = sent.form?.text('preset') ?? preset?.ma ?? ''
    const decides = holds(visit.actor, 'nguoiPhatNgon')
    const first = preset !== null && (await isFirst(visit, preset))
    const ofChain = sent.form?.text('viec') === 'quy-trinh'
    const calm = { ...sent, refused: [] }
    return {
      title: titleOf('loai'),
      main: html`<p>Mỗi mẫu là một kế hoạch truyền thông có thật. Mẫu cho sẵn các bước duyệt, mục kiểm tra, đơn vị và chủ đề; mọi thứ đều sửa được sau.</p>
        ${!decides ? lookingOn(chosen) : opened ? IN_FORCE : choosing(ofChain ? calm : sent, chosen)}
        ${
          decides &&
          first &&
          html`<h2>Quy trình đủ bước</h2>
            <p>
              Trong lúc khai trương, người phát ngôn quyết định một mình. Khi các vai trò ở trên đã có người nhận, hãy chuyển sang quy trình đủ bước của mẫu.
            </p>
            ${formPart(ofChain ? sent : calm, pathOf('loai'), html`<input type="hidden" name="viec" value="quy-trinh" />`, 'Dùng quy trình đủ bước')}`
        }`,
    }
  },
  act: async (visit, form) => {
    mustOpen(visit)
    if (form.text('viec') === 'quy-trinh') {
      const { preset } = await standingOf(visit)
      if (!preset) throw refuse(issue('MISSING_FIELD', 'preset'))
      if (!(await isFirst(visit, preset))) throw refuse(issue('CHAIN_IN_FORCE'))
      // What was changed since in the points and words of the plan stays as it is.
      const { buoc, motLanhDao } = regulationOf(preset)
      await write(visit, { buoc, motLanhDao })
      return { to: `${pathOf('loai')}?da=quyTrinh` }
    }
    // A preset replaces the whole regulation: only before anybody reads what it led to.
    if ((await standingOf(visit)).opened) throw refuse(issue('REGULATION_IN_FORCE'))
    const preset = presetNamed(form.text('preset'))
    if (!preset) throw refuse(issue('MISSING_FIELD', 'preset'))
    await write(visit, firstRegulation(preset))
    return { to: `${after('loai')}?da=mau` }
  },
}
