/** In the list of pictures: what each is used in, instead of a state it never leaves. */
import type { Payload } from 'payload'
import { pictureUse } from '../facts/pictureUse.ts'
import { panelWords } from '../messages/panel.ts'
import { readHoSo } from '../record/hoSo.ts'
import { StateBadge } from './StateBadge.tsx'

type Props = { payload: Payload; rowData?: { id?: number | string }; i18n: { language: string } }

export const PictureUseCell = async ({ payload, rowData, i18n }: Props) => {
  const words = panelWords(i18n.language)
  const id = Number(rowData?.id)
  const req = { payload } as Parameters<typeof readHoSo>[0]
  const hoSo = await readHoSo(req, 'tu-lieu', id)
  // On its own way through the gate it has a state like every other document.
  if (hoSo && hoSo.trangThai !== 'nhap') return <StateBadge state={hoSo.trangThai} words={words} />
  return <span>{words.pictureUse[await pictureUse(req, id)]}</span>
}
