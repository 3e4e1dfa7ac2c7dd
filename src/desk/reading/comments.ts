/** Comments on a passage: whoever reads a submission says what he means of which words; they stay until somebody settles them. */
import { addComment, commentsOf, settleComment, type Comment } from '../../facts/comments.ts'
import { parseId } from '../../actions/case.ts'
import { refuse } from '../../messages/refusal.ts'
import { blocksOf, type Block } from '../../policy/gate/differences/blocks.ts'
import { maySettle, MOST_OPEN } from '../../policy/gate/comments.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { issue } from '../../policy/issues.ts'
import type { BanTrinh } from '../../record/banTrinh.ts'
import { gateOf } from '../../runtime.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field } from '../../forms/field.ts'
import { sentTo, type Form, type Sent } from '../../forms/form.ts'
import type { Visit, Went } from '../room.ts'
import { fieldName } from './changes.ts'
import type { Content } from './content.ts'
import type { Reading } from './facts.ts'

const MOST_PASSAGES = 300
const MOST_WORDS = 1000
const QUOTED = 300
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most).trimEnd()}…` : text)

/** Words people can point at, in reading order. */
const passagesOf = (gateFields: Reading['gate']['fields'], content: Content): Block[] =>
  blocksOf(gateFields, content).filter(({ kind, text }) => (kind === 'chu' || kind === 'anh') && text.trim() !== '').slice(0, MOST_PASSAGES) // prettier-ignore

const one = ({ id, lan, truong, doan, loi, tenNguoi, luc, xong }: Comment, now: readonly Block[], at: string | null): Html => {
  const still = doan === '' || now.some(({ text }) => short(text, QUOTED) === doan)
  return html`<li${xong && html` class="xong"`}>
    ${doan !== '' && html`<blockquote><span class="mo">${fieldName(truong)}: </span>${doan}${!still && html` <span class="mo">(đoạn này đã sửa)</span>`}</blockquote>`}<strong>${loi}</strong>
    <span class="mo">${[tenNguoi, `lần trình ${lan}`, moment(luc), xong ? 'đã xong' : ''].filter((word) => word !== '').join(' · ')}</span>${
      at !== null &&
      !xong &&
      html`<form method="post" action="${at}"><input type="hidden" name="yKienXong" value="${id}" /><button class="nut phu" type="submit" name="viec" value="xong-y-kien">Đã xong</button></form>`
    }
  </li>`
}

/** Where a story is written: what is asked for, and settled there. */
export async function openComments({ own }: Visit, boSuuTap: string, taiLieu: number): Promise<Part> {
  const open = (await commentsOf(await own(), boSuuTap, taiLieu)).filter(({ xong }) => !xong)
  return (
    open.length > 0 &&
    html`<div class="da-lam"><p><strong>Góp ý cần xem (${open.length})</strong></p><ul class="y-kien">${open.map((c) => one({ ...c, truong: c.truong }, [], null))}</ul></div>`
  )
}

export async function commentsPart(visit: Visit, r: Reading, sent: Sent): Promise<Html> {
  const at = `/lam-viec/doc/${r.banTrinh.id}`
  const passages = passagesOf(r.gate.fields, r.content)
  const all = await commentsOf(await visit.own(), r.gate.slug, r.banTrinh.taiLieu)
  const mine = sentTo(sent, 'y-kien', sent.form?.text('viec') === 'y-kien')
  const options = [
    { value: '', label: 'Cả bài' },
    ...passages.map(({ field: name, text }, i) => ({ value: String(i), label: `${fieldName(name)}: ${short(text, 60)}` })),
  ]
  const [open, done] = [all.filter(({ xong }) => !xong), all.filter(({ xong }) => xong)]
  return html`<h2 id="gop-y">Góp ý từng đoạn</h2>
    ${open.length > 0 && html`<ul class="y-kien">${open.map((c) => one(c, passages, maySettle(r.banTrinh.nguoiDongGop, visit.actor.id, c.nguoi) ? at : null))}</ul>`}
    <details class="them"${mine.form !== null && html` open`}>
      <summary>Góp ý vào một đoạn</summary>
      <form method="post" action="${at}">
        ${field({ name: 'doan', label: 'Đoạn', options }, mine)}${field({ name: 'loi', label: 'Góp ý', rows: 2, max: MOST_WORDS, required: true }, mine)}
        <p class="hang"><button class="nut phu" type="submit" name="viec" value="y-kien">Ghi góp ý</button></p>
      </form>
    </details>
    ${done.length > 0 && html`<details class="them"><summary>Đã xong (${done.length})</summary><ul class="y-kien">${done.map((c) => one(c, passages, null))}</ul></details>`}`
}

/** The two verbs of comments, for whoever may read the submission. */
export async function comment(visit: Visit, banTrinh: BanTrinh, form: Form): Promise<Went> {
  const req = await visit.own()
  const { boSuuTap, taiLieu } = banTrinh
  if (form.text('viec') === 'xong-y-kien') {
    const id = parseId(form.text('yKienXong'))
    const ownOnly = !maySettle(banTrinh.nguoiDongGop, visit.actor.id, null)
    if (id === null || !(await settleComment(req, boSuuTap, taiLieu, id, visit.actor.id, ownOnly))) throw refuse(issue(ownOnly ? 'FORBIDDEN' : 'NOT_FOUND'))
    return { to: `/lam-viec/doc/${banTrinh.id}?da=luu#gop-y` }
  }
  const loi = form.text('loi')
  if (loi === '') throw refuse(issue('MISSING_FIELD', 'loi'))
  if ([...loi].length > MOST_WORDS) throw refuse(issue('TOO_LONG', 'loi', { max: MOST_WORDS }))
  const issues = textIssues(loi, 'loi')
  if (issues.length > 0) throw refuse(...issues)
  const passages = passagesOf(gateOf(visit.options.payload, boSuuTap).fields, JSON.parse(banTrinh.noiDung) as Content)
  const passage = form.text('doan') === '' ? null : (passages[Number(form.text('doan'))] ?? null)
  if (form.text('doan') !== '' && passage === null) throw refuse(issue('INVALID_VALUE', 'doan'))
  const said = await addComment(
    req,
    {
      boSuuTap,
      taiLieu,
      banTrinh: banTrinh.id,
      truong: passage?.field ?? '',
      doan: short(passage?.text ?? '', QUOTED),
      loi,
      nguoi: visit.actor.id,
    },
    MOST_OPEN,
  )
  if (!said) throw refuse(issue('COMMENTS_FULL', 'loi', { max: MOST_OPEN }))
  return { to: `/lam-viec/doc/${banTrinh.id}?da=luu#gop-y` }
}
export const COMMENTS = ['y-kien', 'xong-y-kien']
