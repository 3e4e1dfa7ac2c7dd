/** Writing a story: its kind is chosen, its words are typed, it is seen as readers get it, and sent. Opening it stores nothing. */
import { ACTIONS } from '../../actions/index.ts'
import { xemThu } from '../../actions/xemThu.ts'
import { STATES } from '../../messages/vi.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue, statusOf, type Issue } from '../../policy/issues.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { summaryOf } from '../../forms/field.ts'
import { formOf } from '../../forms/read.ts'
import { refusalIn, say } from '../refusal.ts'
import { openComments } from '../reading/comments.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { DeskPage, Kept, Room, Visit, Went } from '../room.ts'
import { storyFields } from '../writing/form.ts'
import { kindOf, KINDS, type Kind } from '../writing/kinds.ts'
import { missingPart } from '../writing/missing.ts'
import { saveStory, type Saved } from '../writing/save.ts'
import { mayBegin, panelOf, pathOf, SLUG, storyOf, type Story } from '../writing/story.ts'

const NEW = '/lam-viec/viet'

const chooser = (): Html =>
  html`<ul class="viec">
      ${Object.entries(KINDS).map(([kind, { ten, dungKhi }]) => html`<li><a href="${NEW}?loai=${kind}">${ten}</a> <span class="nho">${dungKhi}</span></li>`)}
    </ul>
    <p class="mo">Bài có bảng hoặc trình bày phức tạp: <a href="/admin/bat-dau/${SLUG}">soạn trong trang quản trị</a>.</p>`

const buttons = html`<p class="hang chot"><button class="nut" type="submit" name="viec" value="luu">Lưu</button><button class="nut phu" type="submit" name="viec" value="xem">Xem trước</button><button class="nut phu" type="submit" name="viec" value="trinh">Trình duyệt</button></p>`

type Drawn = { story: Story | null; kind: Kind; sent: Sent; start?: string }
async function writingForm(visit: Visit, { story, kind, sent, start }: Drawn): Promise<Html> {
  const at = story ? pathOf(story.id) : NEW
  const seen = sent.form?.text('phienBan') || String(story?.phienBan ?? 0)
  // Somebody else saved meanwhile: the next press is about what is stored now, whose words stand below.
  const stale = sent.refused.some(({ code }) => code === 'STALE_VERSION')
  return html`<form method="post" action="${at}" enctype="multipart/form-data" class="viet" data-giu="${visit.actor.id}/${story?.id ?? 'moi'}">
      <input type="hidden" name="loai" value="${kind}" /><input type="hidden" name="phienBan" value="${stale ? String(story?.phienBan ?? 0) : seen}" />${await storyFields(visit, story, kind, sent, start)}${buttons}
    </form>
    ${stale && story && html`<details class="them" open><summary>Bản người khác vừa lưu</summary><pre class="ban-khac">${story.text}</pre></details>`}`
}

function kindSwitch(story: Story, kind: Kind): Part {
  return html`<details class="them">
    <summary>Thể loại: ${KINDS[kind].ten}</summary>
    <p class="hang">
      ${Object.entries(KINDS)
        .filter(([other]) => other !== kind)
        .map(([other, { ten }]) => html`<a href="${pathOf(story.id)}?loai=${other}">${ten}</a>`)}
    </p>
  </details>`
}

function standing({ options, id }: Story): Part {
  const waiting = options.buocCho !== null
  return html`<p class="mo">${STATES[options.trangThai]}${waiting && `, bước “${options.buocCho}”`}. <a href="/lam-viec/ho-so/${SLUG}/${id}">Lịch sử</a></p>
    ${waiting && html`<p class="da-lam">Bài đang chờ duyệt. Sửa rồi trình lại thì bản đang chờ không còn hiệu lực.</p>`}${
      options.lyDo !== null &&
      ['traLai', 'tuChoi'].includes(options.trangThai) &&
      html`<div class="da-lam"><strong>Lý do:</strong><blockquote>${options.lyDo}</blockquote></div>`
    }`
}

