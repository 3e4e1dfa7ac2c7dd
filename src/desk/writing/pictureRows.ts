/** The pictures of a story while it is written: each with its number in the text, its words, and which of them leads. */
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { DOCUMENT_TYPES, PLAYED_TYPES, UPLOAD_LIMIT, UPLOAD_TYPES } from '../../policy/gate/pictureLimits.ts'
import { field } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import type { Person, Picture } from './choices.ts'

/** Endings too: many phones know no type of a HEIC or a M4A. */
const ACCEPT = [...UPLOAD_TYPES, ...PLAYED_TYPES, ...DOCUMENT_TYPES, '.heic', '.mov', '.m4a', '.docx', '.xlsx'].join(',')

/** Who is in it: of the people of the story, or nobody who can be told. */
function inIt({ id, nguoi, khongNhanRa }: Picture, n: number, people: readonly Person[], { form, refused }: Sent): Html {
  const sent = form?.texts.has(`coNguoi.${id}`) === true
  const tagged = sent ? form.all(`nguoi.${id}`).map(Number) : nguoi
  const nobody = sent ? form.text(`khongNhanRa.${id}`) !== '' : khongNhanRa
  const asked = refused.some(({ code }) => code === 'CLASS_NOT_ASKED')
  return html`<details class="them"${(tagged.length > 0 || nobody || asked) && html` open`}><summary>Ai trong ảnh ${n}</summary>
      <input type="hidden" name="coNguoi.${id}" value="0" />${people.map(
        (one) =>
          html`<input type="hidden" name="coNguoi.${id}" value="${one.id}" /><label class="chon-mot"><input type="checkbox" name="nguoi.${id}" value="${one.id}"${tagged.includes(one.id) && html` checked`} /> ${one.hoTen}</label>`,
      )}
      <label class="chon-mot"><input type="checkbox" name="khongNhanRa.${id}" value="1"${nobody && html` checked`} /> Không nhận ra được ai (đã xem kỹ)</label>
      <p class="mo">${people.length === 0 ? 'Thêm người ở phần người có tên, có ảnh (phía dưới) rồi bấm “Lưu”, tên sẽ hiện ở đây.' : 'Người khác: thêm ở phần người có tên, có ảnh (phía dưới) rồi bấm “Lưu”.'}</p>
    </details>`
}

const row = (picture: Picture, n: number, { lead, kem, people }: Shown, sent: Sent): Html => {
  const { id, altText, ten, anh, che, soKhung, trung, dangLam, loai } = picture
  return html`<li class="anh">
    ${anh !== null && html`<img src="${anh}" alt="" loading="lazy" />`}
    <div>
      <input type="hidden" name="anh" value="${id}" />
      <p><strong>${loai} ${n}</strong> <span class="mo">${ten}${soKhung > 1 && ' (ảnh động: chỉ giữ khung đầu)'}${trung !== null && ' (kho đã có tệp giống hệt)'}${dangLam && ' (đang chuẩn bị các cỡ cho bạn đọc; không cần đợi)'}</span></p>
      ${field({ name: `moTa.${id}`, label: `Mô tả ${loai.toLowerCase()} ${n} cho người không nhìn${loai === 'Ảnh' ? ' thấy' : ', không nghe được'}`, value: altText, max: 300 }, sent)}
      ${che && html`<p class="nen"><a href="/lam-viec/che/${id}">Che mặt, biển số</a></p>`}${(che || loai === 'Phim') && inIt(picture, n, people, sent)}
      ${loai === 'Ảnh' && html`<label class="chon-mot"><input type="radio" name="anhBia" value="${id}"${lead === String(id) && html` checked`} /> Làm ảnh chính</label>`}
      ${
        kem.includes(id) &&
        html`<input type="hidden" name="kem" value="${id}" /><label class="chon-mot"><input type="checkbox" name="boKem" value="${id}"${sent.form?.all('boKem').includes(String(id)) && html` checked`} /> Không dùng trong bài</label>`
      }
    </div>
  </li>`
}
/** `kem`: what stands in the gallery below the text; `people`: those the story names. */
type Shown = { lead: string; kem: readonly number[]; people: readonly Person[] }

type Of = { lead: number | undefined; kem: readonly number[]; people: readonly Person[]; film: number }

/** `film`: bytes of one film or recording, by the regulation. */
export function pictureRows(pictures: readonly Picture[], { lead, kem, people, film }: Of, sent: Sent): Part {
  const chosen = sent.form ? sent.form.text('anhBia') : String(lead ?? '')
  const wrong = sent.refused.filter(({ field: name }) => name === 'anhBia' || name === 'altText' || name === 'tuLieu')
  return html`<fieldset id="o-anhBia" tabindex="-1">
    <legend>Ảnh, phim, tệp</legend>
    ${wrong.map((one) => html`<p class="loi" id="o-${one.field ?? ''}">${one.message}</p>`)}${wrong.every(({ field: name }) => name !== 'tuLieu') && html`<span id="o-tuLieu" tabindex="-1"></span>`}<input type="hidden" name="coAnhBia" value="1" /><input type="hidden" name="coKem" value="1" />
    ${
      pictures.length > 0 &&
      html`<ul class="cac-anh">
          ${pictures.map((one, i) => row(one, i + 1, { lead: chosen, kem, people }, sent))}
        </ul>
        <label class="chon-mot"><input type="radio" name="anhBia" value=""${chosen === '' && html` checked`} /> Không dùng ảnh chính</label>`
    }
    <details class="them"${(pictures.length === 0 || sent.refused.some(({ field: name }) => name?.startsWith('anhMoi'))) && html` open`}>
      <summary>Thêm ảnh, phim hoặc tệp</summary>
      ${field({ name: 'anhMoi', label: 'Ảnh, phim hoặc tệp mới', type: 'file', accept: ACCEPT, hint: `Ảnh; phim MP4, MOV; âm thanh MP3, M4A; PDF, Word, Excel; mỗi tệp tới ${UPLOAD_LIMIT / 1e6} MB${film < UPLOAD_LIMIT ? `, phim và âm thanh tới ${film / 1e6} MB` : ''}. Phim dài hơn: đưa lên kênh của đơn vị rồi đặt liên kết thành một dòng riêng trong bài. Ảnh vào cuối bài; bấm “Lưu” xong có thể chuyển dòng [ảnh] đến chỗ khác và thêm ảnh nữa.` }, sent)}${field({ name: 'anhMoiMoTa', label: 'Mô tả cho người không nhìn, không nghe được', max: 300 }, sent)}${field({ name: 'anhMoiTacGia', label: 'Người chụp, người quay', max: 100 }, sent)}
    </details>
  </fieldset>`
}
