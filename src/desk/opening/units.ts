/** Units and classes: name, kind, what each belongs to. */
import { refuse } from '../../messages/refusal.ts'
import { TEN_LOAI_DON_VI, type LoaiDonVi } from '../../presets/index.ts'
import { html } from '../../theme/draw/html.ts'
import { knownUnits, unitNamed } from './knownUnits.ts'
import { inTurn } from '../inTurn.ts'
import { listRoom } from './list.ts'
import { listedUnits, sameUnit, type Unit } from './listedUnits.ts'
import { standingOf } from './standing.ts'

export const units = listRoom<Unit>({
  key: 'don-vi',
  ten: 'đơn vị',
  cot: ['Tên', 'Loại', 'Thuộc'],
  most: 600,
  huongDan: async (visit) => {
    const { preset } = await standingOf(visit)
    const kinds = preset?.loaiDonVi ?? []
    return html`<p>
        Cột đầu là tên; cột thứ hai là loại, cột thứ ba là đơn vị cấp trên nếu có. Không ghi loại thì phần mềm đoán theo tên. ${preset && 'Mẫu đã gợi ý sẵn một số dòng; hãy sửa cho đúng.'}
      </p>
      ${kinds.length > 0 && html`<p class="goi-y">Các loại: ${kinds.map((kind) => TEN_LOAI_DON_VI[kind].vi).join('; ')}.</p>`}`
  },
  mau: async (visit) => {
    const { preset, units: there } = await standingOf(visit)
    return there > 0 || !preset ? '' : preset.donVi.map((u) => [u.ten, TEN_LOAI_DON_VI[u.loai].vi, u.cha ?? ''].join('\t').trim()).join('\n')
  },
  judge: async (visit, rows) => {
    const { preset } = await standingOf(visit)
    const kinds = preset?.loaiDonVi ?? (Object.keys(TEN_LOAI_DON_VI) as LoaiDonVi[])
    return listedUnits(rows, await knownUnits(await visit.own()), kinds)
  },
  inOrder: (items) => items.toSorted((a, b) => a.bac - b.bac),
  add: async (visit, unit) => {
    const { ten, loai, cha } = unit
    const req = await visit.own()
    return inTurn(req, 'don-vi', async () => {
      const known = await knownUnits(req)
      if (known.some((k) => sameUnit(k, unit))) return { daCo: true }
      const parent = cha === '' ? null : unitNamed(known, cha, 'cha')
      if (parent !== null && 'issue' in parent) throw refuse(parent.issue)
      const data = { ten, loai, ...(parent === null ? {} : { cha: parent.id }) } as never
      await req.payload.create({ collection: 'don-vi', data, overrideAccess: false, req })
      return {}
    })
  },
})
