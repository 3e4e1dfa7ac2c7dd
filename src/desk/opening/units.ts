/** Units and classes: name, kind, what each belongs to. */
import { issue, type Issue } from '../../policy/issues.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { withoutMarks } from '../../policy/text/pastedRows.ts'
import { parentsFirst } from '../../presets/parentsFirst.ts'
import { guessKind, kindNamed } from '../../presets/unitGuess.ts'
import { TEN_LOAI_DON_VI, type LoaiDonVi } from '../../presets/index.ts'
import { html } from '../../theme/draw/html.ts'
import type { Visit } from '../room.ts'
import { listRoom, type Item } from './list.ts'
import { standingOf } from './standing.ts'

type Unit = Item & { ten: string; loai: LoaiDonVi; cha: string }
type Known = { id: number; ten: string }

async function knownUnits(visit: Visit): Promise<Known[]> {
  const req = await visit.own()
  const found = await req.payload.find({ collection: 'don-vi', pagination: false, depth: 0, select: { ten: true }, overrideAccess: false, req })
  return found.docs.map((doc) => ({ id: Number(doc.id), ten: String((doc as { ten?: string }).ten ?? '').normalize('NFC') }))
}

const same = (a: string, b: string): boolean => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')

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
    const known = await knownUnits(visit)
    const listed = rows.map(([ten = '', loai = '', cha = '']) => ({ ten: withoutMarks(ten), loai, cha }))
    return listed.map(({ ten, loai, cha }, i): Unit => {
      const kind = loai === '' ? guessKind(ten, kinds) : kindNamed(loai, kinds)
      const issues: Issue[] = [...textIssues(ten, 'ten')]
      if (ten === '') issues.push(issue('MISSING_FIELD', 'ten'))
      if ([...ten].length > 200) issues.push(issue('TOO_LONG', 'ten', { max: 200 }))
      if (kind === null) issues.push(issue('INVALID_VALUE', 'loai', { goiY: TEN_LOAI_DON_VI[guessKind(ten, kinds)].vi }))
      if (cha !== '' && !known.some((k) => same(k.ten, cha)) && !listed.some((l) => same(l.ten, cha))) issues.push(issue('UNIT_UNKNOWN', 'cha', { ten: cha }))
      const there = known.some((k) => same(k.ten, ten)) || listed.findIndex((l) => same(l.ten, ten)) < i
      return { dong: i + 1, o: [ten, TEN_LOAI_DON_VI[kind ?? 'khac'].vi, cha], issues, there, ten, loai: kind ?? 'khac', cha }
    })
  },
  inOrder: parentsFirst,
  add: async (visit, { ten, loai, cha }) => {
    const parent = cha === '' ? undefined : (await knownUnits(visit)).find((k) => same(k.ten, cha))
    const req = await visit.own()
    await req.payload.create({ collection: 'don-vi', data: { ten, loai, ...(parent ? { cha: parent.id } : {}) } as never, overrideAccess: false, req })
    return undefined
  },
})
