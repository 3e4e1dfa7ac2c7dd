/** `/lam-viec/dong-y/:id`: one paper – what rests on it before readers, what it still lacks, and taking it back. */
import { parseId } from '../../actions/case.ts'
import { rutDongY } from '../../actions/rutDongY.ts'
import { thayPhieu } from '../../actions/thayPhieu.ts'
import { now } from '../../database/clock.ts'
import { liveUses, type LiveUse } from '../../facts/consentLive.ts'
import { sentWithPerson, type DaGui } from '../../facts/channels.ts'
import { sentList } from '../channels/one.ts'
import { endedAlike, papersAlike, type Alike, type Ended } from '../../facts/papersAlike.ts'
import { drawnPaper, keepPaper, paperOf } from '../../facts/consentPaper.ts'
import { KENH_NOI } from '../../messages/consentForm.ts'
import { refuse } from '../../messages/refusal.ts'
import { addressIn } from '../../policy/gate/gates/index.ts'
import { issue } from '../../policy/issues.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { KENH } from '../../policy/people/consent.ts'
import { readsAllConsents } from '../../policy/people/consentReaders.ts'
import { agreementLacks, type CanDongY } from '../../policy/people/consentAge.ts'
import { runtimeOf } from '../../runtime.ts'
import { day, moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Sent } from '../../forms/form.ts'
import type { DeskFile, Room, Visit } from '../room.ts'
import { agreementOf } from './fields.ts'

type Paper = {
  id: number
  hoTen: string
  namSinh: number | null
  chinhChu: boolean | null
  nguoiDamHo: string
  mucDich: string
  kenh: string[]
  han: string | null
  thuHoiLuc: string | null
}
const LACKS: Record<CanDongY, string> = {
  namSinh: 'năm sinh',
  chinhChu: 'lời đồng ý của chính người ấy',
  nguoiDamHo: 'họ tên cha, mẹ hoặc người giám hộ đã đồng ý',
}

/** Refuses where this person may not read it. */
async function paper(visit: Visit): Promise<Paper> {
  const id = parseId(visit.request.params.id)
  const req = await visit.own()
  const doc = id === null ? null : await req.payload.findByID({ collection: 'dong-y', id, depth: 0, overrideAccess: false, disableErrors: true, req })
  if (!doc) throw refuse(issue('NOT_FOUND'))
  const { hoTen, namSinh, chinhChu, nguoiDamHo, mucDich, kenh, han, thuHoiLuc } = doc as unknown as Partial<Paper>
  return {
    id: id!,
    hoTen: hoTen ?? '',
    namSinh: namSinh ?? null,
    chinhChu: chinhChu ?? null,
    nguoiDamHo: nguoiDamHo ?? '',
    mucDich: mucDich ?? '',
    kenh: kenh ?? [],
    han: han ?? null,
    thuHoiLuc: thuHoiLuc ?? null,
  }
}

const at = ({ id }: Paper): string => `/lam-viec/dong-y/${id}`
const row = (what: string, value: Part): Html => html`<div><dt>${what}</dt><dd>${value}</dd></div>`

const facts = (one: Paper): Html => html`<dl class="su-that">
  ${row('Năm sinh', one.namSinh === null ? 'chưa ghi' : String(one.namSinh))}
  ${row('Ai đã đồng ý', [one.chinhChu === false ? null : 'chính người này', one.nguoiDamHo || null].filter((who) => who !== null).join(' và ') || 'chưa ghi')}
  ${one.mucDich !== '' && row('Dùng vào việc', one.mucDich)}
  ${row(
    'Ở đâu',
    KENH.map((kenh, i) => (one.kenh.includes(kenh) ? KENH_NOI[i]! : null))
      .filter((noi) => noi !== null)
      .join('; ') || 'chưa chọn nơi nào',
  )}
  ${row('Hiệu lực', one.thuHoiLuc !== null ? `đã rút lại lúc ${moment(one.thuHoiLuc)}` : one.han === null ? 'đến khi rút lại' : `đến hết ngày ${day(one.han)}`)}
</dl>`

