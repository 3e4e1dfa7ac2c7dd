/** `/lam-viec/phat-thanh`: what can be read out this week; `/phat-thanh/<slug>`: the sheet for the microphone. */
import { ghiKenh } from '../../actions/ghiKenh.ts'
import { parseId } from '../../actions/case.ts'
import { now } from '../../database/clock.ts'
import { liveSince, liveStory, liveStoryAt, sentOf, type DaGui, type LiveStory } from '../../facts/channels.ts'
import { CODES } from '../../messages/record.ts'
import { refuse } from '../../messages/refusal.ts'
import { notAgreed } from '../../policy/channels/channels.ts'
import { kichBan, type KichBan, type Story } from '../../policy/ear/script.ts'
import { issue } from '../../policy/issues.ts'
import { A_DAY, dayOf } from '../../policy/time/hanoi.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { onlyReceivers } from '../intake/classes.ts'
import type { Room } from '../room.ts'

const AT = '/lam-viec/phat-thanh'
const DAYS = 14
const MOST = 60

const nameIn = (value: unknown): string | undefined =>
  value !== null && typeof value === 'object' ? String((value as { ten?: unknown }).ten ?? '') || undefined : undefined
const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function scriptOf({ noiDung, tieuDe, loai }: LiveStory, school: string): KichBan {
  const [tomTat, nguonTin, butDanh, donVi] = [textIn(noiDung.tomTat), textIn(noiDung.nguonTin), textIn(noiDung.butDanh), nameIn(noiDung.donVi)]
  const story = {
    tieuDe,
    noiDung: noiDung.noiDung,
    ...(tomTat ? { tomTat } : {}),
    ...(nguonTin ? { nguonTin } : {}),
    ...(butDanh ? { butDanh } : {}),
    ...(donVi ? { donVi } : {}),
  } as Story
  return kichBan(story, school, CODES.loai?.[loai]?.vi ?? 'Tin tức')
}

const minutes = (seconds: number): string => (seconds < 60 ? `${seconds} giây` : `${Math.floor(seconds / 60)} phút ${seconds % 60} giây`)

/** `lacks`: who has not agreed to be read out. */
const row = (story: LiveStory, { giay }: KichBan, aired: DaGui | undefined, lacks: readonly string[], today: string): Html => html`<li>
  <a href="/phat-thanh/${story.slug}">${story.tieuDe}</a>
  <span class="nho">${[CODES.loai?.[story.loai]?.vi, `đọc ${minutes(giay)}`, `đăng ${day(story.luc)}`, aired ? `đã phát ngày ${day(`${aired.ngay}T00:00:00Z`)}` : null].filter(Boolean).join(' · ')}</span>
  ${
    aired === undefined &&
    (lacks.length > 0
      ? html`<span class="nho">Chưa đọc được trên loa: ${lacks.join(', ')} chưa đồng ý cho phát thanh. <a href="/lam-viec/dong-y">Phiếu đồng ý</a></span>`
      : html`<form method="post" action="${AT}"><input type="hidden" name="taiLieu" value="${story.taiLieu}" /><input type="hidden" name="ngay" value="${today}" /><button class="nut phu" type="submit" aria-label="${`Ghi: vừa phát bài này, “${story.tieuDe}”`}">Ghi: vừa phát bài này</button></form>`)
  }
</li>`

export const onAirList: Room = {
  path: AT,
  draw: async (visit) => {
    onlyReceivers(visit)
    const req = await visit.own()
    const at = Date.parse(await now(req))
    const stories = await liveSince(req, new Date(at - DAYS * A_DAY).toISOString(), MOST)
    const aired = (await sentOf(req, stories.map(({ taiLieu }) => taiLieu))).filter(({ kenh, ketQua }) => kenh === 'phatThanh' && ketQua === 'daDang') // prettier-ignore
    const school = (await visit.options.settings())?.tenTruong ?? ''
    const all = stories.map((story) => ({ story, script: scriptOf(story, school), of: aired.find(({ taiLieu }) => taiLieu === story.taiLieu) }))
    const waiting = all.filter(({ of }) => of === undefined).reduce((sum, { script }) => sum + script.giay, 0)
    return {
      title: 'Phát thanh',
      main:
        all.length === 0
          ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Hai tuần nay chưa có bài nào lên trang để đọc.</p></div>`
          : html`<p>Bài lên trang trong ${DAYS} ngày. Chưa phát: ${minutes(waiting)}.</p>
              <ul class="viec">
                ${all.map(({ story, script, of }) => row(story, script, of, notAgreed('phatThanh', story.people, new Date(at).toISOString()), dayOf(at)))}
              </ul>`,
    }
  },
  act: async (visit, form) => {
    onlyReceivers(visit)
    const id = parseId(form.text('taiLieu'))
    const story = id === null ? null : await liveStory(await visit.own(), id)
    if (id === null || story === null) throw refuse(issue('NOT_FOUND'))
    const lacks = notAgreed('phatThanh', story.people, await now(await visit.own()))
    if (lacks.length > 0) throw refuse(issue('CHANNEL_NOT_AGREED', undefined, { ten: lacks.join(', ') }))
    await ghiKenh(await visit.own(), id, { kenh: 'phatThanh', ketQua: 'daDang', ngay: form.text('ngay'), diaChi: '', ghiChu: '' })
    return { to: `${AT}?da=luu` }
  },
}

export const onAirScript: Room = {
  path: '/phat-thanh/:slug',
  draw: async (visit) => {
    const req = await visit.own()
    const story = await liveStoryAt(req, String(visit.request.params.slug ?? ''))
    if (!story) throw refuse(issue('NOT_FOUND'))
    const missing = notAgreed('phatThanh', story.people, await now(req))
    if (missing.length > 0)
      return {
        title: story.tieuDe,
        main: html`<p class="loi">Chưa đọc được trên loa: ${missing.join(', ')} chưa đồng ý cho phát thanh. Hãy xin thêm và ghi vào phiếu đồng ý, rồi mở lại trang này.</p>
          <p><a href="/bai/${story.slug}">Xem bài trên trang</a></p>`,
      }
    const school = (await visit.options.settings())?.tenTruong ?? ''
    const { doan, giay, danhVan } = scriptOf(story, school)
    return {
      title: story.tieuDe,
      main: html`<p class="mo">Bản đọc, khoảng ${minutes(giay)}. Đọc đúng từng chữ: đây là bài đã duyệt, viết lại cho tai nghe. Dấu vân tay: ${story.vanTay.slice(0, 16)}.</p>
        ${danhVan.length > 0 && html`<p class="khong-in">Máy chưa biết đọc: ${danhVan.join(', ')} (đang đánh vần). Người đọc tự đổi cho đúng.</p>`}
        <div class="ban-doc">${doan.map((line) => html`<p>${line}</p>`)}</div>
        <p class="nen khong-in"><a href="/bai/${story.slug}">Xem bài trên trang</a><a href="/lam-viec/phat-thanh">Danh sách phát thanh</a></p>`,
    }
  },
}
