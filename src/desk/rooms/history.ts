/** What happened to a document, in words: rounds, decisions and reasons, publications; and who wrote when. */
import { optionsFor } from '../../actions/options.ts'
import { parseId } from '../../actions/case.ts'
import { VIEC_LABELS } from '../../messages/record.ts'
import { refuse } from '../../messages/refusal.ts'
import { STATES } from '../../messages/vi.ts'
import type { Gate } from '../../policy/gate/gates/index.ts'
import { receivesIntake } from '../../policy/intake/receives.ts'
import { issue } from '../../policy/issues.ts'
import { readHistory, type LichSu } from '../../record/banLuu.ts'
import { readHoSo } from '../../record/hoSo.ts'
import { readLogOf, type Happened } from '../../record/nhatKy.ts'
import { readRounds, type Round } from '../../record/phieuDuyet.ts'
import { runtimeOf } from '../../runtime.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { Room, Visit } from '../room.ts'
import { workAct, workPart } from '../work/form.ts'

const MOST = 200

function gateNamed({ options, request }: Visit): Gate {
  const gate = runtimeOf(options.payload).gates.find(({ slug }) => slug === request.params.slug)
  if (!gate) throw refuse(issue('NOT_FOUND'))
  return gate
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** What a row says beyond its verb. */
function more({ chiTiet, hanhDong, luc }: Happened, rounds: readonly Round[]): Part[] {
  const round = rounds.find(({ banTrinh }) => banTrinh === chiTiet.banTrinh)
  const verdict = round?.phieu.find((p) => p.luc === luc || (VERDICTS[hanhDong] === p.quyetDinh && Math.abs(Date.parse(p.luc) - Date.parse(luc)) < 60_000))
  const reason = isText(verdict?.lyDo) ? verdict.lyDo : isText(chiTiet.lyDo) && /\s/u.test(chiTiet.lyDo) ? chiTiet.lyDo : ''
  return [
    round && html`, <a href="/lam-viec/doc/${round.banTrinh}">lần trình ${round.lan}</a>`,
    hanhDong === 'hen-gio' && isText(chiTiet.luc) && !Number.isNaN(Date.parse(chiTiet.luc)) && html`, đăng lúc ${moment(chiTiet.luc)}`,
    chiTiet.uyQuyen !== undefined && ', theo uỷ quyền',
    reason !== '' && html`<blockquote>${reason}</blockquote>`,
  ]
}
const VERDICTS: Record<string, string> = { duyet: 'duyet', 'tra-lai': 'traLai', 'tu-choi': 'tuChoi', 'thu-hoi': 'thuHoi', 'dang-khan': 'dangKhan' }

const happened = (one: Happened, rounds: readonly Round[]): Html =>
  html`<li><strong>${VIEC_LABELS[one.hanhDong]?.vi ?? 'Việc khác'}</strong>, ${moment(one.luc)}, ${one.tenNguoi || 'hệ thống'}${more(one, rounds)}</li>`

const written = (one: LichSu): Html =>
  html`<li>${one.tenNguoi || 'Chưa rõ ai'}, ${moment(one.luc)}${one.lan !== null && `, thành lần trình ${one.lan}`}${one.duaLai !== null && `, đưa lại bản lúc ${moment(one.duaLai)}`}</li>`

export const history: Room = {
  path: '/lam-viec/ho-so/:slug/:id',
  draw: async (visit, sent) => {
    const gate = gateNamed(visit)
    const id = parseId(visit.request.params.id)
    // Asked first: it refuses whoever may not follow this document.
    const options = await optionsFor(await visit.own(), gate, id)
    const [hoSo, log, rounds, copies] = [
      await readHoSo(await visit.own(), gate.slug, id!),
      await readLogOf(await visit.own(), gate.slug, id!, MOST),
      await readRounds(await visit.own(), gate.slug, id!, MOST),
      await readHistory(await visit.own(), gate.slug, id!, MOST),
    ]
    return {
      title: `Lịch sử: ${hoSo?.tieuDe || 'Chưa có tên'}`,
      main: html`<p class="mo">${gate.labels.one.vi} · ${STATES[options.trangThai]}${options.buocCho !== null && `, bước “${options.buocCho}”`}</p>
        ${await workPart(visit, gate, id!, `/lam-viec/ho-so/${gate.slug}/${id}`, options.coBanDang, sent)}
        ${
          log.length === 0
            ? html`<p>Chưa có gì trong sổ: nội dung chưa được trình lần nào.</p>`
            : html`<ul class="y-kien">
                ${log.map((one) => happened(one, rounds))}
              </ul>`
        }
        ${
          copies.length > 0 &&
          html`<details class="them">
            <summary>Ai đã viết, lúc nào (${copies.length} bản lưu)</summary>
            <ul class="y-kien">
              ${copies.map(written)}
            </ul>
          </details>`
        }
        <p class="hang">
          <a class="nut phu" href="/admin/collections/${gate.slug}/${id}">Mở bản đang viết</a>${options.trang !== null && html`<a class="nut phu" href="${options.trang}">Xem trên trang</a>`}${options.trang !== null && gate.slug === 'tin-bai' && receivesIntake(visit.actor) && html`<a class="nut phu" href="/lam-viec/kenh/${id}">Đưa đi nơi khác</a>`}
        </p>
        <p><a href="/lam-viec">Về việc của tôi</a></p>`,
    }
  },
  act: async (visit, form) => {
    const gate = gateNamed(visit)
    const id = parseId(visit.request.params.id)
    const { coBanDang } = await optionsFor(await visit.own(), gate, id)
    const went = await workAct(visit, gate, id!, `/lam-viec/ho-so/${gate.slug}/${id}`, coBanDang, form)
    if (went === null) throw refuse(issue('INVALID_VALUE', 'viec'))
    return went
  },
}
