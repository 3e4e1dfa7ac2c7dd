/** The page a story is written on: its words first, then only the fields of its kind, then all that may stay empty. */
import { filmLimit } from '../../facts/filmLimit.ts'
import { idsOf } from '../../policy/ids.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field, type Field } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import { planChoices } from '../plan/ofStory.ts'
import type { Visit } from '../room.ts'
import { coAuthorChoices, correctedChoices, peopleOf, picturesOf, topicChoices, unitChoices, type Choice, type Person } from './choices.ts'
import { dayAndHour } from './event.ts'
import { KINDS, type Kind } from './kinds.ts'
import { pictureRows } from './pictureRows.ts'
import type { Story } from './story.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const fieldOf = (sent: Sent) => (f: Field) => field(f, sent)
/** Which of several are chosen: as they were sent, else as they are stored. */
const chosenIn = (sent: Sent, name: string, stored: readonly number[]): string[] => (sent.form ? [...sent.form.all(name)] : stored.map(String))

const box = (name: string, { value, label }: Choice, checked: boolean): Html =>
  html`<div class="chon"><input type="checkbox" name="${name}" id="o-${name}-${value}" value="${value}"${checked && html` checked`} /><label for="o-${name}-${value}">${label}</label></div>`

const wrongIn = ({ refused }: Sent, name: string): Part => refused.filter((one) => one.field === name).map((one) => html`<p class="loi">${one.message}</p>`)

function topics(choices: readonly Choice[], chosen: readonly string[], sent: Sent): Html {
  return html`<fieldset id="o-chuDe" tabindex="-1" class="nhieu">
    <legend>Chủ đề <span class="mo">(ít nhất một, để trình)</span></legend>
    ${wrongIn(sent, 'chuDe')}<input type="hidden" name="coChuDe" value="1" />${
      choices.length === 0
        ? html`<p class="mo">Chưa có chủ đề nào được duyệt; văn phòng lập chủ đề ở trang quản trị.</p>`
        : choices.map((c) => box('chuDe', c, chosen.includes(c.value)))
    }
  </fieldset>`
}

const personLabel = ({ hoTen, namSinh, ended }: Person): string => `${hoTen}${namSinh === null ? '' : `, sinh năm ${namSinh}`}${ended ? ' (đã rút lại)' : ''}`

function people(known: readonly Person[], chosen: readonly string[], sent: Sent, demanded: boolean): Html {
  const f = fieldOf(sent)
  const inUse = known.filter(({ id }) => chosen.includes(String(id)))
  const others = known.filter(({ id }) => !chosen.includes(String(id)))
  const typing = ['nguoiMoi', 'nguoiMoiDongY', 'nguoiMoiNamSinh'].some(
    (name) => (sent.form?.text(name) ?? '') !== '' || sent.refused.some((one) => one.field === name),
  )
  const agreed = (sent.form?.text('nguoiMoiDongY') ?? '') !== ''
  return html`<fieldset id="o-nhanVat" tabindex="-1">
    <legend>Người được nêu tên hoặc có ảnh${demanded && html` <span class="mo">(cần có, để trình)</span>`}</legend>
    ${wrongIn(sent, 'nhanVat')}<input type="hidden" name="coNhanVat" value="1" />${inUse.map((one) => box('nhanVat', { value: String(one.id), label: personLabel(one) }, true))}
    <details class="them"${(typing || (demanded && inUse.length === 0)) && html` open`}>
      <summary>Thêm người</summary>
      ${f({ name: 'nguoiMoi', label: 'Họ và tên', max: 100, autocomplete: 'off' })}${f({ name: 'nguoiMoiNamSinh', label: 'Năm sinh', hint: 'Tuổi quyết định ai phải đồng ý.', max: 4 })}${f({ name: 'nguoiMoiDamHo', label: 'Cha, mẹ hoặc người giám hộ đã đồng ý', hint: 'Họ và tên. Cần, nếu dưới 16 tuổi.', max: 100, autocomplete: 'off' })}${wrongIn(sent, 'nguoiMoiDongY')}
      <div class="chon"><input type="checkbox" name="nguoiMoiDongY" id="o-nguoiMoiDongY" value="1"${agreed && html` checked`} /><label for="o-nguoiMoiDongY">Người này (và cha mẹ, nếu là học sinh) đã đồng ý cho đăng tên, ảnh, câu chuyện lên trang này</label></div>
      <p class="goi-y"><a href="/lam-viec/phieu-dong-y">In phiếu để lấy chữ ký</a></p>
      ${f({ name: 'nguoiMoiCachXin', label: 'Đã đồng ý thế nào', hint: 'Ví dụ: phiếu giấy ngày 12/10, giáo viên chủ nhiệm giữ.', max: 300 })}
    </details>
    ${
      others.length > 0 &&
      html`<details class="them"><summary>Chọn người đã có phiếu đồng ý</summary>${others.filter(({ ended }) => !ended).map((one) => box('nhanVat', { value: String(one.id), label: personLabel(one) }, false))}</details>`
    }
  </fieldset>`
}