function usesPart(visit: Visit, uses: readonly LiveUse[]): Html {
  const { gates } = runtimeOf(visit.options.payload)
  const place = ({ boSuuTap, slug }: LiveUse): string | null => {
    const gate = gates.find((one) => one.slug === boSuuTap)
    return gate ? addressIn(gate, slug) : null
  }
  const link = (use: LiveUse): Html => {
    const to = place(use)
    return html`<li>${to === null ? use.tieuDe : html`<a href="${to}">${use.tieuDe}</a>`} <span class="nho">${gates.find((one) => one.slug === use.boSuuTap)?.labels.one.vi ?? ''}</span></li>`
  }
  return uses.length === 0
    ? html`<p>Hiện không có nội dung nào trên trang nêu tên hoặc có ảnh người này.</p>`
    : html`<h2>Đang trên trang (${uses.length})</h2><ul class="viec">${uses.map(link)}</ul>`
}

/** Filled in once; what was said stays. */
function missing(one: Paper, lacks: readonly CanDongY[], sent: Sent): Part {
  if (lacks.length === 0) return false
  const mine = sentTo(sent, 'bo-sung', sent.form?.text('viec') === 'bo-sung')
  return html`<div class="thieu-gi"><p>Phiếu còn thiếu: ${lacks.map((one) => LACKS[one]).join('; ')}. Chưa đủ thì bài có người này chưa trình được.</p></div>
    ${formPart(
      mine,
      at(one),
      html`<input type="hidden" name="viec" value="bo-sung" />${one.namSinh === null && field({ name: 'namSinh', label: 'Năm sinh', max: 4 }, mine)}${
        lacks.includes('chinhChu') &&
        one.chinhChu === null &&
        html`<div class="chon"><input type="checkbox" name="chinhChu" id="o-bo-sung-chinhChu" value="1" /><label for="o-bo-sung-chinhChu">Chính người này đã đồng ý</label></div>`
      }${one.nguoiDamHo === '' && field({ name: 'nguoiDamHo', label: 'Cha, mẹ hoặc người giám hộ đã đồng ý', max: 100 }, mine)}`,
      'Bổ sung',
    )}`
}

const photo = (one: Paper, hash: string | null, sent: Sent): Html => {
  const mine = sentTo(sent, 'giay', sent.form?.text('viec') === 'giay')
  return html`<h2>Phiếu giấy</h2>
    ${hash === null ? html`<p class="mo">Chưa có ảnh chụp phiếu đã ký.</p>` : html`<p><a href="${at(one)}?giay=${hash.slice(0, 8)}"><img class="giay-anh" src="${at(one)}?giay=${hash.slice(0, 8)}" alt="Ảnh chụp phiếu đã ký của ${one.hoTen}" /></a></p>`}
    <details class="them"${mine.form !== null && html` open`}><summary>${hash === null ? 'Gắn ảnh chụp' : 'Gắn ảnh khác'}</summary>
      ${formPart(mine, at(one), html`<input type="hidden" name="viec" value="giay" />${field({ name: 'giayTo', label: 'Ảnh chụp phiếu đã ký', type: 'file', accept: 'image/*' }, mine)}`, 'Gắn', { files: true })}
    </details>`
}

/** One tap, once somebody there has taken it down; the newest of each place says how it stands. */
function takenDown(one: Paper, rows: readonly DaGui[], today: string): (row: DaGui) => Part {
  const newest = new Map<string, DaGui>()
  for (const row of rows) if (!newest.has(`${row.taiLieu}/${row.kenh}`)) newest.set(`${row.taiLieu}/${row.kenh}`, row)
  return (row) =>
    one.thuHoiLuc !== null &&
    newest.get(`${row.taiLieu}/${row.kenh}`) === row &&
    row.ketQua !== 'daGo' &&
    row.ketQua !== 'khongNhan' &&
    html`<form method="post" action="/lam-viec/kenh/${row.taiLieu}" class="hang"><input type="hidden" name="kenh" value="${row.kenh}" /><input type="hidden" name="ketQua" value="daGo" /><input type="hidden" name="ngay" value="${today}" /><input type="hidden" name="phieu" value="${one.id}" /><button class="nut phu" type="submit">Đã gỡ ở đó</button></form>`
}

