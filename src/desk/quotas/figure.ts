/** `/lam-viec/chi-tieu/:ma`: the items one figure was counted from. */
import type { CollectionSlug } from 'payload'
import { readQuyChe } from '../../facts/quyChe.ts'
import { itemsOf, type Item } from '../../ledger/counted.ts'
import { standingIn } from '../../ledger/standing.ts'
import { subjectsOf } from '../../ledger/subjects.ts'
import { periodInFull, quotaInWords } from '../../messages/quotas.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { isMonth, periodsOf, type ChiTieu, type Ky } from '../../policy/ledger/quota.ts'
import { seesFigure } from '../../policy/ledger/sees.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import type { Room, Visit } from '../room.ts'
import { AT } from './grid.ts'

/** `2026-11`, `2026`, `2026-2027`, as the rule counts; null where it is none of its periods. */
function periodIn(rule: ChiTieu, asked: string): Ky | null {
  const month = isMonth(asked) ? asked : /^20\d\d$/.test(asked) ? `${asked}-01` : /^20\d\d-20\d\d$/.test(asked) ? `${asked.slice(0, 4)}-09` : ''
  const [ky] = month === '' ? [] : periodsOf(rule.kyHan, [month])
  return ky?.ma === asked ? ky : null
}

/** Whatever became of it after its month was over changes no figure, and is said. */
function later({ goLuc, rutLuc, theoBanGhi, dangLuc }: Item): string[] {
  return [
    goLuc !== null && dangLuc !== null ? `đã gỡ lúc ${moment(goLuc)}` : null,
    rutLuc !== null ? `có lần thu hồi lúc ${moment(rutLuc)}` : null,
    theoBanGhi ? 'bài cũ: tính theo đơn vị và tác giả ghi trong bài' : null,
  ].filter((one) => one !== null)
}

/** A title is read by whoever reads the item; of what readers have, it is everybody's. */
const row = (one: Item, reads: boolean): Html => html`<li>
  ${reads ? html`<a href="/lam-viec/ho-so/${one.boSuuTap}/${one.taiLieu}">${one.tieuDe || 'Chưa có tên'}</a>` : html`<span>${one.slug === null ? 'Một mục chưa công khai' : one.tieuDe}</span>`}
  <span class="nho">${[one.guiLuc && `gửi ${moment(one.guiLuc)}`, one.dangLuc && `đăng ${moment(one.dangLuc)}`, ...later(one)].filter(Boolean).join(' · ')}</span>
  ${one.slug !== null && one.boSuuTap === 'tin-bai' && html`<a href="/bai/${one.slug}">Xem trên trang</a>`}
</li>`

/** Of these, the ones this person may read, as `slug/id`. */
async function readableAmong(visit: Visit, items: readonly Item[]): Promise<Set<string>> {
  const readable = new Set<string>()
  for (const slug of new Set(items.map(({ boSuuTap }) => boSuuTap))) {
    const ids = items.filter(({ boSuuTap }) => boSuuTap === slug).map(({ taiLieu }) => taiLieu)
    const req = await visit.own()
    const where = { id: { in: ids } }
    const found = await req.payload.find({ collection: slug as CollectionSlug, where, select: {}, depth: 0, limit: ids.length, overrideAccess: false, req })
    for (const { id } of found.docs) readable.add(`${slug}/${id}`)
  }
  return readable
}

async function asked(visit: Visit): Promise<{ rule: ChiTieu; ky: Ky; ai: number; ten: string }> {
  const { chiTieu } = await readQuyChe(await visit.own())
  const rule = chiTieu.find(({ ma }) => ma === String(visit.request.params.ma))
  const ky = rule && periodIn(rule, visit.query.get('ky') ?? '')
  const ai = Number(visit.query.get('ai') ?? '')
  if (!rule || !ky || !Number.isInteger(ai)) throw refuse(issue('NOT_FOUND'))
  const subject = (await subjectsOf(await visit.own(), rule)).find(({ id }) => id === ai)
  const standing = await standingIn(await visit.own(), visit.actor.id)
  if (!subject || !seesFigure(visit.actor, rule.doiTuong, ai, standing)) throw refuse(issue('NOT_FOUND'))
  return { rule, ky, ai, ten: subject.ten }
}

export const quotaFigure: Room = {
  path: `${AT}/:ma`,
  draw: async (visit) => {
    const { rule, ky, ai, ten } = await asked(visit)
    const items = await itemsOf(await visit.own(), rule, ai, ky)
    const readable = await readableAmong(visit, items)
    return {
      title: `${ten}: ${periodInFull(ky.ma)}`,
      main: html`<p>${rule.ten}: ${quotaInWords(rule)}.</p>
        ${items.length === 0 ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Chưa có gì được tính.</p></div>` : html`<ul class="viec">${items.map((one) => row(one, readable.has(`${one.boSuuTap}/${one.taiLieu}`)))}</ul>`}
        <p class="nen"><a href="${AT}">Mọi chỉ tiêu</a></p>`,
    }
  },
}