function event(story: Story | null, sent: Sent): Html {
  const f = fieldOf(sent)
  const suKien = (story?.doc.suKien ?? {}) as Record<string, unknown>
  const [from, to] = [dayAndHour(suKien.batDau), dayAndHour(suKien.ketThuc)]
  return html`<fieldset id="o-suKien">
    <legend>Sự kiện <span class="mo">(để lên lịch của trang)</span></legend>
    <div class="hai">${f({ name: 'batDauNgay', label: 'Bắt đầu ngày', type: 'date', value: from.ngay })}${f({ name: 'batDauGio', label: 'Lúc', type: 'time', value: from.gio })}</div>
    <div class="hai">${f({ name: 'ketThucNgay', label: 'Kết thúc ngày', type: 'date', value: to.ngay })}${f({ name: 'ketThucGio', label: 'Lúc', type: 'time', value: to.gio })}</div>
    ${f({ name: 'diaDiem', label: 'Địa điểm', value: text(suKien.diaDiem), max: 200 })}
  </fieldset>`
}

/** `others`: who may share the story. */
function more(story: Story | null, sent: Sent, others: readonly Choice[]): Html {
  const f = fieldOf(sent)
  const ai = sent.form ? sent.form.text('coNoiDungAi') !== '' : story?.doc.coNoiDungAi === true
  const open = ['butDanh', 'nguonTin', 'mucNhayCam'].some((name) => sent.refused.some((one) => one.field === name))
  return html`<details class="them"${open && html` open`}>
    <summary>Tên tác giả, nguồn tin, mức nhạy cảm</summary>
    <input type="hidden" name="coThem" value="1" />
    ${
      others.length === 0
        ? html`<p class="mo">Đồng tác giả: chưa có ai cùng đơn vị có tài khoản.</p>`
        : html`<fieldset><legend>Đồng tác giả <span class="mo">(cùng được tính bài này)</span></legend><input type="hidden" name="coDongTacGia" value="1" />${wrongIn(sent, 'dongTacGia')}${others.map((one) => box('dongTacGia', one, chosenIn(sent, 'dongTacGia', idsOf(story?.doc.dongTacGia ?? [])).includes(one.value)))}</fieldset>`
    }    ${f({ name: 'butDanh', label: 'Tên tác giả hiển thị', hint: 'Để trống thì ghi tên đơn vị.', value: text(story?.doc.butDanh), max: 100 })}${f({ name: 'nguonTin', label: 'Nguồn tin', hint: 'Cần nêu khi nội dung không do đơn vị tự viết.', value: text(story?.doc.nguonTin), max: 300 })}${f(
      {
        name: 'mucNhayCam',
        label: 'Mức nhạy cảm',
        value: text(story?.doc.mucNhayCam) || 'thuong',
        options: [
          { value: 'thuong', label: 'Thường' },
          { value: 'cao', label: 'Cao – cần người phát ngôn duyệt' },
        ],
      },
    )}
    <div class="chon"><input type="checkbox" name="coNoiDungAi" id="o-coNoiDungAi" value="1"${ai && html` checked`} /><label for="o-coNoiDungAi">Có nội dung do AI tạo (người xem thấy ghi chú này)</label></div>
  </details>`
}