const elsewhere = (one: Paper, sentRows: readonly DaGui[], today: string): Part =>
  sentRows.length > 0 &&
  html`<h2>Đã đưa đi nơi khác (${new Set(sentRows.map(({ taiLieu, kenh }) => `${taiLieu}/${kenh}`)).size})</h2><p>Rút lại thì nhờ từng nơi gỡ; trang này không gỡ thay được. Gỡ xong, ghi “đã gỡ ở đó”.</p>${sentList(sentRows, true, takenDown(one, sentRows, today))}`

/** Other papers of a person of this name and year: one taken back takes none of them along. */
const others = (papers: readonly Alike[]): Part =>
  papers.length > 0 &&
  html`<div class="thieu-gi"><p>Còn phiếu khác ghi cùng tên${papers.some(({ namSinh }) => namSinh === null) ? '' : ', cùng năm sinh'}. Nếu là cùng một người, rút lại thì phải rút ở từng phiếu:</p>
    <ul>${papers.map(({ id, mucDich, dang }) => html`<li><a href="/lam-viec/dong-y/${id}">Phiếu số ${id}${mucDich !== '' && `, ${mucDich}`}</a>: ${dang === 0 ? 'không có gì đang trên trang' : `${dang} nội dung đang trên trang`}</li>`)}</ul></div>`

/** Asked later and agreed to: more places, never fewer. */
function widen(one: Paper, sent: Sent): Part {
  const more = KENH.filter((kenh) => !one.kenh.includes(kenh))
  if (one.thuHoiLuc !== null || more.length === 0) return null
  const mine = sentTo(sent, 'them-noi', sent.form?.text('viec') === 'them-noi')
  return html`<details class="them"${mine.form !== null && html` open`}><summary>Người này đồng ý thêm nơi khác</summary>
    ${formPart(
      mine,
      at(one),
      html`<input type="hidden" name="viec" value="them-noi" /><fieldset id="o-kenh"><legend>Đồng ý thêm</legend>${more.map((kenh) => html`<div class="chon"><input type="checkbox" name="kenh" id="o-them-${kenh}" value="${kenh}" /><label for="o-them-${kenh}">${KENH_NOI[KENH.indexOf(kenh)]!}</label></div>`)}</fieldset>`,
      'Ghi thêm',
    )}
  </details>`
}

/** Whoever withdrew and agrees again: a person says that both papers are of him, for names alike are no proof. */
const standsFor = (one: Paper, ended: readonly Ended[]): Part =>
  one.thuHoiLuc === null &&
  ended.length > 0 &&
  html`<details class="them"><summary>Người này từng rút lại, nay đồng ý lại</summary>
    <p>Chọn phiếu đã rút của <strong>chính người này</strong>. Từ đó phiếu này thay phiếu ấy ở những ảnh có ghi người này. Người khác trùng tên thì đừng chọn.</p>
    ${ended.map((old) => html`<form method="post" action="${at(one)}"><input type="hidden" name="viec" value="thay" /><input type="hidden" name="cu" value="${old.id}" /><p class="hang"><button class="nut phu" type="submit">${old.hoTen}${old.namSinh !== null && `, sinh năm ${old.namSinh}`}, rút lại ${day(old.luc)}</button></p></form>`)}
  </details>`

