/** Pictures of a story: one chosen in the form becomes one of the library; the words of those there are saved with the story. */
import type { Form } from '../../forms/form.ts'
import type { Visit } from '../room.ts'
import { picturesOf, type Picture } from './choices.ts'

/** A film or document cannot lead a story. */
export type NewFile = { id: number; isPicture: boolean }

/** Null where none was chosen. */
export async function newPicture(visit: Visit, form: Form): Promise<NewFile | null> {
  const sent = form.file('anhMoi')
  if (!sent) return null
  const req = await visit.own()
  const unit = Number(form.text('donVi'))
  const made = await req.payload.create({
    collection: 'tu-lieu',
    data: {
      altText: form.text('anhMoiMoTa') || null,
      tacGiaAnh: form.text('anhMoiTacGia') || null,
      ...(unit > 0 ? { donVi: unit } : {}),
    } as never,
    file: { data: sent.bytes, mimetype: sent.type, name: sent.name, size: sent.bytes.length },
    depth: 0,
    overrideAccess: false,
    req,
  })
  return { id: Number(made.id), isPicture: String(made.mimeType).startsWith('image/') }
}

/** What the form says of one picture that is not so yet. People it did not offer stay tagged. */
function changesOf(form: Form, { id, altText, nguoi, khongNhanRa }: Picture): Record<string, unknown> {
  const typed = form.text(`moTa.${id}`)
  const words = form.texts.has(`moTa.${id}`) && typed !== altText ? { altText: typed || null } : {}
  if (!form.texts.has(`coNguoi.${id}`)) return words
  const offered = form.all(`coNguoi.${id}`).map(Number)
  const chosen = form.all(`nguoi.${id}`).map(Number).filter((one) => offered.includes(one)) // prettier-ignore
  const tagged = [...nguoi.filter((one) => !offered.includes(one)), ...chosen]
  const same = tagged.length === nguoi.length && tagged.every((one) => nguoi.includes(one))
  const nobody = form.text(`khongNhanRa.${id}`) !== ''
  return { ...words, ...(same ? {} : { nguoiXuatHien: tagged }), ...(nobody === khongNhanRa ? {} : { khongNhanRa: nobody }) }
}

/** Its words and who is in it: only what was changed here, and only what this person may change. */
export async function savePictures(visit: Visit, form: Form, ids: readonly number[]): Promise<void> {
  for (const picture of await picturesOf(visit, ids)) {
    const data = changesOf(form, picture)
    if (Object.keys(data).length === 0) continue
    const req = await visit.own()
    await req.payload.update({ collection: 'tu-lieu', id: picture.id, data: data as never, depth: 0, overrideAccess: false, req })
  }
}