const MARKS = html`<details class="them">
  <summary>Cách ghi</summary>
  <p>Để một dòng trống giữa hai đoạn. <code>## </code> đầu dòng là tiêu đề nhỏ, <code>- </code> là gạch đầu dòng, <code>1. </code> là danh sách số, <code>&gt; </code> là lời trích, <code>**chữ**</code> là chữ đậm, <code>[chữ](https://…)</code> là liên kết. Dòng <code>[ảnh 1]</code> là chỗ của ảnh 1; chuyển dòng ấy đến nơi muốn đặt ảnh.</p>
</details>`

/** `kind`: of what is written; `start`: words to begin on. */
export async function storyFields(visit: Visit, story: Story | null, kind: Kind, sent: Sent, start = ''): Promise<Html> {
  const f = fieldOf(sent)
  const doc = story?.doc ?? {}
  const unit = idsOf(doc.donVi ?? null)[0] ?? visit.actor.donVi?.[0]
  const pictureIds = sent.form ? sent.form.all('anh').map(Number).filter(Number.isInteger) : (story?.pictures ?? []) // prettier-ignore
  const pictures = await picturesOf(visit, pictureIds)
  const plan = await planChoices(visit, story?.id ?? null, sent.form?.texts.has('keHoach') ? sent.form.text('keHoach') : null)
  const topicIds = chosenIn(sent, 'chuDe', story ? idsOf(doc.chuDe ?? []) : (plan?.row?.chuDe ?? []))
  const personIds = chosenIn(sent, 'nhanVat', idsOf(doc.nhanVat ?? []))
  const named = await peopleOf(visit, personIds.map(Number))
  const inStory = named.filter(({ id }) => personIds.includes(String(id)))
  const demanded = story?.gate.consents?.requiredForKinds.includes(kind) ?? kind === 'nguoiTotViecTot'
  const coAuthors = await coAuthorChoices(visit, idsOf(doc.tacGia ?? null)[0] ?? null, idsOf(doc.dongTacGia ?? []))
  const corrected = kind === 'dinhChinh' ? await correctedChoices(visit) : []
  return html`${f({ name: 'tieuDe', label: 'Tiêu đề', value: text(doc.tieuDe), max: 200, required: true, autocomplete: 'off' })}${
    kind === 'dinhChinh' &&
    f({
      name: 'dinhChinhCho',
      label: 'Đính chính cho bài',
      value: String(idsOf(doc.dinhChinhCho ?? null)[0] ?? ''),
      options: [{ value: '', label: 'Chọn bài' }, ...corrected],
    })
  }${f({ name: 'noiDung', label: 'Nội dung', value: story ? story.text : start, rows: 14 })}${MARKS}${pictureRows(pictures, { lead: idsOf(doc.anhBia ?? null)[0], kem: story?.kem ?? [], people: inStory, film: await filmLimit(await visit.own()) }, sent)}${
    kind === 'thongBao' && event(story, sent)
  }${(demanded || personIds.length > 0) && people(named, personIds, sent, demanded)}${f({ name: 'tomTat', label: 'Sa-pô', hint: 'Một hai câu để người xem trang biết bài nói gì.', value: text(doc.tomTat), rows: 3, max: 600 })}${f(
    {
      name: 'donVi',
      label: 'Đơn vị gửi bài',
      value: unit === undefined ? '' : String(unit),
      options: [{ value: '', label: 'Chọn đơn vị' }, ...(await unitChoices(visit, unit))],
    },
  )}${topics(await topicChoices(visit, topicIds.map(Number)), topicIds, sent)}${plan && f({ name: 'keHoach', label: 'Thuộc nội dung kế hoạch', value: plan.stored, options: [{ value: '', label: 'Không thuộc nội dung nào' }, ...plan.choices] })}${!demanded && personIds.length === 0 && html`<details class="them"${sent.refused.some(({ field: name }) => name?.startsWith('nguoiMoi') || name === 'nhanVat') && html` open`}><summary>Trong bài có nêu tên hoặc ảnh riêng của ai</summary>${people(named, [], sent, false)}</details>`}${more(story, sent, coAuthors)}`
}

export const kindName = (kind: Kind): string => KINDS[kind].ten