const takeBack = (one: Paper, uses: readonly LiveUse[], sent: Sent): Part => {
  if (one.thuHoiLuc !== null) return html`<p>Nơi khác đã đăng lại mà chưa ghi ở đây thì nhờ nơi ấy gỡ.</p>`
  const mine = sentTo(sent, 'rut', sent.form?.text('viec') === 'rut')
  return html`<details class="them"${mine.form !== null && html` open`}><summary>Người này rút lại đồng ý</summary>
    <p>${uses.length === 0 ? 'Không có gì phải gỡ.' : `${uses.length} nội dung được gỡ khỏi trang ngay khi bấm, cùng ảnh trong đó.`} Người đọc chỉ thấy “Nội dung này không còn được đăng trên trang”. Việc này không làm lại được; muốn đăng lại thì ghi phiếu mới và trình lại.</p>
    ${formPart(
      mine,
      at(one),
      html`<input type="hidden" name="viec" value="rut" />${field({ name: 'lyDo', label: 'Ghi lại (ai báo, lúc nào)', hint: 'Chỉ người trong đơn vị đọc được.', rows: 2, max: 1000, required: true }, mine)}`,
      'Rút lại và gỡ ngay',
    )}
  </details>`
}

async function photoFile(visit: Visit, one: Paper): Promise<DeskFile> {
  const hash = await paperOf(await visit.own(), one.id)
  const bytes = hash === null ? null : await runtimeOf(visit.options.payload).fileStore.read(hash)
  if (!bytes) throw refuse(issue('NOT_FOUND'))
  return { file: { bytes, type: 'image/jpeg' } }
}

export const consent: Room = {
  path: '/lam-viec/dong-y/:id',
  draw: async (visit, sent) => {
    const one = await paper(visit)
    if (visit.query.has('giay')) return photoFile(visit, one)
    const req = await visit.own()
    const uses = await liveUses(req, one.id)
    const lacks = one.thuHoiLuc === null ? agreementLacks(one, await now(req)) : []
    return {
      title: `Phiếu đồng ý: ${one.hoTen}`,
      main: html`${facts(one)}${missing(one, lacks, sent)}${usesPart(visit, uses)}${elsewhere(one, await sentWithPerson(req, one.id), dayOf(Date.parse(await now(req))))}${photo(one, await paperOf(req, one.id), sent)}${widen(one, sent)}${standsFor(one, readsAllConsents(visit.actor) ? await endedAlike(req, one) : [])}${others(readsAllConsents(visit.actor) ? await papersAlike(req, one) : [])}${takeBack(one, uses, sent)}
        <p><a href="/lam-viec/dong-y">Mọi phiếu đồng ý</a></p>`,
    }
  },
  act: async (visit, form) => {
    const one = await paper(visit)
    const viec = form.text('viec')
    if (viec === 'rut') {
      const { goNgay } = await rutDongY(await visit.own(), one.id, { lyDo: form.text('lyDo') })
      return { to: `${at(one)}?da=${goNgay.length > 0 ? 'rutDongY' : 'rutKhongGo'}` }
    }
    if (viec === 'thay') {
      await thayPhieu(await visit.own(), one.id, parseId(form.text('cu')) ?? 0)
      return { to: `${at(one)}?da=luu` }
    }
    if (viec === 'them-noi') {
      const kenh = KENH.filter((noi) => one.kenh.includes(noi) || form.all('kenh').includes(noi))
      if (kenh.length === one.kenh.length) throw refuse(issue('MISSING_FIELD', 'kenh'))
      const req = await visit.own()
      await req.payload.update({ collection: 'dong-y', id: one.id, data: { kenh } as never, depth: 0, overrideAccess: false, req })
      return { to: `${at(one)}?da=luu` }
    }
    if (viec === 'giay') {
      const sent = form.file('giayTo')
      if (!sent) throw refuse(issue('MISSING_FIELD', 'giayTo'))
      await keepPaper(await visit.own(), one.id, await drawnPaper(await visit.own(), sent.bytes, 'giayTo'), 'giayTo')
      return { to: `${at(one)}?da=luu` }
    }
    if (viec !== 'bo-sung') throw refuse(issue('INVALID_VALUE', 'viec'))
    const said = agreementOf(form)
    const data = Object.fromEntries(Object.entries(said).filter(([name, value]) => form.texts.has(name) && value !== null && value !== ''))
    const req = await visit.own()
    await req.payload.update({ collection: 'dong-y', id: one.id, data, depth: 0, overrideAccess: false, req })
    return { to: `${at(one)}?da=luu` }
  },
}
