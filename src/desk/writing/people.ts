/** A person named in the story: who agreed, recorded where the story is written. */
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { yearOf } from '../consents/fields.ts'
import type { Form } from '../../forms/form.ts'
import type { Visit } from '../room.ts'

/** Answers the id of the consent, or null where nobody was named. */
export async function newPerson(visit: Visit, form: Form): Promise<number | null> {
  const hoTen = form.text('nguoiMoi')
  if (hoTen === '') return null
  if (form.text('nguoiMoiDongY') === '') throw refuse(issue('MISSING_CONSENT', 'nguoiMoiDongY', { who: hoTen }))
  const req = await visit.own()
  const made = await req.payload.create({
    collection: 'dong-y',
    data: {
      hoTen,
      namSinh: yearOf(form, 'nguoiMoiNamSinh'),
      nguoiDamHo: form.text('nguoiMoiDamHo'),
      chinhChu: true,
      mucDich: ['Đăng tên, hình ảnh, câu chuyện trên trang này', form.text('nguoiMoiCachXin')].filter((text) => text !== '').join('. Cách xin: '),
      kenh: ['website'],
    } as never,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return Number(made.id)
}
