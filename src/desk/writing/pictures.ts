/** Pictures of a story: one chosen in the form becomes one of the library; the words of those there are saved with the story. */
import type { Form } from '../../forms/form.ts'
import type { Visit } from '../room.ts'
import { picturesOf } from './choices.ts'

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

/** Only what was changed here, and only what this person may change. */
export async function saveAltTexts(visit: Visit, form: Form, ids: readonly number[]): Promise<void> {
  for (const { id, altText } of await picturesOf(visit, ids)) {
    const typed = form.text(`moTa.${id}`)
    if (!form.texts.has(`moTa.${id}`) || typed === altText) continue
    const req = await visit.own()
    await req.payload.update({ collection: 'tu-lieu', id, data: { altText: typed || null } as never, depth: 0, overrideAccess: false, req })
  }
}