async function page(visit: Visit, story: Story, sent: Sent): Promise<DeskPage> {
  const title = String(story.doc.tieuDe || 'Chưa có tên')
  if (!story.plain)
    return {
      title,
      main: html`${standing(story)}
        <p class="da-lam">Bài này có bảng, chữ nghiêng hoặc cách trình bày mà trang viết nhanh không giữ được. Để không mất gì, hãy sửa trong trang quản trị.</p>
        <p class="hang"><a class="nut" href="${panelOf(story.id)}">Sửa trong trang quản trị</a><a class="nut phu" href="${pathOf(story.id)}/xem">Xem trước</a></p>`,
    }
  const kind = kindOf(sent.form?.text('loai')) ?? kindOf(visit.query.get('loai')) ?? kindOf(story.doc.loai) ?? 'tin'
  return {
    title,
    main: html`${standing(story)}${await openComments(visit, SLUG, story.id)}${await missingPart(visit, story)}${kindSwitch(story, kind)}${await writingForm(visit, { story, kind, sent })}`,
  }
}

/** What was typed, as it stands after a part of it was saved. */
const after = (form: Form, saved: Saved): Form => formOf(new Map([...form.texts, ['phienBan', [String(saved.phienBan)]]]))

const refusedPage = async (visit: Visit, saved: Saved, form: Form | null, issues: readonly Issue[]): Promise<DeskPage> => {
  const drawn = await page(visit, await storyOf(visit, saved.id), { form, refused: say(issues) })
  const what = html`<p class="da-lam" role="status">Chữ bạn gõ đã được lưu.</p>`
  return { ...drawn, status: statusOf(issues), main: [summaryOf(say(issues)), what, drawn.main] }
}

/** Rule: words are saved before anything else is asked; what is refused after that loses none of them. */
async function act(visit: Visit, story: Story | null, form: Form): Promise<Went | DeskPage | Kept> {
  if (!story) mayBegin(visit)
  if (story && !story.plain) throw refuse(issue('CONTENT_NOT_ALLOWED', 'noiDung', { what: 'table' }))
  const viec = form.text('viec')
  if (!['luu', 'xem', 'trinh', 'tu-luu'].includes(viec)) throw refuse(issue('INVALID_VALUE', 'viec'))
  const saved = await saveStory(visit, story, form, viec === 'tu-luu')
  if (viec === 'tu-luu') return { kept: { id: saved.id, phienBan: saved.phienBan, thieu: await stillMissing(visit, saved.id) } }
  if (saved.issues.length > 0) return refusedPage(visit, saved, after(form, saved), saved.issues)
  if (viec === 'xem') return { to: `${pathOf(saved.id)}/xem` }
  if (viec === 'luu') return { to: `${pathOf(saved.id)}?da=luu` }
  return send(visit, saved)
}

async function send(visit: Visit, saved: Saved): Promise<Went | DeskPage> {
  const numbers = saved.missing.map((n) => issue('INVALID_VALUE', 'noiDung', { goiY: `chưa có ảnh ${n}; hãy thêm ảnh hoặc bỏ dòng [ảnh ${n}]` }))
  if (numbers.length > 0) return refusedPage(visit, saved, null, numbers)
  const story = await storyOf(visit, saved.id)
  try {
    await ACTIONS.trinh(await visit.own(), story.gate, saved.id, { phienBan: saved.phienBan })
  } catch (error) {
    const issues = refusalIn(error)
    if (issues === null) throw error
    return refusedPage(visit, saved, null, issues)
  }
  return { to: `${pathOf(saved.id)}/xem?da=daTrinh` }
}

/** For the page's script: what the list on the page would say. */
async function stillMissing(visit: Visit, id: number): Promise<{ message: string; field?: string }[]> {
  const story = await storyOf(visit, id)
  const { thieu } = await xemThu(await visit.own(), story.gate, id)
  return say(thieu).map(({ message, field }) => ({ message, ...(field === undefined ? {} : { field }) }))
}

export const begin: Room = {
  path: NEW,
  draw: async (visit, sent) => {
    mayBegin(visit)
    const kind = kindOf(sent.form?.text('loai')) ?? kindOf(visit.query.get('loai'))
    if (kind === null) return { title: 'Viết gì?', main: chooser() }
    const start = visit.query.get('mau') === '1' ? KINDS[kind].mau : ''
    return {
      title: `${KINDS[kind].ten} mới`,
      main: html`<p class="mo">${KINDS[kind].dungKhi}${start === '' && html` <a href="${NEW}?loai=${kind}&amp;mau=1">Viết theo mẫu</a>`}</p>
        ${await writingForm(visit, { story: null, kind, sent, start })}`,
    }
  },
  act: (visit, form) => act(visit, null, form),
}

export const write: Room = {
  path: `${NEW}/:id`,
  draw: async (visit, sent) => page(visit, await storyOf(visit), sent),
  act: async (visit, form) => act(visit, await storyOf(visit), form),
}
